/**
 * What the library holds, without its texts: every copy of a class decides by this, and few of them show a scenario.
 * A test compares it with the library.
 */

/** Number of steps by id. */
export const STEPS: Readonly<Record<string, number>> = {
  header: 5,
  'growing-numbers': 5,
  'wide-text': 4,
  'list-growth': 8,
  'addresses-not-copies': 5,
  counting: 5,
  'containers-count': 7,
  cascade: 5,
  rebinding: 6,
  arguments: 5,
  'last-answer': 5,
  cycle: 7,
  itself: 6,
  tree: 6,
  'long-way-round': 5,
  generations: 6,
  'by-itself': 6,
  watched: 7,
  'switched-off': 6,
  'last-words': 5,
  blocks: 5,
  'too-large': 6,
  arenas: 4,
  'used-again': 6,
  'kept-lists': 7,
  survivors: 4,
  locals: 4,
  'deep-call': 5,
  suspended: 6,
  closure: 7,
  traceback: 4,
  'list-or-generator': 5,
  slots: 6,
  'weak-parent': 6,
  join: 5,
  interning: 5,
  'tuple-or-list': 5,
  'bytes-or-list': 5,
  temporaries: 5,
  reuse: 5,
  'weak-cache': 7,
  'breaking-cycles': 6,
  'who-refers': 6,
  'finding-a-leak': 9,
  'save-all': 6,
  thresholds: 7,
  'whole-size': 6,
  'being-told': 5,
};

/** Whether there is such a scenario and it has so many steps; 0 is its beginning. */
export function hasStep(id: string, step: number): boolean {
  return Object.hasOwn(STEPS, id) && step <= (STEPS[id] ?? 0);
}
