'use client';

import { KeyRound } from 'lucide-react';
import { ButtonLink } from '../design/button.tsx';
import { Page, TopBar } from '../design/top-bar.tsx';
import { useWords } from '../language/words.ts';

const EXAMPLE = 'http://…/api/sign-in?token=…';

/** The teacher's page for somebody without the teacher's cookie. */
export function NotSignedIn() {
  const words = useWords('teach').teach;
  const { signIn } = words;
  return (
    <>
      <TopBar title={words.title} />
      <Page>
        <KeyRound aria-hidden className="size-9 text-accent" strokeWidth={1.5} />
        <h2 className="mt-4 text-2xl font-semibold tracking-tight">{signIn.title}</h2>
        <p className="mt-3 max-w-prose text-muted">{signIn.text}</p>
        <pre className="mt-6 overflow-x-auto rounded-lg border border-line bg-sunken px-4 py-3 font-mono text-sm text-muted">
          {EXAMPLE}
        </pre>
        <p className="mt-3 max-w-prose text-sm text-faint">{signIn.gone}</p>
        <div className="mt-8 flex flex-wrap gap-3">
          <ButtonLink href="/">{signIn.join}</ButtonLink>
          <ButtonLink href="/sandbox" variant="quiet">
            {signIn.alone}
          </ButtonLink>
        </div>
      </Page>
    </>
  );
}
