/**
 * A film as it is played: what stands where after each step. Pure; steps count from 0, which is the moment before the
 * first one, so that `length` steps make `length + 1` moments.
 */
import type {
  CollectionFilm,
  Examined,
  FilmStep,
  HeapView,
  ObjectView,
  Serial,
  Standing,
} from '../../heap/index.ts';

export interface Figure {
  readonly gcRefs: number | null;
  readonly standing: Standing;
}

export interface Moment {
  readonly at: number;
  /** The step that led here; null at the very beginning. */
  readonly step: FilmStep | null;
  readonly figures: ReadonlyMap<Serial, Figure>;
  /** As they were before the step. */
  readonly before: ReadonlyMap<Serial, Figure>;
  readonly view: HeapView;
}

/** After these an object is drawn in another way. */
const DRAWN: Readonly<Record<Standing, 'alive' | 'lost' | 'moved' | 'gone'>> = {
  waiting: 'alive',
  reachable: 'alive',
  tentative: 'alive',
  unreachable: 'lost',
  survivor: 'moved',
  untracked: 'alive',
  resurrected: 'moved',
  freed: 'gone',
};

export class Playback {
  readonly film: CollectionFilm;
  /** Place in the collector's list, parts of classes left out, from 1: what objects are called in the player. */
  readonly numbers: ReadonlyMap<Serial, number>;
  readonly examined: ReadonlyMap<Serial, Examined>;
  /** For each moment, the earliest one with the same picture. */
  readonly #same: readonly number[];
  readonly #views = new Map<number, HeapView>();

  constructor(film: CollectionFilm) {
    this.film = film;
    this.numbers = new Map(
      film.examined.filter(({ part }) => !part).map(({ serial }, index) => [serial, index + 1]),
    );
    this.examined = new Map(film.examined.map((one) => [one.serial, one]));
    this.#same = samePictures(film);
  }

  get length(): number {
    return this.film.steps.length;
  }

  at(moment: number): Moment {
    const at = Math.min(Math.max(0, Math.trunc(moment)), this.length);
    const before = this.#fold(at - 1);
    const step = this.film.steps[at - 1] ?? null;
    const figures = step === null ? before : apply(before, step);
    return { at, step, before, figures, view: this.#view(at, figures) };
  }

  #fold(steps: number): Map<Serial, Figure> {
    const figures = new Map<Serial, Figure>();
    for (const { changes } of this.film.steps.slice(0, Math.max(0, steps)))
      for (const { serial, gcRefs, standing } of changes) figures.set(serial, { gcRefs, standing });
    return figures;
  }

  #view(at: number, figures: ReadonlyMap<Serial, Figure>): HeapView {
    const key = this.#same[at] ?? at;
    const known = this.#views.get(key);
    if (known !== undefined) return known;
    const seen = (this.film.steps[Math.max(0, at - 1)] ?? this.film.steps[0])?.view;
    if (seen === undefined) throw new Error('a film without steps');
    const view = this.#coloured(seen, at, figures);
    this.#views.set(key, view);
    return view;
  }

  /** What is reachable and how old things are, by the collector's lists instead of by a look from outside. */
  #coloured(view: HeapView, at: number, figures: ReadonlyMap<Serial, Figure>): HeapView {
    const { generation, to } = this.film;
    const objects = view.objects.flatMap((object): ObjectView[] => {
      const figure = figures.get(object.serial);
      if (figure === undefined) return [{ ...object, reachable: true }];
      const drawn = DRAWN[figure.standing];
      if (drawn === 'gone') return [];
      // A look at the heap during a collection finds objects in lists that are no generation's.
      const place = figure.standing === 'untracked' ? null : drawn === 'moved' ? to : generation;
      return [{ ...object, reachable: drawn !== 'lost', generation: at === 0 ? object.generation : place }];
    });
    const here = new Set(objects.map((object) => object.serial));
    return {
      ...view,
      // Members without names would only make everything else smaller.
      namespaces: view.namespaces.filter(({ names }) => names.length > 0),
      objects: objects.map((object) =>
        object.slots.every((slot) => here.has(slot.target))
          ? object
          : { ...object, slots: object.slots.filter((slot) => here.has(slot.target)) },
      ),
    };
  }
}

function apply(before: ReadonlyMap<Serial, Figure>, step: FilmStep): ReadonlyMap<Serial, Figure> {
  if (step.changes.length === 0) return before;
  const figures = new Map(before);
  for (const { serial, gcRefs, standing } of step.changes) figures.set(serial, { gcRefs, standing });
  return figures;
}

function samePictures(film: CollectionFilm): number[] {
  const same = [0];
  const drawn = new Map<Serial, string>();
  film.steps.forEach((step, index) => {
    let different = index === 0 || film.steps[index - 1]?.view !== step.view;
    for (const { serial, standing } of step.changes) {
      const now = standing === 'untracked' ? standing : DRAWN[standing];
      if ((drawn.get(serial) ?? '') !== now) different = true;
      drawn.set(serial, now);
    }
    same.push(different ? index + 1 : (same[index] ?? 0));
  });
  return same;
}
