'use client';

import { type LucideIcon, SearchX, UserRoundX } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Refusal } from '../../classroom/protocol/refusal.ts';
import { Button, ButtonLink } from '../design/button.tsx';
import { Page, TopBar } from '../design/top-bar.tsx';
import { useRefusal } from '../language/refusal.ts';
import { useWords } from '../language/words.ts';

/** The reason why somebody is not in the class, with what can be done about it. */
export function Refused({ refusal, onRetry }: { readonly refusal: Refusal; readonly onRetry?: () => void }) {
  const { liveDoor, page } = useWords('liveDoor', 'page');
  const says = useRefusal();
  const Icon = refusal.code === 'removed' ? UserRoundX : SearchX;
  const reload = refusal.code === 'wrongWire';
  return (
    <Message
      icon={Icon}
      title={refusal.code === 'unknownCode' ? liveDoor.noSuchClass : liveDoor.notInClass}
      actions={
        <>
          {reload ? (
            <Button variant="primary" onClick={() => location.reload()}>
              {liveDoor.reload}
            </Button>
          ) : onRetry === undefined || refusal.code === 'unknownCode' ? null : (
            <Button variant="primary" onClick={onRetry}>
              {liveDoor.tryAgain}
            </Button>
          )}
          <ButtonLink href="/">{page.toStart}</ButtonLink>
        </>
      }
    >
      {says(refusal)}
    </Message>
  );
}

/** One thing to say, and what can be done about it. */
export function Message({
  icon: Icon,
  title,
  children,
  actions,
}: {
  readonly icon: LucideIcon;
  readonly title: string;
  readonly children: ReactNode;
  readonly actions: ReactNode;
}) {
  return (
    <>
      <TopBar />
      <Page>
        <Icon aria-hidden className="size-9 text-accent" strokeWidth={1.5} />
        <h1 className="mt-4 text-2xl font-semibold tracking-tight wrap-anywhere">{title}</h1>
        <p role="status" className="mt-3 max-w-prose text-muted">
          {children}
        </p>
        <div className="mt-8 flex flex-wrap gap-3">{actions}</div>
      </Page>
    </>
  );
}
