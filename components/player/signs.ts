/** A moment of a collection as signs on the graph and lines of the two lists. */
import type { Fact, Serial, Standing } from '../../heap/index.ts';
import type { Tone } from '../design/badge.tsx';
import type { Mark } from '../heap/marks.ts';
import type { GraphOverlay } from '../heap/overlay.ts';
import type { Words } from '../language/words.ts';
import type { Figure, Moment, Playback } from './playback.ts';

type Marked = Exclude<Standing, 'waiting'>;

const TONES: Readonly<Record<Exclude<Marked, 'survivor'>, Tone>> = {
  reachable: 'accent',
  tentative: 'mine',
  unreachable: 'leaked',
  untracked: 'neutral',
  resurrected: 'accent',
  freed: 'dying',
};

export function standingMark(standing: Standing, to: number, words: Words['player']): Mark | null {
  if (standing === 'waiting') return null;
  const tone = standing !== 'survivor' ? TONES[standing] : to === 1 ? 'gen1' : 'gen2';
  return { text: words.standings[standing], tone };
}

/** The objects that a step is about: who does it, then to whom. */
export function actors(fact: Fact | undefined): {
  readonly by: Serial | null;
  readonly on: readonly Serial[];
} {
  switch (fact?.kind) {
    case 'subtract':
      return { by: fact.holder, on: fact.targets };
    case 'reach':
      return { by: fact.object, on: [...fact.kept, ...fact.rescued] };
    case 'tentative':
      return { by: fact.object, on: [] };
    case 'weakref':
      return { by: fact.reference, on: [fact.object] };
    case 'callback':
      return { by: fact.reference, on: fact.freed };
    case 'finalizer':
    case 'clear':
      return { by: fact.object, on: fact.freed };
    default:
      return { by: null, on: [] };
  }
}

/** Words for gc_refs; the tone repeats that it is 0. */
function counter(gcRefs: number): Mark {
  return { text: `gc_refs ${gcRefs}`, tone: gcRefs === 0 ? 'leaked' : 'accent' };
}

export function overlayOf(playback: Playback, moment: Moment, words: Words['player']): GraphOverlay {
  const { figures, step, view } = moment;
  const marks = new Map<Serial, Mark>();
  const badges = new Map<Serial, readonly Mark[]>();
  for (const [serial, { gcRefs, standing }] of figures) {
    const mark = standingMark(standing, playback.film.to, words);
    if (mark !== null) marks.set(serial, mark);
    const number = playback.numbers.get(serial);
    if (number === undefined) continue;
    const name: Mark = { text: `№ ${number}`, tone: 'neutral' };
    badges.set(serial, gcRefs === null ? [name] : [name, counter(gcRefs)]);
  }
  const { by, on } = actors(step?.fact);
  const rings = new Map<Serial, Tone>();
  if (by !== null) rings.set(by, 'accent');
  for (const serial of on) if (!rings.has(serial)) rings.set(serial, 'mine');
  const along = step?.fact.kind === 'subtract' || step?.fact.kind === 'reach';
  return {
    marks,
    badges,
    rings,
    dimmed: new Set(
      moment.at === 0 ? [] : view.objects.map((one) => one.serial).filter((serial) => !figures.has(serial)),
    ),
    walked: by !== null && along ? on.map((to) => ({ from: by, to })) : [],
    focus: by !== null && playback.examined.has(by) ? by : (on[0] ?? null),
  };
}

const WAITING: Figure = { gcRefs: null, standing: 'waiting' };

export interface Line {
  readonly serial: Serial;
  readonly number: number;
  readonly type: string;
  readonly repr: string;
  readonly owner: string | null;
  /** Null once it is gone, or where the number is not CPython's. */
  readonly refcount: number | null;
  readonly figure: Figure;
}

export interface List {
  readonly lines: readonly Line[];
  /** Parts of classes and functions that stand here too. */
  readonly parts: number;
}

export interface Lists {
  /** Of the generation that is collected, then of the one that survivors go to. */
  readonly collected: List;
  /** Tentatively unreachable, then unreachable, then garbage. */
  readonly unreachable: List;
  readonly freed: List;
}

export function listsOf(playback: Playback, moment: Moment): Lists {
  const objects = new Map(moment.view.objects.map((object) => [object.serial, object]));
  const at = (...standings: readonly Standing[]): List => {
    const here = playback.film.examined.flatMap((one) => {
      const figure = moment.figures.get(one.serial) ?? WAITING;
      return standings.includes(figure.standing) ? [{ one, figure }] : [];
    });
    const lines = here.flatMap(({ one, figure }): Line[] => {
      const number = playback.numbers.get(one.serial);
      if (number === undefined) return [];
      const object = objects.get(one.serial);
      return [{ ...one, number, repr: object?.repr ?? one.repr, refcount: object?.refcount ?? null, figure }];
    });
    return { lines, parts: here.length - lines.length };
  };
  return {
    collected: at('waiting', 'reachable', 'survivor', 'untracked', 'resurrected'),
    unreachable: at('tentative', 'unreachable'),
    freed: at('freed'),
  };
}
