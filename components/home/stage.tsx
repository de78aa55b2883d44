'use client';

import { later } from '../design/later.tsx';
import { Spinner } from '../design/spinner.tsx';
import { useWords } from '../language/words.ts';

const Hero = later(['heap', 'home'], () => import('./hero.tsx').then((module) => module.Hero), Starting);

function Starting() {
  const words = useWords('home').home.stage;
  return (
    <p className="flex flex-1 items-center justify-center gap-2 text-sm text-faint">
      <Spinner /> {words.starting}
    </p>
  );
}

/** The hero's place, as large before the machine is there as after. */
export function Stage() {
  const words = useWords('home').home.stage;
  return (
    <section
      aria-label={words.label}
      className="flex h-[27rem] flex-col overflow-hidden rounded-2xl border border-line bg-surface shadow-card max-sm:h-96"
    >
      <Hero />
    </section>
  );
}
