/** Which language a page is asked for in: RFC 9110, section 12.5.4, and the choice made on the page before it. */
import { expect, test } from 'vitest';
import { LANGUAGES } from '../../classroom/languages.ts';
import { languageOf } from '../../server/http/language.ts';

const CASES: readonly (readonly [
  accepted: string | undefined,
  cookie: string | undefined,
  language: string,
])[] = [
  [undefined, undefined, 'en'],
  ['de-AT,de;q=0.9,en;q=0.8', undefined, 'de'],
  ['fr-FR,fr;q=0.9,es;q=0.5,en;q=0.4', undefined, 'es'],
  ['fr', undefined, 'en'],
  ['en;q=0.2, de;q=0.7', undefined, 'de'],
  ['de', 'heaproom_language=es', 'es'],
  ['de', 'heaproom_language=tlh', 'de'],
  ['de', 'other=es', 'de'],
  [';;;,=,q=x', undefined, 'en'],
];

test.each(CASES)('%s with cookie %s: %s', (accepted, cookie, language) => {
  expect(
    languageOf(
      {
        ...(accepted === undefined ? {} : { 'accept-language': accepted }),
        ...(cookie === undefined ? {} : { cookie }),
      },
      LANGUAGES,
    ),
  ).toBe(language);
});

test('what is not offered is not given', () => {
  expect(languageOf({ 'accept-language': 'de', cookie: 'heaproom_language=es' }, ['en'])).toBe('en');
});
