import { KeyRound } from 'lucide-react';
import { ButtonLink } from '../design/button.tsx';
import { Page, TopBar } from '../design/top-bar.tsx';

/** The teacher's page for somebody without the teacher's cookie. */
export function NotSignedIn() {
  return (
    <>
      <TopBar title="Teach" />
      <Page>
        <KeyRound aria-hidden className="size-9 text-accent" strokeWidth={1.5} />
        <h2 className="mt-4 text-2xl font-semibold tracking-tight">Sign in with the printed link</h2>
        <p className="mt-3 max-w-prose text-muted">
          Heaproom has no passwords. When its server starts, it prints a sign-in link for the teacher in the
          terminal, below the address. Open that link in this browser: it works once, and you stay signed in
          for a month.
        </p>
        <pre className="mt-6 overflow-x-auto rounded-lg border border-line bg-sunken px-4 py-3 font-mono text-sm text-muted">
          http://…/api/sign-in?token=…
        </pre>
        <p className="mt-3 max-w-prose text-sm text-faint">
          The link is gone or was used in another browser? Restart the server, and it prints a new one.
          Classes and lessons are kept.
        </p>
        <div className="mt-8 flex flex-wrap gap-3">
          <ButtonLink href="/">Join a class as a student</ButtonLink>
          <ButtonLink href="/sandbox" variant="quiet">
            Try it alone in the sandbox
          </ButtonLink>
        </div>
      </Page>
    </>
  );
}
