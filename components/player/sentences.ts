/** What the player says of each step: who does what to whom, with the numbers that the collector had. */
import type { Examined, Fact, OwnLabel, Phase, Serial } from '../../heap/index.ts';
import { shortened } from '../heap/words.ts';
import type { Words } from '../language/words.ts';
import type { Moment, Playback } from './playback.ts';
import type { Group, Named, Target, Told } from './told.ts';

/** CPython's own name for the phase, for those who read its source beside. */
export const PHASE_FUNCTIONS: Readonly<Record<Phase, string>> = {
  merge: 'gc_list_merge',
  count: 'update_refs',
  subtract: 'subtract_refs',
  scan: 'move_unreachable',
  promote: 'gc_list_merge',
  legacy: 'move_legacy_finalizers',
  weakrefs: 'handle_weakrefs',
  finalizers: 'finalize_garbage',
  check: 'handle_resurrected_objects',
  clear: 'delete_garbage',
  end: 'gc_collect_main',
};

export function nameOf(playback: Playback, moment: Moment, serial: Serial): Named {
  const examined = playback.examined.get(serial);
  const number = playback.numbers.get(serial);
  if (examined !== undefined)
    return number === undefined ? { kind: 'part', type: examined.type } : called(examined, number);
  const label: OwnLabel | undefined = playback.film.labels.get(serial);
  if (label !== undefined) return { kind: 'own', label };
  const object = moment.view.objects.find((one) => one.serial === serial);
  return object === undefined
    ? { kind: 'unknown' }
    : { kind: 'seen', type: object.type, repr: shortened(object.repr, 28) };
}

/** Classes have names; weak references are called shorter than their type is. */
function called({ type, repr }: Examined, number: number): Named {
  if (type === 'type') return { kind: 'class', repr: repr.replace(/^<|>$/g, '') };
  return { kind: 'object', type: type === 'ReferenceType' ? 'weakref' : type, number };
}

export function sentenceOf(playback: Playback, moment: Moment, words: Words['player']): string {
  return words.tell(toldOf(playback, moment));
}

function toldOf(playback: Playback, moment: Moment): Told {
  const { generation, automatic } = playback.film;
  return moment.step === null
    ? { kind: 'called', generation, automatic }
    : told(playback, moment, moment.step.fact);
}

function told(playback: Playback, moment: Moment, fact: Fact): Told {
  const { generation, automatic, to, total } = playback.film;
  const name = (serial: Serial) => nameOf(playback, moment, serial);
  const group = (serials: readonly Serial[]) => grouped(playback, moment, serials);
  switch (fact.kind) {
    case 'merge':
      return { ...fact, generation, total };
    case 'count':
      return { kind: 'count', total };
    case 'subtract':
      return subtract(playback, moment, fact);
    case 'subtracted':
      return { kind: 'subtracted', total, zero: fact.zero };
    case 'reach':
      return {
        kind: 'reach',
        object: name(fact.object),
        how: !playback.examined.has(fact.object)
          ? 'own'
          : owed(playback, moment, fact.object)
            ? 'owed'
            : 'counted',
        refs: was(moment, fact.object),
        kept: group(fact.kept),
        rescued: group(fact.rescued),
      };
    case 'tentative':
      return { kind: 'tentative', object: name(fact.object) };
    case 'scanParts':
      return { kind: 'scanParts', objects: fact.objects, found: group([...fact.kept, ...fact.rescued]) };
    case 'scanned':
      return { ...fact, total };
    case 'promote':
      return { ...fact, generation, to };
    case 'weakref':
      return { ...fact, reference: name(fact.reference), object: name(fact.object) };
    case 'callback':
      return { kind: 'callback', reference: name(fact.reference), freed: group(fact.freed) };
    case 'finalizer':
      return { kind: 'finalizer', object: name(fact.object), of: fact.of, freed: group(fact.freed) };
    case 'check':
      return { ...fact, to };
    case 'clear':
      return { kind: 'clear', object: name(fact.object), freed: group(fact.freed) };
    case 'clearParts':
      return { kind: 'clearParts', objects: fact.objects, freed: group(fact.freed) };
    case 'end':
      return { ...fact, generation, automatic };
    case 'subtractParts':
    case 'subtractRest':
    case 'scanRest':
    case 'legacy':
    case 'weakrefs':
    case 'finalizers':
    case 'clearRest':
    case 'saved':
      return fact;
  }
}

function subtract(
  playback: Playback,
  moment: Moment,
  { holder, targets }: Extract<Fact, { kind: 'subtract' }>,
): Told {
  const [only] = targets;
  const alone = only !== undefined && targets.length === 1 && playback.numbers.has(only);
  const whole = targets.filter((serial) => !isPart(playback, serial));
  return {
    kind: 'subtract',
    holder: nameOf(playback, moment, holder),
    alone: !alone ? null : only === holder ? 'itself' : 'another',
    targets: whole.map(
      (serial): Target => ({
        name: nameOf(playback, moment, serial),
        was: was(moment, serial),
        now: now(moment, serial),
      }),
    ),
    parts: targets.length - whole.length,
  };
}

function isPart(playback: Playback, serial: Serial): boolean {
  return playback.examined.get(serial)?.part === true;
}

function grouped(playback: Playback, moment: Moment, serials: readonly Serial[]): Group {
  const whole = serials.filter((serial) => !isPart(playback, serial));
  return {
    names: whole.map((serial) => nameOf(playback, moment, serial)),
    parts: serials.length - whole.length,
  };
}

/** Whether gc_refs was raised to 1 only because something reachable refers to it. */
function owed(playback: Playback, moment: Moment, serial: Serial): boolean {
  return playback.film.steps
    .slice(0, moment.at - 1)
    .some(
      ({ fact }) =>
        (fact.kind === 'reach' || fact.kind === 'scanParts') &&
        (fact.kept.includes(serial) || fact.rescued.includes(serial)),
    );
}

function was(moment: Moment, serial: Serial): number {
  return moment.before.get(serial)?.gcRefs ?? 0;
}

function now(moment: Moment, serial: Serial): number {
  return moment.figures.get(serial)?.gcRefs ?? 0;
}
