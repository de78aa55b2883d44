'use client';

import { ButtonLink } from '../../components/design/button.tsx';
import { Page, TopBar } from '../../components/design/top-bar.tsx';
import { useWords } from '../../components/language/words.ts';

export default function NotFound() {
  const { nowhere, toStart } = useWords('page').page;
  return (
    <>
      <TopBar />
      <Page>
        <p className="font-mono text-sm text-faint">NameError</p>
        <h1 className="mt-2 text-2xl font-semibold tracking-tight">{nowhere.title}</h1>
        <p className="mt-3 max-w-prose text-muted">{nowhere.text}</p>
        <div className="mt-8">
          <ButtonLink href="/" variant="primary">
            {toStart}
          </ButtonLink>
        </div>
      </Page>
    </>
  );
}
