/**
 * The stops of the tour through the sandbox: what each points at; what it says stands in the dictionaries. A stop is
 * found by the first of its selectors that is on the screen, since on a phone much of it lies behind tabs.
 */
export type StopId = 'prompt' | 'card' | 'names' | 'collector' | 'memory' | 'scenarios';

export interface Stop {
  readonly id: StopId;
  readonly at: readonly string[];
}

const tab = (id: string) => `[role=tab][id$="-trigger-${id}"]`;
const mark = (name: string) => `[data-tour="${name}"]`;

/** Typed for a newcomer on the way from the first stop to the second, so that there is something to see. */
export const FIRST_STATEMENT = 'a = [1, 2, 3]';

export const STOPS: readonly Stop[] = [
  { id: 'prompt', at: [mark('prompt')] },
  { id: 'card', at: ['[data-place^="o"]', mark('graph')] },
  { id: 'names', at: ['[data-place^="m:"]', tab('names')] },
  { id: 'collector', at: [mark('collector'), tab('generations')] },
  { id: 'memory', at: [tab('memory')] },
  { id: 'scenarios', at: [mark('scenarios')] },
];

/** The element that a stop points at: the first that is drawn. */
export function placeOf({ at }: Stop, root: ParentNode = document): Element | null {
  for (const selector of at) {
    for (const element of root.querySelectorAll(selector))
      if (element.getClientRects().length > 0) return element;
  }
  return null;
}
