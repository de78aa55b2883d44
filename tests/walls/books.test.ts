/**
 * Whoever speaks has its words here before it is drawn: a page names its books in Speaks, a part that is loaded later
 * names them in `later`. Read off the sources, by the modules that are loaded together.
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { type Node, parseSync, Visitor } from 'oxc-parser';
import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../../classroom/languages.ts';
import { type Book, bookOf, fetchBook, type Part, wordsHere } from '../../components/language/books.ts';
import { de } from '../../components/language/de/index.ts';
import { en } from '../../components/language/en/index.ts';
import { es } from '../../components/language/es/index.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const EVERYWHERE = 'everywhere';

/** A module that is loaded later from another one, and the books that are named there; null where none can be. */
interface Loaded {
  readonly from: string;
  readonly target: string;
  readonly books: readonly string[] | null;
}

interface Module {
  readonly imports: readonly string[];
  readonly loads: readonly Loaded[];
  /** The parts of the dictionary that it reads. */
  readonly parts: readonly string[];
  /** The books in its Speaks. */
  readonly speaks: readonly string[];
}

function texts(node: Node | null | undefined): string[] {
  if (node?.type !== 'ArrayExpression') return [];
  return node.elements.flatMap((one) =>
    one?.type === 'Literal' && typeof one.value === 'string' ? [one.value] : [],
  );
}

function read(file: string): Module {
  const { program, module } = parseSync(file, readFileSync(path.join(ROOT, file), 'utf8'));
  const own = (specifier: string) =>
    specifier.startsWith('.') ? [path.posix.join(path.posix.dirname(file), specifier)] : [];
  const parts: string[] = [];
  const speaks: string[] = [];
  const named = new Map<number, readonly string[]>();
  const loads: Loaded[] = [];
  new Visitor({
    CallExpression({ callee, arguments: given, start, end }) {
      if (callee.type !== 'Identifier') return;
      if (callee.name === 'useWords')
        for (const one of given)
          if (one.type === 'Literal' && typeof one.value === 'string') parts.push(one.value);
      if (['later', 'laterDialog', 'soon'].includes(callee.name) && given[0] !== undefined)
        for (let place = start; place < end; place++) named.set(place, texts(given[0]));
    },
    ImportExpression({ source, start }) {
      for (const target of source.type === 'Literal' ? own(String(source.value)) : [])
        loads.push({ from: file, target, books: named.get(start) ?? null });
    },
    JSXOpeningElement({ name, attributes }) {
      if (name.type !== 'JSXIdentifier' || name.name !== 'Speaks') return;
      for (const one of attributes)
        if (one.type === 'JSXAttribute' && one.value?.type === 'JSXExpressionContainer')
          speaks.push(...texts(one.value.expression));
    },
  }).visit(program);
  const imports = [
    ...module.staticImports
      .filter(({ entries }) => entries.length === 0 || entries.some(({ isType }) => !isType))
      .map(({ moduleRequest }) => moduleRequest.value),
    ...module.staticExports.flatMap(({ entries }) =>
      entries.flatMap(({ isType, moduleRequest }) =>
        isType || moduleRequest === null ? [] : [moduleRequest.value],
      ),
    ),
  ];
  return { imports: imports.flatMap(own), loads, parts, speaks: [...new Set(speaks)] };
}

const FILES = ['app', 'components'].flatMap((folder) =>
  readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => `${folder}/${name.replaceAll(path.sep, '/')}`),
);
const MODULES = new Map(FILES.map((file) => [file, read(file)]));

function isPart(name: string): name is Part {
  return name in en;
}

/** The books of everything that comes with this module. */
function needed(entry: string): readonly Book[] {
  const seen = new Set<string>();
  const books = new Set<Book>();
  const visit = (file: string): void => {
    const module = MODULES.get(file);
    if (module === undefined || seen.has(file)) return;
    seen.add(file);
    for (const part of module.parts) if (isPart(part)) books.add(bookOf(part));
    for (const target of module.imports) visit(target);
  };
  visit(entry);
  return [...books].filter((book) => book !== EVERYWHERE).sort();
}

const LOADS = [...MODULES.values()]
  .flatMap(({ loads }) => loads)
  .filter(({ target }) => !target.startsWith('components/language/'));

it('what is loaded later is loaded with the books that it speaks', () => {
  const found = LOADS.filter(({ books }) => books !== null);
  expect(found.length).toBeGreaterThan(25);
  expect(found.map(({ target, books }) => `${target}: ${books?.toSorted().join(' ')}`)).toEqual(
    found.map(({ target }) => `${target}: ${needed(target).join(' ')}`),
  );
});

it('where no books are named, those of the module that loads are enough', () => {
  const found = LOADS.filter(({ books }) => books === null);
  expect(found.length).toBeGreaterThan(3);
  expect(
    found.flatMap(({ from, target }) =>
      needed(target)
        .filter((book) => !needed(from).includes(book))
        .map((book) => `${from} loads ${target}, which needs ${book}`),
    ),
  ).toEqual([]);
});

it('a page fetches the books that it speaks', () => {
  const pages = FILES.filter((file) => file.startsWith('app/') && file.endsWith('/page.tsx'));
  expect(pages.length).toBeGreaterThan(10);
  expect(pages.map((page) => `${page}: ${MODULES.get(page)?.speaks.toSorted().join(' ')}`)).toEqual(
    pages.map((page) => `${page}: ${needed(page).join(' ')}`),
  );
});

it('what stands around or for a page needs what every page has', () => {
  const others = FILES.filter((file) => file.startsWith('app/') && !file.endsWith('/page.tsx'));
  expect(others).toContain('app/[lang]/layout.tsx');
  expect(others.flatMap((file) => needed(file).map((book) => `${file} needs ${book}`))).toEqual([]);
});

describe.each(LANGUAGES)('the books in %s', (language) => {
  it('hold every part of the dictionary, each in one place', async () => {
    const all = { en, de, es }[language];
    expect(new Set(Object.keys(wordsHere(language))).size).toBe(0);
    const parts = Object.keys(all).filter(isPart);
    for (const part of parts) await fetchBook(language, bookOf(part));
    for (const part of parts) expect(wordsHere(language)[part], part).toBe(all[part]);
  });
});
