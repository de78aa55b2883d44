/** The dictionaries hold the same words in each language, and screens that were moved into them hold no words any more. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Node, parseSync, Visitor } from 'oxc-parser';
import { describe, expect, it } from 'vitest';
import { phrasesIn } from '../../classroom/predict/phrases/index.ts';
import { de } from '../../components/language/de/index.ts';
import { en } from '../../components/language/en/index.ts';
import { es } from '../../components/language/es/index.ts';

/** Every leaf by its path: a text as it is, a sentence made of values as its source. */
function leaves(value: unknown, path: string, out = new Map<string, string>()): Map<string, string> {
  if (typeof value === 'string') out.set(path, value);
  else if (typeof value === 'function') out.set(path, value.toString());
  else if (typeof value === 'object' && value !== null) {
    for (const [key, inside] of Object.entries(value))
      leaves(inside, path === '' ? key : `${path}.${key}`, out);
  }
  return out;
}

/**
 * With the phrases of questions that are made from the heap, which the server needs too. The content of lessons, which
 * stands elsewhere in English, is compared in lessonTexts.test.ts.
 */
function spokenIn(words: typeof en, predictions: ReturnType<typeof phrasesIn>): Map<string, string> {
  const { bankTexts, scenarioTexts, ...others } = words;
  const lessons = { bankTexts: { ...bankTexts, of: {} }, scenarioTexts: { ...scenarioTexts, of: {} } };
  return leaves({ ...others, ...lessons, predictions }, '');
}

const LANGUAGES = {
  de: spokenIn(de, phrasesIn('de')),
  es: spokenIn(es, phrasesIn('es')),
};
const ENGLISH = spokenIn(en, phrasesIn('en'));

/** Numbers come from one place for all languages. */
const SHARED = /^numbers\./;

/** One a line, so that lists grow without touching one another's lines. */
function lines(text: string): readonly string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

/** What is said in the same way, by language; everything else that reads as in English was forgotten. */
const SAME: Readonly<Record<keyof typeof LANGUAGES, readonly string[]>> = {
  de: lines(`
    change.name
    collector.generation
    deck.export.format
    deck.formats.aiken
    deck.import.format
    deck.options.option
    deck.pick.actionOn
    deck.picture.slot
    deck.preview.option
    deck.question.code
    deck.says.plainly
    deck.taskFields.bytes
    deck.taskFields.generation
    deck.taskFields.name
    graph.table.bytes
    graph.table.generation
    graph.table.orders.generation
    graph.table.refs
    heap.news.counted
    heap.news.counts
    heap.pile
    home.sandbox
    home.stage.pause
    inspector.generation
    inspector.labels.local
    liveBar.heap
    liveClass.collector
    liveClass.forms.graph
    liveClass.heap
    livePeople.teamNames.Orange
    livePeople.teams
    memory.table.pool
    memory.table.pools
    page.titles.sandbox
    player.form
    player.generation
    player.graph
    player.tell
    prompt.palette.generation
    prompt.palette.generations.young
    prompt.palette.name
    replay.tabs.collector
    replay.tabs.heap
    replay.which.errors
    review.student.exceptions
    sandbox.tabs.graph
    sandbox.title
    teach.classroom.code
    predictions.dies.spot
  `),
  es: lines(`
    deck.formats.aiken
    deck.pick.actionOn
    deck.picture.slot
    deck.question.unitExample
    deck.says.plainly
    deck.taskFields.bytes
    graph.table.bytes
    heap.news.counted
    heap.news.counts
    heap.pile
    liveBar.heap
    liveClass.heap
    memory.table.pool
    memory.table.pools
    player.refs
    replay.tabs.heap
    time.arenas
    time.collectionSentence
    predictions.dies.spot
    predictions.size.bytes
    predictions.size.unit
  `),
};

describe.each(['de', 'es'] as const)('the words in %s', (language) => {
  const words = LANGUAGES[language];
  it('are those of English, none of them empty', () => {
    expect([...words.keys()].sort()).toEqual([...ENGLISH.keys()].sort());
    expect([...words].filter(([, text]) => text.trim() === '').map(([path]) => path)).toEqual(
      [...ENGLISH].filter(([, text]) => text.trim() === '').map(([path]) => path),
    );
  });

  it('are translated', () => {
    const same = [...words]
      .filter(([path, text]) => !SHARED.test(path) && /[A-Za-z]{2}/.test(text) && ENGLISH.get(path) === text)
      .map(([path]) => path);
    expect(same.sort()).toEqual([...SAME[language]].sort());
  });
});

it('numbers are written as the language writes them', () => {
  const written = ({ numbers }: typeof en) => [
    ...[0, 999, 1000, 1234567, -1234].map(numbers.whole),
    ...[9999, 10240, 1048576].map(numbers.bytes),
    numbers.count(1, 'object', 'objects'),
    numbers.count(2000, 'object', 'objects'),
  ];
  expect(written(en)).toEqual([
    ...['0', '999', '1,000', '1,234,567', '-1,234'],
    ...['9,999 B', '10.0 KiB', '1.00 MiB'],
    ...['1 object', '2,000 objects'],
  ]);
  // Of four digits Spanish makes no groups (Ortografía de la lengua española).
  expect([de, es].map((words) => [words.numbers.whole(1234), words.numbers.bytes(10240)])).toEqual([
    ['1.234', '10,0 KiB'],
    ['1234', '10,0 KiB'],
  ]);
  expect(en.numbers.whole(-0.4)).toBe('0');
});

/** Folders whose screens take their words from the dictionaries. Names of Python and of CPython may stand in them, and an example of a code. */
const MOVED = lines(`
  app
  components/deck
  components/design
  components/heap
  components/home
  components/language
  components/live
  components/memory
  components/player
  components/predict
  components/prompt
  components/review
  components/sandbox
  components/scenario
  components/teach
  components/time
  components/tour
  components/transcript
`);
const PYTHON =
  /^(?:&gt;&gt;&gt;|NameError|K7Q X2M|gc_refs|gc\.collect\(\)|sys\.getsizeof|module|0x|Heaproom|№|KiB|B)$/;
const SPOKEN = new Set([
  'alt',
  'aria-label',
  'aria-roledescription',
  'aria-valuetext',
  'caption',
  'empty',
  'head',
  'hint',
  'label',
  'placeholder',
  'text',
  'title',
]);

function files(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.tsx'))
    .map((name) => join(folder, name));
}

/** Texts between tags, and texts given to what is shown or spoken. */
function spokenTexts(path: string): string[] {
  const found: string[] = [];
  const take = (text: string) => {
    const trimmed = text.trim();
    if (/\p{L}/u.test(trimmed) && !PYTHON.test(trimmed)) found.push(`${path}: ${trimmed}`);
  };
  const literal = (node: Node | null) => {
    if (node === null) return;
    if (node.type === 'JSXExpressionContainer') literal(node.expression);
    else if (node.type === 'Literal' && typeof node.value === 'string') take(node.value);
    else if (node.type === 'TemplateLiteral') take(node.quasis.map(({ value }) => value.raw).join(''));
    else if (node.type === 'ConditionalExpression') {
      literal(node.consequent);
      literal(node.alternate);
    }
  };
  new Visitor({
    JSXText(node) {
      take(node.value);
    },
    JSXAttribute(node) {
      if (node.name.type === 'JSXIdentifier' && SPOKEN.has(node.name.name)) literal(node.value);
    },
    Property(node) {
      if (node.key.type === 'Identifier' && SPOKEN.has(node.key.name)) literal(node.value);
    },
    JSXElement(node) {
      for (const child of node.children) literal(child);
    },
    JSXFragment(node) {
      for (const child of node.children) literal(child);
    },
  }).visit(parseSync(path, readFileSync(path, 'utf8')).program);
  return found;
}

it('no screen of a folder that was moved says anything by itself', () => {
  expect(MOVED.flatMap(files).flatMap(spokenTexts)).toEqual([]);
});
