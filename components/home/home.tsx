import { FlaskConical, Presentation } from 'lucide-react';
import { SCENARIOS } from '../../classroom/scenarios/index.ts';
import { ButtonLink } from '../design/button.tsx';
import { TopBar } from '../design/top-bar.tsx';
import type { Words } from '../language/words.ts';
import { scenarioHash } from '../sandbox/scenario-link.ts';
import { JoinByCode } from './join-by-code.tsx';
import { OwnResults } from './own-results.tsx';
import { Stage } from './stage.tsx';

/** One of several systems each, for who has no class and wants to see something now. */
const STARTERS = ['counting', 'cycle', 'by-itself', 'list-or-generator', 'slots', 'survivors'];

export function Home({ words: { home: words, scenarioTexts } }: { readonly words: Words }) {
  const { shared, real, predict } = words.points;
  return (
    <>
      <TopBar
        actions={
          <>
            <OwnResults />
            <ButtonLink href="/sandbox" variant="quiet" size="sm">
              {words.sandbox}
            </ButtonLink>
          </>
        }
      />
      <main id="main" className="mx-auto w-full max-w-7xl px-4 pt-8 pb-14 sm:px-6 lg:pt-14">
        <div className="grid items-start gap-x-12 gap-y-10 lg:grid-cols-[minmax(0,24rem)_minmax(0,1fr)]">
          <div>
            <h1 className="text-3xl leading-[1.12] font-semibold tracking-tight text-balance sm:text-4xl">
              {words.title}
            </h1>
            <p className="mt-4 text-muted">{words.lead}</p>
            <div className="mt-7 rounded-2xl border border-line bg-surface p-5">
              <JoinByCode />
            </div>
            <div className="mt-3 grid gap-3 sm:grid-cols-2">
              <ButtonLink href="/teach" icon={Presentation} size="lg">
                {words.start}
              </ButtonLink>
              <ButtonLink href="/sandbox" icon={FlaskConical} size="lg">
                {words.alone}
              </ButtonLink>
            </div>
          </div>
          <Stage />
        </div>
        <nav aria-labelledby="starters" className="mt-10">
          <h2 id="starters" className="text-sm text-muted">
            {words.starters}
          </h2>
          {/* Lines of about the same length, in whatever language and window: none of them alone on the last. */}
          <ul className="-mx-1 mt-1 text-balance">
            {SCENARIOS.filter(({ id }) => STARTERS.includes(id)).map((scenario) => (
              <li key={scenario.id} className="m-1 inline-block">
                <ButtonLink size="sm" plain href={`/sandbox${scenarioHash(scenario)}`}>
                  {scenarioTexts.of[scenario.id]?.title ?? scenario.title}
                </ButtonLink>
              </li>
            ))}
          </ul>
        </nav>
        <ul className="mt-10 grid gap-8 border-t border-line pt-8 md:grid-cols-3">
          {[shared, real, predict].map(({ title, text }) => (
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
