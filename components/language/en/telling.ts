/** The sentences of a collection that is played step by step. */
import { type Group, isMany, type Named, sizeOf, type Told } from '../../player/told.ts';
import { numbers } from './numbers.ts';

const { count } = numbers;

export function tell(told: Told): string {
  return capital(said(told));
}

function named(it: Named): string {
  switch (it.kind) {
    case 'object':
      return `${it.type} ${it.number}`;
    case 'class':
      return it.repr;
    case 'part':
      return `a ${it.type} of a class`;
    case 'seen':
      return `${it.type} ${it.repr}`;
    case 'unknown':
      return 'an object';
    case 'own':
      switch (it.label.kind) {
        case 'list':
          return it.label.name;
        case 'module':
          return `the module ${it.label.module}`;
        case 'names':
          return `the names of ${it.label.module}`;
        case 'statement':
          return 'the function of the statement';
        case 'other':
          return `a ${it.label.type} of the interpreter’s own`;
      }
  }
}

export function parts(n: number): string {
  return n === 1 ? 'a part of a class' : `${n} parts of classes`;
}

function said(told: Told): string {
  switch (told.kind) {
    case 'called':
      return told.automatic
        ? `An allocation took the count of generation ${told.generation} above its threshold: the collector runs by itself.`
        : `gc.collect(${told.generation}) is called.`;
    case 'merge':
      return merge(told);
    case 'count':
      return told.total === 0
        ? 'There is nothing that a statement made: no counts to copy.'
        : `Each of the ${objects(told.total)} gets gc_refs, a copy of its reference count.`;
    case 'subtract':
      return subtract(told);
    case 'subtractParts':
      return `${parts(told.objects)} ${told.objects === 1 ? 'takes off its' : 'take off their'} references too.`;
    case 'subtractRest':
      return `The other ${objects(told.objects)} take off theirs in the same way.`;
    case 'subtracted': {
      const { total, zero } = told;
      if (total === 0) return 'There is nothing to take off.';
      return zero === 0
        ? 'What is left counts references from outside. Nobody stands at 0.'
        : `What is left counts references from outside. ${objects(zero)} ${zero === 1 ? 'stands' : 'stand'} at 0: whatever refers to ${them(zero)} is being examined too.`;
    }
    case 'reach':
      return reach(told);
    case 'tentative':
      return `${named(told.object)} has gc_refs 0: it is set aside. Something reachable may still refer to it.`;
    case 'scanParts': {
      const looked = `${parts(told.objects)} ${are(told.objects)} looked at.`;
      const found = sizeOf(told.found);
      return found === 0
        ? looked
        : `${looked} ${capital(group(told.found))} ${are(found)} reachable through them.`;
    }
    case 'scanRest':
      return `The other ${objects(told.objects)} are looked at in the same way.`;
    case 'scanned':
      if (told.total === 0) return 'There is nothing to look at, and nothing to collect.';
      return told.unreachable === 0
        ? `${told.total === 1 ? 'It is' : `All ${told.total} are`} reachable. There is nothing to collect.`
        : `Nothing reachable refers to what is still set aside: ${objects(told.unreachable)} ${are(told.unreachable)} unreachable, ${told.reachable} reachable.`;
    case 'promote':
      return promote(told);
    case 'legacy':
      return 'None has a legacy finalizer (tp_del): only types written in C can have one, and such objects would go to gc.garbage.';
    case 'weakref': {
      const cleared = `${named(told.reference)} no longer refers to ${named(told.object)}: called, it gives None from now on.`;
      if (told.callback === 'none') return cleared;
      return told.callback === 'due'
        ? `${cleared} Its callback will be called.`
        : `${cleared} Its callback is not called, since the reference is unreachable itself.`;
    }
    case 'weakrefs':
      return told.cleared === 0
        ? 'No weak reference refers to anything unreachable.'
        : `${count(told.cleared, 'more weak reference', 'more weak references')} ${are(told.cleared)} cleared.`;
    case 'callback':
      return `The callback of ${named(told.reference)} is called.${freed(told.freed)}`;
    case 'finalizer':
      return told.of === 'generator'
        ? `${named(told.object)} is closed, so that its finally blocks run.${freed(told.freed)}`
        : `__del__ of ${named(told.object)} is called, while all it refers to is still whole.${freed(told.freed)}`;
    case 'finalizers':
      return told.called === 0
        ? 'None has a finalizer left to call.'
        : `${count(told.called, 'more finalizer', 'more finalizers')} ${are(told.called)} called.`;
    case 'check':
      return check(told);
    case 'clear':
      return sizeOf(told.freed) === 0
        ? `${named(told.object)} gives up what it refers to. Something still refers to it, so it waits.`
        : `${named(told.object)} gives up what it refers to.${freed(told.freed)}`;
    case 'clearParts':
      return `${parts(told.objects)} ${told.objects === 1 ? 'gives up its' : 'give up their'} references.${freed(told.freed)}`;
    case 'clearRest':
      return `The other ${objects(told.objects)} are cleared in the same way, and ${told.freed} freed.`;
    case 'saved':
      return `gc.DEBUG_SAVEALL is set: ${objects(told.objects)} ${told.objects === 1 ? 'goes' : 'go'} to gc.garbage and nothing is cleared.`;
    case 'end':
      return told.automatic
        ? `The collection is over: it found ${objects(told.collected)} unreachable.`
        : `gc.collect(${told.generation}) returns ${told.collected}.`;
  }
}

type Of<K extends Told['kind']> = Extract<Told, { kind: K }>;

function merge({ generation, total, sizes, own }: Of<'merge'>): string {
  const beside = own > 0 ? `, and ${objects(own)} of the interpreter’s own` : '';
  if (generation === 0)
    return `Generation 0 is examined: ${objects(total)}${beside}. Older ones are not looked at.`;
  const younger = generation === 1 ? 'Generation 0 joins' : 'Generations 0 and 1 join';
  return `${younger} generation ${generation}: ${sizes.join(' + ')} objects are examined${beside}.`;
}

function subtract({ holder, alone, targets, parts: cut }: Of<'subtract'>): string {
  const subject = `${named(holder)} ${isMany(holder) ? 'refer' : 'refers'} to`;
  const [only] = targets;
  if (alone !== null && only !== undefined) {
    const object = alone === 'itself' ? 'itself' : named(only.name);
    return `${subject} ${object}. That reference comes from inside, so it is taken off: gc_refs ${only.was} → ${only.now}.`;
  }
  const each = targets.map(({ name, was, now }) => `${named(name)} (gc_refs ${was} → ${now})`);
  return `${subject} ${listed(cut === 0 ? each : [...each, parts(cut)])}.`;
}

function reach({ object, how, refs, kept, rescued }: Of<'reach'>): string {
  const subject = named(object);
  const many = isMany(object);
  const start = {
    own: `${subject} ${many ? 'are' : 'is'} reachable`,
    owed: `${subject} was found to be reachable`,
    counted: `${subject} has gc_refs ${refs}: something outside refers to it, so it is reachable`,
  }[how];
  const so =
    sizeOf(kept) === 0
      ? ''
      : `, and so ${are(sizeOf(kept))} ${group(kept)}, to which ${many ? 'they refer' : 'it refers'}`;
  const n = sizeOf(rescued);
  const back =
    n === 0
      ? ''
      : ` ${capital(group(rescued))} ${n === 1 ? 'comes' : 'come'} back from being set aside: ${subject} ${many ? 'refer' : 'refers'} to ${them(n)}.`;
  return `${start}${so}.${back}`;
}

function promote({ survivors, untracked, generation, to }: Of<'promote'>): string {
  const lost =
    untracked === 0
      ? ''
      : ` ${count(untracked, 'other', 'others')} can be in no cycle: the collector stops watching ${them(untracked)}.`;
  if (survivors === 0) return `Nothing survives to grow old.${lost}`;
  const one = survivors === 1;
  const where = generation === 2 ? `${one ? 'stays' : 'stay'} in` : `${one ? 'moves' : 'move'} to`;
  return `${count(survivors, 'survivor', 'survivors')} ${where} generation ${to}${generation === 2 ? ', the oldest' : ''}.${lost}`;
}

function check({ resurrected, garbage, to }: Of<'check'>): string {
  if (resurrected === 0 && garbage === 0) return 'Nothing is left: all of it was freed meanwhile.';
  const left = `${objects(garbage)} ${are(garbage)} garbage.`;
  return resurrected === 0
    ? `Counted once more: nothing was brought back. ${left}`
    : `Counted once more: ${objects(resurrected)} ${are(resurrected)} reachable again, resurrected, and ${resurrected === 1 ? 'moves' : 'move'} to generation ${to}. ${left}`;
}

function freed(some: Group): string {
  const n = sizeOf(some);
  return n === 0 ? '' : ` ${capital(group(some))} ${n === 1 ? 'drops' : 'drop'} to 0 and ${are(n)} freed.`;
}

function group({ names, parts: cut }: Group): string {
  const all = names.map(named);
  return listed(cut === 0 ? all : [...all, parts(cut)]);
}

/** `a`, `a and b`, `a, b and c`; long lists are cut. */
function listed(all: readonly string[]): string {
  const shown = all.length > 5 ? [...all.slice(0, 4), `${all.length - 4} more`] : all;
  const last = shown.at(-1) ?? '';
  return shown.length < 2 ? last : `${shown.slice(0, -1).join(', ')} and ${last}`;
}

/** Names that are code stay as they are. */
function capital(text: string): string {
  return /^(?:gc\.|__)/.test(text) ? text : text.charAt(0).toUpperCase() + text.slice(1);
}

function objects(n: number): string {
  return count(n, 'object', 'objects');
}

function are(n: number): string {
  return n === 1 ? 'is' : 'are';
}

function them(n: number): string {
  return n === 1 ? 'it' : 'them';
}
