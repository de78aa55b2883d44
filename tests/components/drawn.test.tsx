/**
 * What is drawn is true: after every statement of random programs, cards, arrows, piles, table, names, lanes and the
 * memory bar are read as a person reads them and compared with the machine. The drawing goes from one moment to the next
 * as on the screen; every few statements the machine is asked afresh, from a snapshot, because what is kept from before
 * must be as true as what is read anew.
 */
import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { HeapCard } from '../../components/heap/card.tsx';
import { CollectorLanes } from '../../components/heap/collector.tsx';
import { type Drawing, firstDrawing, redraw, settled } from '../../components/heap/drawing.ts';
import { MemoryBar } from '../../components/heap/memory-bar.tsx';
import { NamesAndFrames } from '../../components/heap/names.tsx';
import { type Card, DEFAULT_PICTURE, type PictureOptions } from '../../components/heap/picture.ts';
import { HeapTable } from '../../components/heap/table.tsx';
import { en } from '../../components/language/en/index.ts';
import { SpokenContext } from '../../components/language/words.ts';
import { type HeapView, Machine, type ObjectView, type Serial } from '../../heap/index.ts';
import { randomProgram } from '../conformance/fuzz/program.ts';

const PROGRAMS = 6;
/** A machine made afresh costs more than a statement. */
const AFRESH = 12;
const NOTHING = { mark: undefined, badges: undefined, ring: undefined, ports: null } as const;
const ENTITIES: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#x27;': "'",
};

const SPOKEN = { language: 'en', words: en } as const;

function drawn(element: ReactNode): string {
  return renderToStaticMarkup(<SpokenContext value={SPOKEN}>{element}</SpokenContext>);
}

/** The pieces of text of some markup, in reading order. */
function read(markup: string): string[] {
  return markup
    .replaceAll('<!-- -->', '')
    .split(/<[^>]*>/)
    .filter((piece) => piece !== '')
    .map((piece) => piece.replace(/&(?:amp|lt|gt|quot|#x27);/g, (entity) => ENTITIES[entity] ?? entity));
}

function readCard(card: Card, withOwner = true): string[] {
  return read(
    drawn(
      <HeapCard
        {...NOTHING}
        card={card}
        moment="calm"
        change={undefined}
        look={undefined}
        mine={false}
        selected={false}
        dimmed={false}
        withOwner={withOwner}
        cursor={false}
      />,
    ),
  );
}

function refs(object: ObjectView): string[] {
  return object.refcount === null ? [] : [`${object.refcount} ${object.refcount === 1 ? 'ref' : 'refs'}`];
}

function generation({ generation: at, tracked }: ObjectView): string {
  if (at === 'permanent') return 'permanent';
  return at === null ? (tracked ? 'tracked' : 'untracked') : `gen ${at}`;
}

const SCALARS = new Set(['int', 'float', 'complex', 'str', 'bytes', 'bool', 'NoneType']);
const SINGLETONS = new Set(['ellipsis', 'NotImplementedType']);

function folded(object: ObjectView): boolean {
  return object.slots.length === 0 && (SCALARS.has(object.type) || SINGLETONS.has(object.type));
}

/** Every reference that the heap has between things with a card, counted: `from>to`, weak ones with `~`. */
function referencesOf(view: HeapView, { picture }: Drawing): Map<string, number> {
  const { cardOf } = picture;
  const found = new Map<string, number>();
  const add = (from: string | undefined, to: string | undefined, weak: boolean) => {
    if (from === undefined || to === undefined) return;
    const key = `${from}>${to}${weak ? '~' : ''}`;
    found.set(key, (found.get(key) ?? 0) + 1);
  };
  for (const object of view.objects) {
    const from = cardOf.get(object.serial);
    // A module is drawn as its names.
    if (from === undefined || from.startsWith('m:')) continue;
    for (const { label, target, weak } of object.slots) {
      const to = cardOf.get(target);
      if (label !== '__class__' && !(from.startsWith('p:') && to === from)) add(from, to, weak);
    }
  }
  for (const card of picture.cards) {
    if (card.kind !== 'namespace') continue;
    const namespace = view.namespaces.find(
      ({ title, holder, module }) =>
        title === card.namespace.title &&
        holder === card.namespace.holder &&
        module === card.namespace.module,
    );
    for (const { target } of namespace?.names ?? []) add(card.id, cardOf.get(target), false);
    if (namespace?.holder != null) add(cardOf.get(namespace.holder), card.id, false);
  }
  return found;
}

/** The same from the picture. Lines without room share an arrow, which is weak only when all of them are. */
function arrowsOf({ picture }: Drawing): Map<string, number> {
  const found = new Map<string, number>();
  for (const { from, to, weak, times } of picture.arrows) {
    const key = `${from}>${to}${weak ? '~' : ''}`;
    found.set(key, (found.get(key) ?? 0) + times);
  }
  return found;
}

function checkGraph(view: HeapView, drawing: Drawing): void {
  const objects = new Map<Serial, ObjectView>(view.objects.map((object) => [object.serial, object]));
  const { picture, options } = drawing;
  const drawn = new Set<Serial>();
  for (const card of picture.cards) {
    const said = readCard(card);
    if (card.kind === 'object') {
      const object = objects.get(card.object.serial);
      if (object === undefined) throw new Error(`${card.id} is drawn and is not there`);
      drawn.add(object.serial);
      const rows = card.rows.flatMap(({ label, value }) => [
        ...(label === '' ? [] : [label]),
        ...(value === null || value === '' ? [] : [value]),
      ]);
      expect(said).toEqual([
        object.type,
        ...refs(object),
        object.repr,
        ...rows,
        ...(card.more > 0 ? [`${card.more} more`] : []),
        generation(object),
        ...(object.owner === null ? [] : [object.owner]),
        ...(object.reachable ? [] : ['leaked']),
      ]);
    } else if (card.kind === 'pile') {
      const members = card.members.map((serial) => objects.get(serial));
      let bytes = 0;
      for (const member of members) {
        if (member === undefined) throw new Error(`${card.id} has a member that is not there`);
        drawn.add(member.serial);
        bytes += member.size;
        expect(member.reachable).toBe(!card.leaked);
        expect(member.owner).toBe(card.owner);
      }
      expect(said[0]).toMatch(new RegExp(`\\b${members.length}\\b`));
      expect(card.bytes).toBe(bytes);
    } else {
      const namespace = view.namespaces.find(
        ({ title, holder }) => title === card.namespace.title && holder === card.namespace.holder,
      );
      expect(said[0]).toBe(namespace?.title);
      expect(card.rows.length + card.more).toBe(namespace?.names.length);
    }
    for (const { label, target, value } of card.rows) {
      if (target === null) throw new Error(`${card.id} has a line to nowhere`);
      if (value === null) expect(picture.cardOf.has(target)).toBe(true);
      else if (objects.has(target)) expect([label, value]).toEqual([label, objects.get(target)?.repr]);
    }
  }
  const wanted = view.objects.filter(
    (object) => !object.builtin && !object.internal && !folded(object) && object.type !== 'module',
  );
  if (!options.scalars) expect([...drawn].sort((a, b) => a - b)).toEqual(wanted.map(({ serial }) => serial));
  const strong = (all: Map<string, number>) => {
    const sums = new Map<string, number>();
    for (const [key, times] of all) {
      const pair = key.replace('~', '');
      sums.set(pair, (sums.get(pair) ?? 0) + times);
    }
    return Object.fromEntries([...sums].sort());
  };
  const [inHeap, inPicture] = [referencesOf(view, drawing), arrowsOf(drawing)];
  expect(strong(inPicture)).toEqual(strong(inHeap));
  // An arrow is dashed only where nothing strong goes that way from the same line.
  for (const [key, times] of inPicture)
    if (key.endsWith('~')) expect(inHeap.get(key)).toBeGreaterThanOrEqual(times);
}

function checkPanes(view: HeapView): void {
  const lanes = read(drawn(<CollectorLanes collector={view.collector} explain={false} />));
  const { sizes, counts, thresholds } = view.collector;
  for (const at of [0, 1, 2] as const) {
    const from = lanes.indexOf(`Generation ${at}`);
    expect(
      lanes
        .slice(from + 1, from + 4)
        .join(' ')
        .replaceAll(',', ''),
    ).toBe(`${sizes[at]} ${sizes[at] === 1 ? 'object' : 'objects'} ${counts[at]}  of ${thresholds[at]}`);
  }
  const bar = read(drawn(<MemoryBar memory={view.memory} objects={7} leaked={0} />)).join('');
  const size = (bytes: number) =>
    bytes < 10_000
      ? `${bytes.toLocaleString('en')} B`
      : bytes < 2 ** 20
        ? `${(bytes / 1024).toFixed(1)} KiB`
        : `${(bytes / 2 ** 20).toFixed(2)} MiB`;
  const { bytesUsed, bytesFromSystem, arenas, blocks } = view.memory;
  expect(bar).toContain(`${size(bytesUsed)} of ${size(bytesFromSystem)}`);
  expect(bar).toContain(
    `${arenas} ${arenas === 1 ? 'arena' : 'arenas'}, ${blocks.toLocaleString('en')} block${blocks === 1 ? '' : 's'}`,
  );

  const byName = read(drawn(<NamesAndFrames view={view} selected={null} onSelect={() => {}} />));
  const objects = new Map(view.objects.map((object) => [object.serial, object]));
  const told = view.namespaces.flatMap((namespace) => [
    namespace.title,
    namespace.kind === 'frame' ? `frame in ${namespace.module}` : 'names',
    ...(namespace.names.length === 0 ? ['no names yet'] : []),
    ...namespace.names.flatMap(({ name, target, module }) => {
      const object = objects.get(target);
      return [name, object?.repr ?? `module ${module}`, ...(object === undefined ? [] : refs(object))];
    }),
  ]);
  expect(byName).toEqual(told.filter((text) => text !== ''));

  const markup = drawn(<HeapTable view={view} selected={null} onSelect={() => {}} />);
  const rows = markup
    .slice(markup.indexOf('<tbody'))
    .split('<tr')
    .slice(1)
    .map((row) => read(`<tr${row}`).join(' '));
  const listed = view.objects.filter(
    (object) => !object.builtin && !object.internal && !folded(object) && object.type !== 'module',
  );
  for (const [at, object] of listed.slice(0, 100).entries()) {
    const row = (rows[at] ?? '').replaceAll(',', '');
    expect(row.startsWith(`${object.type} ${object.repr}`.replaceAll(',', ''))).toBe(true);
    const numbers = object.refcount === null ? `${object.size}` : `${object.refcount} ${object.size}`;
    expect(row).toContain(` ${numbers} ${generation(object)}`);
    expect(row.includes(' leaked')).toBe(!object.reachable);
  }
}

const PICTURES: readonly (readonly [string, PictureOptions])[] = [
  ['as it opens', DEFAULT_PICTURE],
  ['with numbers and texts as cards', { ...DEFAULT_PICTURE, scalars: true }],
  ['on piles by type', { ...DEFAULT_PICTURE, piles: 'type' }],
  ['on piles by owner', { ...DEFAULT_PICTURE, piles: 'owner' }],
];

describe('every drawn number is what the machine says, after each statement of random programs', () => {
  for (const [name, options] of PICTURES) {
    test(`the graph ${name}`, () => {
      for (let seed = 1; seed <= PROGRAMS; seed++) {
        const machine = new Machine({ preimported: ['gc', 'sys', 'weakref'] });
        let drawing = firstDrawing(machine.inspect(), options);
        const program = randomProgram(seed);
        for (const [at, source] of program.entries()) {
          machine.run('__main__', source);
          const view = machine.inspect();
          drawing = settled(redraw(drawing, view, options));
          const afresh = at % AFRESH === AFRESH - 1 || at === program.length - 1;
          checkGraph(afresh ? Machine.restore(machine.snapshot()).inspect() : view, drawing);
        }
      }
    });
  }

  test('names, lanes, memory bar and table', () => {
    for (let seed = 1; seed <= PROGRAMS; seed++) {
      const machine = new Machine({ preimported: ['gc', 'sys', 'weakref'] });
      for (const source of randomProgram(seed)) {
        machine.run('__main__', source);
        machine.inspect();
      }
      checkPanes(Machine.restore(machine.snapshot()).inspect());
    }
  });
});

test('no surviving card moves while names of a real heap of 200 objects are deleted one after another', () => {
  const machine = new Machine();
  machine.run('__main__', 'hold = [[n] for n in range(100)]');
  machine.run('__main__', 'for n in range(100): globals()[f"x{n}"] = {"to": hold[n]}');
  const options: PictureOptions = { ...DEFAULT_PICTURE, piles: 'none' };
  let drawing = firstDrawing(machine.inspect(), options);
  expect(drawing.picture.cards.filter((card) => card.kind === 'object')).toHaveLength(201);
  const places = new Map(drawing.places);
  let deaths = 0;
  for (let n = 0; n < 100; n += 3) {
    machine.run('__main__', `del x${n}; hold[${n}] = None`);
    drawing = redraw(drawing, machine.inspect(), options);
    deaths += drawing.difference.gone.filter(({ type }) => type === 'dict' || type === 'list').length;
    for (const card of drawing.picture.cards)
      expect(drawing.places.get(card.id)).toEqual(places.get(card.id));
    drawing = settled(drawing);
  }
  // A dict and a list each time.
  expect(deaths).toBe(68);
  expect(drawing.picture.cards.filter((card) => card.kind === 'object')).toHaveLength(201 - 68);
});
