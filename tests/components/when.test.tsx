/** Days as each language writes them (CLDR: medium date, short time), in UTC as the server writes them. */
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { WORDS } from '../../components/language/all.ts';
import { SpokenContext } from '../../components/language/words.ts';
import { When } from '../../components/teach/when.tsx';

test.each([
  ['en', '9 Feb 2026, 13:05'],
  ['de', '09.02.2026, 13:05'],
  ['es', '9 feb 2026, 13:05'],
] as const)('in %s: %s', (language, written) => {
  const markup = renderToStaticMarkup(
    <SpokenContext value={{ language, words: WORDS[language] }}>
      <When at={Date.UTC(2026, 1, 9, 13, 5)} />
    </SpokenContext>,
  );
  expect(markup).toBe(`<time dateTime="2026-02-09T13:05:00.000Z" class="tabular">${written}</time>`);
});
