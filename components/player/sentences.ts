/** What the player says: one plain sentence or two about each step, with the numbers that the collector had. */
import type { Examined, Fact, Phase, Serial } from '../../heap/index.ts';
import { count, shortened } from '../heap/words.ts';
import { are, capital, listed, parts, them, verb } from './grammar.ts';
import type { Moment, Playback } from './playback.ts';

export const PHASE_TITLES: Readonly<Record<Phase, string>> = {
  merge: 'Gather',
  count: 'Copy counts',
  subtract: 'Subtract',
  scan: 'Find reachable',
  promote: 'Promote',
  legacy: 'Legacy finalizers',
  weakrefs: 'Weak references',
  finalizers: 'Finalizers',
  check: 'Resurrection',
  clear: 'Clear',
  end: 'Result',
};

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

/** `list 3`: the type and the place in the collector's list. */
export function nameOf(playback: Playback, moment: Moment, serial: Serial): string {
  const examined = playback.examined.get(serial);
  const number = playback.numbers.get(serial);
  if (examined !== undefined)
    return number === undefined ? `a ${examined.type} of a class` : called(examined, number);
  const label = playback.film.labels.get(serial);
  if (label !== undefined) return label;
  const object = moment.view.objects.find((one) => one.serial === serial);
  return object === undefined ? 'an object' : `${object.type} ${shortened(object.repr, 28)}`;
}

/** Classes have names; weak references are called shorter than their type is. */
function called({ type, repr }: Examined, number: number): string {
  if (type === 'type') return repr.replace(/^<|>$/g, '');
  return `${type === 'ReferenceType' ? 'weakref' : type} ${number}`;
}

export function sentenceOf(playback: Playback, moment: Moment): string {
  const { step } = moment;
  return step === null ? beginning(playback) : capital(tell(playback, moment, step.fact));
}

function beginning({ film }: Playback): string {
  return film.automatic
    ? `An allocation took the count of generation ${film.generation} above its threshold: the collector runs by itself.`
    : `gc.collect(${film.generation}) is called.`;
}

function tell(playback: Playback, moment: Moment, fact: Fact): string {
  const { film } = playback;
  const name = (serial: Serial) => nameOf(playback, moment, serial);
  const objects = (n: number) => count(n, 'object');
  switch (fact.kind) {
    case 'merge':
      return merge(playback, fact);
    case 'count':
      return film.total === 0
        ? 'There is nothing that a statement made: no counts to copy.'
        : `Each of the ${objects(film.total)} gets gc_refs, a copy of its reference count.`;
    case 'subtract':
      return subtract(playback, moment, fact);
    case 'subtractParts':
      return `${parts(fact.objects)} ${fact.objects === 1 ? 'takes off its' : 'take off their'} references too.`;
    case 'subtractRest':
      return `The other ${objects(fact.objects)} take off theirs in the same way.`;
    case 'subtracted':
      if (film.total === 0) return 'There is nothing to take off.';
      return fact.zero === 0
        ? 'What is left counts references from outside. Nobody stands at 0.'
        : `What is left counts references from outside. ${objects(fact.zero)} ${verb(fact.zero, 'stands')} at 0: whatever refers to ${them(fact.zero)} is being examined too.`;
    case 'reach':
      return reach(playback, moment, fact);
    case 'tentative':
      return `${name(fact.object)} has gc_refs 0: it is set aside. Something reachable may still refer to it.`;
    case 'scanParts': {
      const found = named(playback, moment, [...fact.kept, ...fact.rescued]);
      const effect =
        found.length === 0
          ? ''
          : ` ${capital(listed(found))} ${are(fact.kept.length + fact.rescued.length)} reachable through them.`;
      return `${parts(fact.objects)} ${are(fact.objects)} looked at.${effect}`;
    }
    case 'scanRest':
      return `The other ${objects(fact.objects)} are looked at in the same way.`;
    case 'scanned':
      if (film.total === 0) return 'There is nothing to look at, and nothing to collect.';
      return fact.unreachable === 0
        ? `${film.total === 1 ? 'It is' : `All ${film.total} are`} reachable. There is nothing to collect.`
        : `Nothing reachable refers to what is still set aside: ${objects(fact.unreachable)} ${are(fact.unreachable)} unreachable, ${fact.reachable} reachable.`;
    case 'promote': {
      const { survivors, untracked } = fact;
      const lost =
        untracked === 0
          ? ''
          : ` ${count(untracked, 'other')} can be in no cycle: the collector stops watching ${them(untracked)}.`;
      if (survivors === 0) return `Nothing survives to grow old.${lost}`;
      const where =
        film.generation === 2 ? `${verb(survivors, 'stays')} in` : `${verb(survivors, 'moves')} to`;
      return `${count(survivors, 'survivor')} ${where} generation ${film.to}${film.generation === 2 ? ', the oldest' : ''}.${lost}`;
    }
    case 'legacy':
      return 'None has a legacy finalizer (tp_del): only types written in C can have one, and such objects would go to gc.garbage.';
    case 'weakref': {
      const cleared = `${name(fact.reference)} no longer refers to ${name(fact.object)}: called, it gives None from now on.`;
      if (fact.callback === 'none') return cleared;
      return fact.callback === 'due'
        ? `${cleared} Its callback will be called.`
        : `${cleared} Its callback is not called, since the reference is unreachable itself.`;
    }
    case 'weakrefs':
      return fact.cleared === 0
        ? 'No weak reference refers to anything unreachable.'
        : `${count(fact.cleared, 'more weak reference')} ${are(fact.cleared)} cleared.`;
    case 'callback':
      return `The callback of ${name(fact.reference)} is called.${freed(playback, moment, fact.freed)}`;
    case 'finalizer':
      return fact.of === 'generator'
        ? `${name(fact.object)} is closed, so that its finally blocks run.${freed(playback, moment, fact.freed)}`
        : `__del__ of ${name(fact.object)} is called, while all it refers to is still whole.${freed(playback, moment, fact.freed)}`;
    case 'finalizers':
      return fact.called === 0
        ? 'None has a finalizer left to call.'
        : `${count(fact.called, 'more finalizer')} ${are(fact.called)} called.`;
    case 'check':
      return check(playback, fact);
    case 'clear':
      return fact.freed.length === 0
        ? `${name(fact.object)} gives up what it refers to. Something still refers to it, so it waits.`
        : `${name(fact.object)} gives up what it refers to.${freed(playback, moment, fact.freed)}`;
    case 'clearParts':
      return `${parts(fact.objects)} ${fact.objects === 1 ? 'gives up its' : 'give up their'} references.${freed(playback, moment, fact.freed)}`;
    case 'clearRest':
      return `The other ${objects(fact.objects)} are cleared in the same way, and ${fact.freed} freed.`;
    case 'saved':
      return `gc.DEBUG_SAVEALL is set: ${objects(fact.objects)} ${verb(fact.objects, 'goes')} to gc.garbage and nothing is cleared.`;
    case 'end':
      return film.automatic
        ? `The collection is over: it found ${objects(fact.collected)} unreachable.`
        : `gc.collect(${film.generation}) returns ${fact.collected}.`;
  }
}

type Of<K extends Fact['kind']> = Extract<Fact, { kind: K }>;

function merge({ film }: Playback, { sizes, own }: Of<'merge'>): string {
  const beside = own > 0 ? `, and ${count(own, 'object')} of the interpreter’s own` : '';
  if (film.generation === 0)
    return `Generation 0 is examined: ${count(film.total, 'object')}${beside}. Older ones are not looked at.`;
  const younger = film.generation === 1 ? 'Generation 0 joins' : 'Generations 0 and 1 join';
  return `${younger} generation ${film.generation}: ${sizes.join(' + ')} objects are examined${beside}.`;
}

function subtract(playback: Playback, moment: Moment, { holder, targets }: Of<'subtract'>): string {
  const subject = nameOf(playback, moment, holder);
  const change = (serial: Serial) => `${was(moment, serial)} → ${now(moment, serial)}`;
  const [only] = targets;
  if (only !== undefined && targets.length === 1 && playback.numbers.has(only)) {
    const itself = only === holder ? 'itself' : nameOf(playback, moment, only);
    return `${subject} ${refer(subject)} to ${itself}. That reference comes from inside, so it is taken off: gc_refs ${change(only)}.`;
  }
  const each = named(playback, moment, targets, (serial) => ` (gc_refs ${change(serial)})`);
  return `${subject} ${refer(subject)} to ${listed(each)}.`;
}

function reach(playback: Playback, moment: Moment, fact: Of<'reach'>): string {
  const subject = nameOf(playback, moment, fact.object);
  const said = !playback.examined.has(fact.object)
    ? `${subject} ${plural(subject) ? 'are' : 'is'} reachable`
    : owed(playback, moment, fact.object)
      ? `${subject} was found to be reachable`
      : `${subject} has gc_refs ${was(moment, fact.object)}: something outside refers to it, so it is reachable`;
  const kept = named(playback, moment, fact.kept);
  const rescued = named(playback, moment, fact.rescued);
  const so =
    kept.length === 0
      ? ''
      : `, and so ${are(fact.kept.length)} ${listed(kept)}, to which ${plural(subject) ? 'they refer' : 'it refers'}`;
  const back =
    rescued.length === 0
      ? ''
      : ` ${capital(listed(rescued))} ${verb(fact.rescued.length, 'comes')} back from being set aside: ${subject} ${refer(subject)} to ${them(fact.rescued.length)}.`;
  return `${said}${so}.${back}`;
}

function check({ film }: Playback, { resurrected, garbage }: Of<'check'>): string {
  if (resurrected === 0 && garbage === 0) return 'Nothing is left: all of it was freed meanwhile.';
  const left = `${count(garbage, 'object')} ${are(garbage)} garbage.`;
  return resurrected === 0
    ? `Counted once more: nothing was brought back. ${left}`
    : `Counted once more: ${count(resurrected, 'object')} ${are(resurrected)} reachable again, resurrected, and ${verb(resurrected, 'moves')} to generation ${film.to}. ${left}`;
}

function freed(playback: Playback, moment: Moment, serials: readonly Serial[]): string {
  const names = named(playback, moment, serials);
  if (names.length === 0) return '';
  return ` ${capital(listed(names))} ${verb(serials.length, 'drops')} to 0 and ${are(serials.length)} freed.`;
}

/** Names of some objects, with parts of classes only counted. */
function named(
  playback: Playback,
  moment: Moment,
  serials: readonly Serial[],
  more: (serial: Serial) => string = () => '',
): string[] {
  const isPart = (serial: Serial) => playback.examined.get(serial)?.part === true;
  const whole = serials.filter((serial) => !isPart(serial));
  const names = whole.map((serial) => nameOf(playback, moment, serial) + more(serial));
  return whole.length === serials.length ? names : [...names, parts(serials.length - whole.length)];
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

function plural(subject: string): boolean {
  return subject.startsWith('the names');
}

function refer(subject: string): string {
  return plural(subject) ? 'refer' : 'refers';
}
