/**
 * What questions made from the heap, and their explanations, say. English is the pattern of the other languages. Code,
 * objects (`shown`) and what holds them come written already, so that sentences need not know what they are.
 */
function counted(n: number, one: string, many: string): string {
  return `${n} ${n === 1 ? one : many}`;
}

const COLLECTOR = 'the 16 bytes in front of it that the collector uses included';

/** What is easily overlooked about a line. */
const notes = {
  none: '',
  repeated: 'A repeated list holds the same object again and again.',
  slice: 'The slice is another list: it refers to the items, not to the list.',
  lambda: 'A function looks its global names up when it is called; it holds none of them.',
  echo: 'The prompt keeps what it printed last as `_`, and so that list with both of its items.',
  inCall: 'The list inside the call is gone when the call has returned.',
  weak: 'A weak reference does not count.',
  itself: 'A list can hold itself: that counts as any other reference.',
};

/** What a line makes of objects that the collector counts. */
const makes = {
  none: '',
  threeLists: 'Three lists are made, and they stay.',
  listAndDict: 'A list and a dict are made; a number and a text do not count.',
  oneList: 'One list is made; the object in it was there before.',
  fourContainers: 'Four containers are made: the list and the three in it.',
  goneAtOnce: 'The list is gone when the call has returned: allocated and deallocated, it changes nothing.',
  fiveLists: 'Five lists stay: the four and the one that holds them.',
  twoGone: 'Two lists are made and go again, with the name that held them.',
  dictTupleList: 'A dict, a tuple and a list are made, and they stay.',
  onlyList: 'Only the list counts: numbers and texts can hold no references.',
  oneOfThree: 'Three lists are made, and one of them goes again.',
};

export const english = {
  ifTyped: 'If these lines were typed now, what would the last one print?',
  ifTypedOne: 'If this line were typed now, what would it print?',
  shown: (type: string, repr: string) => `the ${type} ${repr}`,
  /** Where the repr says no more than that. */
  kind: (type: string) => `the ${type}`,
  /** An object beside the text that writes it. */
  beside: (object: string, text: string) => `${object} (${text})`,
  variable: (name: string, called: string) => `the variable ${name} of ${called}`,
  name: (name: string) => `the name ${name}`,
  /** A holder that holds it more than once. */
  times: (holder: string, n: number) => `${holder}, ${n} times`,
  inside: (label: string, holder: string) => `${label} of ${holder}`,
  /** `a`, `a and b`, `a; b; and c`: parts may hold commas. */
  list: (parts: readonly string[]) =>
    parts.length <= 2 ? parts.join(' and ') : `${parts.slice(0, -1).join('; ')}; and ${parts.at(-1) ?? ''}`,
  /** Why an object lives on, in a sentence's end. */
  life: {
    alive: (way: string) => `it is reached by ${way}`,
    leaked: (cycle: string) => `only a cycle keeps it (${cycle}), which nothing that runs reaches`,
    builtin: 'it belongs to the interpreter',
    gone: 'it is gone',
  },
  nothing: {
    empty:
      'The heap holds nothing yet that a question could be about. Run a statement first, such as `a = [1, 2]`.',
    atLevel: 'The heap as it stands gives no new question of this kind at this level.',
    noOther: 'Take another kind or level, or change the heap.',
    easier: 'Take an easier level, or make a few objects that refer to each other.',
  },
  /** What to do where the heap offers nothing of a kind. */
  missing: {
    refcount: 'Give an object of yours a name or two first, such as `a = [1, 2]` and `b = a`.',
    holders: 'Give an object of yours a name or two first, such as `a = [1, 2]` and `b = a`.',
    size: 'Make a list, tuple, dict or set first, such as `a = [1, 2, 3]`.',
    identity:
      'Make two names for one object first, or two that look the same: `a = [1]`, `b = a` and `c = [1]`.',
    counts: 'Make an object that the collector counts first, such as `a = [1, 2]`.',
    generation: 'Make a container first, such as `a = [1, 2]`.',
    block: 'Make an object first, such as `a = [1, 2]`: questions are about a heap that holds something.',
    dies: 'Make a container that holds another first, such as `a = [[1], [2]]` and `b = a[0]`.',
    frees: 'Make objects that hold others first, such as `a = [[1], [2]]` and `b = [a[0]]`.',
    collect: 'Leak something first: `a = []`, `a.append(a)`, `del a`.',
  },
  prints: (said: string, why: string) => `It prints ${said}. ${why}`,
  notes,
  refcount: (said: string, n: number, object: string, held: string) =>
    `It prints ${said}. ${counted(n, 'reference', 'references')} to ${object}: ${held}. The argument of the call is one more.`,
  holders: {
    asks: (object: string) =>
      `If this were typed now, how many references would hold ${object} afterwards? Count names, and places in other objects.`,
    why: (n: number, held: string, call: string) =>
      `${counted(n, 'reference', 'references')}: ${held}. ${call} would say ${n + 1}, since its argument is one more.`,
  },
  size: {
    unit: 'bytes',
    bytes: (n: number) => `${n} bytes`,
    why: (value: string, parts: string) =>
      `It prints ${value}: ${parts} What the items take themselves is not counted.`,
    list: (places: number, used: number, size: number) =>
      `56 bytes for the list itself, ${COLLECTOR}, and 8 for each place for an item, of which it has ${places}: 56 + 8 × ${places} = ${size}. ${counted(used, 'place is', 'places are')} in use.`,
    tuple: (items: number, size: number) =>
      `40 bytes for the tuple itself, ${COLLECTOR}, and 8 for each item: 40 + 8 × ${items} = ${size}. A tuple has no room to spare.`,
    dict: (room: number, used: number, size: number) =>
      `64 bytes for the dict itself, ${COLLECTOR}, and ${size - 64} for its table, which has room for ${counted(room, 'key', 'keys')}: 64 + ${size - 64} = ${size}. ${counted(used, 'key is', 'keys are')} in it.`,
    smallSet: (used: number) =>
      `216 bytes, ${COLLECTOR}: a set has a table for 8 inside itself, and ${counted(used, 'item needs', 'items need')} no other.`,
    set: (places: number, size: number) =>
      `216 bytes for the set itself, ${COLLECTOR}, and 16 for each of the ${places} places of its table: 216 + 16 × ${places} = ${size}. The small table inside counts although it is not used any more.`,
  },
  identity: {
    heldBy: (object: string, held: string) => `${object}, held by ${held}`,
    same: (left: string, right: string, object: string) =>
      `${left} and ${right} lead to one and the same object: ${object}.`,
    fresh: (left: string, right: string, object: string) =>
      `${right} makes a new object. ${left} is ${object}.`,
    alike: (left: string, right: string, one: string, other: string) =>
      `${left} and ${right} lead to two objects that look alike. One is ${one}. The other is ${other}.`,
    /** Of a tuple where a copy was asked for. */
    unchanging: 'A tuple cannot change, so Python makes no copy of it.',
    /** `module`: null where there is only one. */
    asks: (module: string | null) =>
      `Which of these comparisons would print \`True\`, if they were typed${module === null ? '' : ` in ${module}`} now?`,
    verdict: (source: string, said: string, why: string) => `${source} is ${said}: ${why}`,
  },
  counts: {
    makes,
    now: (counts: string) => `The counts stand at ${counts} now.`,
    before: (counts: string) => `Before, the counts stood at ${counts}.`,
    ran: (threshold: number, generations: readonly number[]) =>
      `When the first went above its threshold, ${threshold}, ${generations.map((each) => `a collection of generation ${each}`).join(', then ')} ran inside the allocation: it set the first to 0 and counted one more behind it. The first counts what was allocated since, less what went.`,
    change(stays: number): string {
      if (stays === 0) return 'So the first is what it was.';
      return stays > 0
        ? `So the first goes up by ${stays}: allocations less deallocations.`
        : `So the first goes down by ${-stays}: more was deallocated than allocated.`;
    },
    prompt: (own: number) =>
      `${counted(own, 'more is', 'more are')} the ${own === 1 ? 'function object' : 'objects'} in which the prompt runs the last line.`,
  },
  generation: {
    places: ['In generation 0', 'In generation 1', 'In generation 2'],
    none: 'In none: it lives, but the collector does not track it',
    gone: 'Nowhere: it is freed',
    stands: (object: string, generation: number) => `Now ${object} stands in generation ${generation}.`,
    untracked: (object: string) => `Now ${object} is not tracked.`,
    del: '`del` removes the name.',
    held: (held: string, life: string) => `It is held by ${held}${life === '' ? '' : `; ${life}`}.`,
    last: 'It was the last reference, so the object is freed before any collection.',
    looks: (call: string, generation: 0 | 1 | 2) =>
      `${call} looks at ${['generation 0 only', 'generations 0 and 1', 'all generations'][generation] ?? ''}; what survives there moves on to generation ${Math.min(2, generation + 1)}.`,
    passes: (call: string, generation: 0 | 1 | 2, stands: number) =>
      `${call} looks at ${['generation 0 only', 'generations 0 and 1', 'all generations'][generation] ?? ''}, and it stands in generation ${stands} by then: there it stays.`,
    untracks: 'It holds nothing that is tracked, so the collection takes it off the lists.',
    /** `module`: null where there is only one. */
    asks: (text: string, module: string | null) =>
      `If this were typed now, where would the object be afterwards that ${module === null ? text : `${text} in ${module}`} refers to now?`,
  },
  block: {
    place: (address: string, name: string) => `${address}, where ${name} lay first`,
    at: (name: string, address: string) => `${name} at ${address}`,
    asks: (bytes: number, places: readonly string[]) =>
      `Objects of ${bytes} bytes: if these lines were typed now, the first objects would lie here: ${places.join(', ')}. Which address would the last line print?`,
    /** `before`: what took the block before it; null where nothing did. */
    why: (
      address: string,
      make: string,
      bytes: number,
      given: readonly string[],
      name: string,
      before: string | null,
    ) =>
      `${address}: ${make} asks for ${bytes} bytes, and a pool of that size hands out first the block that came back to it last. Blocks were given back by ${given.join(', then ')}; this is the one of ${name}.${before === null ? '' : ` ${before} took the one before it.`}`,
  },
  dies: {
    nothing: 'None of them: all live on',
    asks: 'If this line were typed now, which of these objects would be freed by it?',
    spot: (text: string, object: string) => `${text}, ${object}`,
    dies: (text: string, held: string) => `${text} dies: all that held it was ${held}, and that goes.`,
    lives: (text: string, held: string, life: string) =>
      `${text} lives: it is still held by ${held}${life === '' ? '' : `; ${life}`}.`,
    del: '`del` removes a name, not an object.',
  },
  frees: {
    asks: (one: boolean) =>
      `Which one of these statements, typed now, would free ${one ? 'this object' : 'all of these objects'}?`,
    why: (statement: string, one: boolean) =>
      `${statement} takes the last reference that leads to ${one ? 'it' : 'them'} from outside.`,
    held: (text: string, held: string) => `${text} is held by ${held} only.`,
    survives: (statement: string, text: string, held: string, life: string) =>
      `After ${statement} there is still ${text}, held by ${held}${life === '' ? '' : `; ${life}`}.`,
  },
  collect: {
    zero: 'It returns 0: among what it looks at, everything is reached.',
    value: (n: number, objects: string) =>
      `It returns ${n}, the number of objects that it looks at and that nothing reaches: ${objects}.`,
    held: (object: string, held: string, life: string) =>
      `${object} is held by ${held}${life === '' ? '' : `: ${life}`}.`,
    older: (object: string, generation: number, call: string) =>
      `${object} leaks as well, but it stands in generation ${generation}, which ${call} does not look at.`,
  },
};

export type Phrases = typeof english;
