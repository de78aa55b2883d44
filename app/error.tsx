'use client';

import { RotateCw } from 'lucide-react';
import { Button, ButtonLink } from '../components/design/button.tsx';
import { Page, TopBar } from '../components/design/top-bar.tsx';

export default function ErrorPage({ reset }: { readonly error: Error; readonly reset: () => void }) {
  return (
    <>
      <TopBar />
      <Page>
        <div role="alert">
          <h1 className="text-2xl font-semibold tracking-tight">This page failed</h1>
          <p className="mt-3 max-w-prose text-muted">
            That is a fault of Heaproom. What the class has done is stored on the server and is not affected.
          </p>
        </div>
        <div className="mt-8 flex flex-wrap gap-3">
          <Button variant="primary" icon={RotateCw} onClick={reset}>
            Try again
          </Button>
          <ButtonLink href="/" plain>
            To the start page
          </ButtonLink>
        </div>
      </Page>
    </>
  );
}
