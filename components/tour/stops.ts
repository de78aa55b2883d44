/**
 * The stops of the tour through the sandbox: what each points at and says. A stop is found by the first of its
 * selectors that is on the screen, since on a phone much of it lies behind tabs.
 */
export interface Stop {
  readonly title: string;
  readonly text: string;
  readonly at: readonly string[];
}

const tab = (id: string) => `[role=tab][id$="-trigger-${id}"]`;
const mark = (name: string) => `[data-tour="${name}"]`;

/** Typed for a newcomer on the way from the first stop to the second, so that there is something to see. */
export const FIRST_STATEMENT = 'a = [1, 2, 3]';

export const STOPS: readonly Stop[] = [
  {
    title: 'Python is typed here',
    text: `It runs at once, in your browser, on a simulated CPython 3.11. With Next, \`${FIRST_STATEMENT}\` is typed for you if the heap is still empty.`,
    at: [mark('prompt')],
  },
  {
    title: 'Every object is a card',
    text: 'It shows the type, the value, and how many references lead to the object. When that count reaches zero the object is freed, and its card goes.',
    at: ['[data-place^="o"]', mark('graph')],
  },
  {
    title: 'Names refer to objects',
    text: 'A name is an arrow, not a box. `b = a` makes a second arrow to the same object; `del a` takes one away.',
    at: ['[data-place^="m:"]', tab('names')],
  },
  {
    title: 'The garbage collector',
    text: 'What refers to itself in a circle is never freed by counting. The collector finds it, by itself after enough new objects, or when you press one of these.',
    at: [mark('collector'), tab('generations')],
  },
  {
    title: 'Where it lies in memory',
    text: 'The arenas, pools and blocks that objects lie in, byte for byte, and what has been asked of the operating system.',
    at: [tab('memory')],
  },
  {
    title: 'Scenarios show you around',
    text: 'Short scripts about one idea each: step through one, watch what it does, and answer its question.',
    at: [mark('scenarios')],
  },
];

/** The element that a stop points at: the first that is drawn. */
export function placeOf({ at }: Stop, root: ParentNode = document): Element | null {
  for (const selector of at) {
    for (const element of root.querySelectorAll(selector))
      if (element.getClientRects().length > 0) return element;
  }
  return null;
}
