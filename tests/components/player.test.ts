/** What the player draws and says, from films of real collections. */
import { expect, it } from 'vitest';
import { de } from '../../components/language/de/index.ts';
import { en } from '../../components/language/en/index.ts';
import { es } from '../../components/language/es/index.ts';
import { Playback } from '../../components/player/playback.ts';
import { marksPerObject, verdictOf } from '../../components/player/prediction.ts';
import { nameOf, sentenceOf } from '../../components/player/sentences.ts';
import { listsOf, overlayOf } from '../../components/player/signs.ts';
import { filmCollections, Machine } from '../../heap/index.ts';

function played(statements: readonly string[], source: string): Playback {
  const machine = new Machine({ preimported: ['gc', 'weakref'] });
  for (const one of statements) machine.run('__main__', one);
  const { watch, collections } = filmCollections(machine);
  machine.run('__main__', source, watch);
  const [film] = collections;
  if (film === undefined) throw new Error('nothing was collected');
  return new Playback(film);
}

function said(playback: Playback, words = en.player): string[] {
  return Array.from({ length: playback.length + 1 }, (_, at) => sentenceOf(playback, playback.at(at), words));
}

const RING = ['x = []; y = [x]; x.append(y); keep = []', 'del x, y'];

it('a lost ring, told from the call to the result', () => {
  expect(said(played(RING, 'gc.collect(0)'))).toEqual([
    'gc.collect(0) is called.',
    'Generation 0 is examined: 3 objects, and 1 object of the interpreter’s own. Older ones are not looked at.',
    'Each of the 3 objects gets gc_refs, a copy of its reference count.',
    'List 1 refers to list 2. That reference comes from inside, so it is taken off: gc_refs 1 → 0.',
    'List 2 refers to list 1. That reference comes from inside, so it is taken off: gc_refs 1 → 0.',
    'What is left counts references from outside. 2 objects stand at 0: whatever refers to them is being examined too.',
    'List 1 has gc_refs 0: it is set aside. Something reachable may still refer to it.',
    'List 2 has gc_refs 0: it is set aside. Something reachable may still refer to it.',
    'List 3 has gc_refs 1: something outside refers to it, so it is reachable.',
    'Nothing reachable refers to what is still set aside: 2 objects are unreachable, 1 reachable.',
    '1 survivor moves to generation 1.',
    'None has a legacy finalizer (tp_del): only types written in C can have one, and such objects would go to gc.garbage.',
    'No weak reference refers to anything unreachable.',
    'None has a finalizer left to call.',
    'Counted once more: nothing was brought back. 2 objects are garbage.',
    'List 1 gives up what it refers to. List 1 and list 2 drop to 0 and are freed.',
    'gc.collect(0) returns 2.',
  ]);
});

it('rescue: what was set aside comes back with whoever refers to it', () => {
  const sentences = said(played(['b = []; a = [b]; del b'], 'gc.collect(0)'));
  expect(sentences).toContain(
    'List 1 has gc_refs 0: it is set aside. Something reachable may still refer to it.',
  );
  expect(sentences).toContain(
    'List 2 has gc_refs 1: something outside refers to it, so it is reachable. List 1 comes back from being set aside: list 2 refers to it.',
  );
});

it('classes are called by name, their inner parts are only counted', () => {
  const playback = played(['class Node: pass\n'], 'gc.collect(2)');
  const names = playback.film.examined.map(({ serial }) => nameOf(playback, playback.at(1), serial));
  expect(names).toContainEqual({ kind: 'class', repr: 'class Node' });
  expect([...playback.numbers.keys()]).toHaveLength(1);
  const { collected } = listsOf(playback, playback.at(2));
  expect(collected.lines.map(({ type }) => type)).toEqual(['type']);
  expect(collected.parts).toBe(playback.film.examined.length - 1);
});

it('every sentence of every film is one that a person can read', () => {
  const films = [
    played(RING, 'gc.collect(2)'),
    played(
      ['class P:\n    def __del__(self): s.append(self)\n', 's = []; p = P(); p.p = p; del p'],
      'gc.collect()',
    ),
    played(
      [
        'def g():\n    try: yield\n    finally: pass\n',
        'i = g(); next(i); d = {"i": i}; d["d"] = d; del i, d',
      ],
      'gc.collect()',
    ),
    played(
      ['def log(r): pass\n', 'class N: pass\n', 'n = N(); n.n = n; w = weakref.ref(n, log); del n'],
      'gc.collect()',
    ),
    played([], 'gc.collect(1)'),
    played(['for i in range(200):\n    r = []; r.append(r)\n'], 'gc.collect()'),
  ];
  for (const playback of films) {
    for (const sentence of [en, de, es].flatMap(({ player }) => said(playback, player))) {
      expect(sentence).toMatch(/^(?:[\p{Lu}0-9]|gc\.|__)[^\n]*[.?]$/u);
      expect(sentence).not.toMatch(/undefined|NaN|\[object|an object refers/);
      expect(sentence.length).toBeLessThan(330);
    }
  }
});

it('back and forth, a moment is the same', () => {
  const playback = played(RING, 'gc.collect(1)');
  const forth = Array.from({ length: playback.length + 1 }, (_, at) => playback.at(at));
  for (const moment of forth.toReversed()) {
    const again = playback.at(moment.at);
    expect(again.figures).toEqual(moment.figures);
    expect(again.view).toBe(moment.view);
  }
  expect(playback.at(-5).at).toBe(0);
  expect(playback.at(1000).at).toBe(playback.length);
});

it('the lists: examined, set aside, unreachable, freed; the picture says leaked only when the collector knows', () => {
  const playback = played(RING, 'gc.collect(0)');
  const at = (phase: string) => playback.film.steps.findLastIndex((step) => step.phase === phase) + 1;
  const sizes = (moment: number) => {
    const { collected, unreachable, freed } = listsOf(playback, playback.at(moment));
    return [collected.lines.length, unreachable.lines.length, freed.lines.length];
  };
  const leaks = (moment: number) =>
    playback.at(moment).view.objects.filter((object) => !object.reachable).length;
  expect([sizes(at('count')), leaks(at('count'))]).toEqual([[3, 0, 0], 0]);
  expect([sizes(at('scan') - 1), leaks(at('scan') - 1)]).toEqual([[1, 2, 0], 0]);
  expect([sizes(at('scan')), leaks(at('scan'))]).toEqual([[1, 2, 0], 2]);
  expect([sizes(at('end')), leaks(at('end'))]).toEqual([[1, 0, 2], 0]);
  const survivor = playback
    .at(at('end'))
    .view.objects.find(({ type, builtin }) => type === 'list' && !builtin);
  expect(survivor?.generation).toBe(1);
});

it('on the graph: numbers, gc_refs, who acts, along which reference', () => {
  const playback = played(RING, 'gc.collect(0)');
  const step = playback.film.steps.findIndex(({ fact }) => fact.kind === 'subtract') + 1;
  const overlay = overlayOf(playback, playback.at(step), en.player);
  const [one, two, three] = playback.film.examined.map(({ serial }) => serial);
  expect(overlay.walked).toEqual([{ from: one, to: two }]);
  expect(overlay.badges?.get(two ?? 0)).toEqual([
    { text: '№ 2', tone: 'neutral' },
    { text: 'gc_refs 0', tone: 'leaked' },
  ]);
  expect(overlay.rings?.get(one ?? 0)).toBe('accent');
  expect(overlay.dimmed?.has(three ?? 0)).toBe(false);
  expect(overlay.focus).toBe(one);
});

it('a prediction is right or wrong when the collector has decided, not before', () => {
  const prediction = { freed: new Set([1, 2]), returned: 2 };
  expect(verdictOf(prediction, 1, 'waiting')).toBe('marked');
  expect(verdictOf(prediction, 1, 'unreachable')).toBe('marked');
  expect(verdictOf(prediction, 3, 'unreachable')).toBeNull();
  expect(verdictOf(prediction, 1, 'freed')).toBe('right');
  expect(verdictOf(prediction, 2, 'resurrected')).toBe('wrong');
  expect(verdictOf(prediction, 2, 'survivor')).toBe('wrong');
  expect(verdictOf(prediction, 3, 'freed')).toBe('missed');
  expect(verdictOf(prediction, 3, 'survivor')).toBeNull();
  expect(marksPerObject([new Set([1, 2]), new Set([2])])).toEqual(
    new Map([
      [1, 1],
      [2, 2],
    ]),
  );
});
