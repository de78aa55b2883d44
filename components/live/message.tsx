'use client';

import { type LucideIcon, SearchX, UserRoundX } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Refusal, RefusalCode } from '../../classroom/protocol/refusal.ts';
import { Button, ButtonLink } from '../design/button.tsx';
import { Page, TopBar } from '../design/top-bar.tsx';
import { useRefusal } from '../language/refusal.ts';
import { useWords, type Words } from '../language/words.ts';

/** What says why somebody is not in a class; other refusals are not about that. */
const NOT_IN: ReadonlySet<RefusalCode> = new Set([
  'removed',
  'notMember',
  'classFull',
  'locked',
  'noSession',
]);

function titleOf({ code }: Refusal, { liveDoor, page }: Pick<Words, 'liveDoor' | 'page'>): string {
  if (code === 'unknownCode') return liveDoor.noSuchClass;
  if (code === 'notFound') return page.nowhere.title;
  if (code === 'notSignedIn') return liveDoor.forTeachers;
  return NOT_IN.has(code) ? liveDoor.notInClass : liveDoor.notDone;
}

export interface RefusedProps {
  readonly refusal: Refusal;
  readonly onRetry?: () => void;
  /** Inside a page that has its bar already. */
  readonly inPage?: boolean;
}

/** The reason why somebody is not in the class, or sees nothing, with what can be done about it. */
export function Refused({ refusal, onRetry, inPage = false }: RefusedProps) {
  const words = useWords('liveDoor', 'page');
  const { liveDoor, page } = words;
  const says = useRefusal();
  const Icon = refusal.code === 'removed' ? UserRoundX : SearchX;
  const reload = refusal.code === 'wrongWire';
  const nowhere = refusal.code === 'notFound';
  return (
    <Message
      icon={Icon}
      inPage={inPage}
      title={titleOf(refusal, words)}
      actions={
        <>
          {reload ? (
            <Button variant="primary" onClick={() => location.reload()}>
              {liveDoor.reload}
            </Button>
          ) : onRetry === undefined || nowhere || refusal.code === 'unknownCode' ? null : (
            <Button variant="primary" onClick={onRetry}>
              {liveDoor.tryAgain}
            </Button>
          )}
          <ButtonLink href="/">{page.toStart}</ButtonLink>
        </>
      }
    >
      {nowhere ? page.nowhere.text : says(refusal)}
    </Message>
  );
}

/** One thing to say, and what can be done about it. */
export function Message({
  icon: Icon,
  title,
  children,
  actions,
  inPage = false,
}: {
  readonly icon: LucideIcon;
  readonly title: string;
  readonly children: ReactNode;
  readonly actions: ReactNode;
  readonly inPage?: boolean;
}) {
  const Heading = inPage ? 'h2' : 'h1';
  const said = (
    <>
      <Icon aria-hidden className="size-9 text-accent" strokeWidth={1.5} />
      <Heading className="mt-4 text-2xl font-semibold tracking-tight wrap-anywhere">{title}</Heading>
      <p role="status" className="mt-3 max-w-prose text-muted">
        {children}
      </p>
      <div className="mt-8 flex flex-wrap gap-3">{actions}</div>
    </>
  );
  if (inPage) return said;
  return (
    <>
      <TopBar />
      <Page>{said}</Page>
    </>
  );
}
