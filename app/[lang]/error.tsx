'use client';

import { RotateCw } from 'lucide-react';
import { Button, ButtonLink } from '../../components/design/button.tsx';
import { Page, TopBar } from '../../components/design/top-bar.tsx';
import { useWords } from '../../components/language/words.ts';

export default function ErrorPage({ reset }: { readonly error: Error; readonly reset: () => void }) {
  const { failed, toStart } = useWords('page').page;
  return (
    <>
      <TopBar />
      <Page>
        <div role="alert">
          <h1 className="text-2xl font-semibold tracking-tight">{failed.title}</h1>
          <p className="mt-3 max-w-prose text-muted">{failed.text}</p>
        </div>
        <div className="mt-8 flex flex-wrap gap-3">
          <Button variant="primary" icon={RotateCw} onClick={reset}>
            {failed.again}
          </Button>
          <ButtonLink href="/" plain>
            {toStart}
          </ButtonLink>
        </div>
      </Page>
    </>
  );
}
