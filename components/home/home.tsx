import { FlaskConical, Presentation } from 'lucide-react';
import { SCENARIOS } from '../../classroom/scenarios/index.ts';
import { ButtonLink } from '../design/button.tsx';
import { TopBar } from '../design/top-bar.tsx';
import { scenarioHash } from '../sandbox/link.ts';
import { JoinByCode } from './join-by-code.tsx';
import { Stage } from './stage.tsx';

const POINTS = [
  {
    title: 'Everybody in one memory',
    text: 'Each student is a module with names of its own. References cross from one to another, and everybody sees the same heap at the same moment.',
  },
  {
    title: 'What CPython really does',
    text: 'Reference counts, sizes, generations, what a collection frees, which block the next object gets: as in CPython 3.11 on 64 bits, checked against it.',
  },
  {
    title: 'Predict, then look',
    text: 'Before the collector runs, everyone marks what it will free. Then it runs, and the points follow from what happened. The whole lesson can be replayed.',
  },
] as const;

/** One of several systems each, for who has no class and wants to see something now. */
const STARTERS = ['counting', 'cycle', 'by-itself', 'list-or-generator', 'slots', 'survivors'];

export function Home() {
  return (
    <>
      <TopBar
        actions={
          <ButtonLink href="/sandbox" variant="quiet" size="sm">
            Sandbox
          </ButtonLink>
        }
      />
      <main id="main" className="mx-auto w-full max-w-7xl px-4 pt-8 pb-14 sm:px-6 lg:pt-14">
        <div className="grid items-start gap-x-12 gap-y-10 lg:grid-cols-[minmax(0,24rem)_minmax(0,1fr)]">
          <div>
            <h1 className="text-3xl leading-[1.12] font-semibold tracking-tight text-balance sm:text-4xl">
              One Python heap, and the whole class is on it
            </h1>
            <p className="mt-4 text-muted">
              Type Python, and watch memory: every object, every reference, every count, and the garbage
              collector at work.
            </p>
            <div className="mt-7 rounded-2xl border border-line bg-surface p-5">
              <JoinByCode />
            </div>
            <div className="mt-3 grid gap-3 sm:grid-cols-2">
              <ButtonLink href="/teach" icon={Presentation} size="lg">
                Start a class
              </ButtonLink>
              <ButtonLink href="/sandbox" icon={FlaskConical} size="lg">
                Try it alone
              </ButtonLink>
            </div>
          </div>
          <Stage />
        </div>
        <nav aria-labelledby="starters" className="mt-10 flex flex-wrap items-center gap-2">
          <h2 id="starters" className="mr-1 text-sm text-muted max-sm:basis-full">
            Or step through one idea:
          </h2>
          {SCENARIOS.filter(({ id }) => STARTERS.includes(id)).map((scenario) => (
            <ButtonLink key={scenario.id} size="sm" plain href={`/sandbox${scenarioHash(scenario)}`}>
              {scenario.title}
            </ButtonLink>
          ))}
        </nav>
        <ul className="mt-10 grid gap-8 border-t border-line pt-8 md:grid-cols-3">
          {POINTS.map(({ title, text }) => (
            <li key={title}>
              <h2 className="font-semibold">{title}</h2>
              <p className="mt-1.5 text-sm text-muted">{text}</p>
            </li>
          ))}
        </ul>
      </main>
    </>
  );
}
