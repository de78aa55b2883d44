/**
 * What the objects were that a challenge is about: those of its truth and those that answers name. Read off the heap
 * as it is before the reveal, a round's collection not yet run, and kept with the outcome: later the heap is another one.
 */
import type { HeapView, Serial } from '../heap/index.ts';
import { OWN_MODULE, pictureHeap } from './deck/run.ts';
import { reachFrom } from './expression.ts';
import type { Answer, Mark, NamedObject, Truth } from './protocol/challenge.ts';
import { MAX } from './protocol/shapes.ts';
import type { ChallengeState } from './protocol/state.ts';

/** What died while the class answered, by serial. */
export type Died = ReadonlyMap<Serial, { readonly type: string; readonly repr: string }>;

/** No member's module: names of all modules are then read as `ana.a`. */
const NOBODY = '';

/** Whether answers to it, or its truth, name objects. */
export function isAboutObjects({ challenge }: Pick<ChallengeState, 'challenge'>): boolean {
  return challenge.kind === 'round' || (challenge.kind === 'question' && challenge.answer.form === 'object');
}

export function serialsOfTruth(truth: Truth): readonly Serial[] {
  if (truth.kind === 'round') return [...truth.freed, ...truth.moved];
  return truth.kind === 'question' && truth.solution.key.form === 'object' ? truth.solution.key.correct : [];
}

export function serialsOfAnswer(answer: Answer | undefined): readonly Serial[] {
  if (answer?.kind === 'round') return [...answer.freed, ...answer.moved];
  return answer?.kind === 'object' ? [answer.serial] : [];
}

/**
 * `view`: the class's heap before the reveal; of a question with a picture of its own, objects are the picture's.
 * What was gone already when it was named is left out.
 */
export function namedObjects(
  { challenge }: Pick<ChallengeState, 'challenge'>,
  truth: Truth,
  marks: readonly Mark[],
  view: HeapView,
  died: Died,
): NamedObject[] {
  const picture = challenge.kind === 'question' ? (challenge.picture ?? '') : '';
  const drawn = picture.trim() === '' ? null : pictureHeap(picture);
  const heap = drawn ?? view;
  const reach = reachFrom(heap, drawn === null ? NOBODY : OWN_MODULE);
  const objects = new Map(heap.objects.map((object) => [object.serial, object]));
  const wanted = new Set([
    ...serialsOfTruth(truth),
    ...marks.flatMap(({ answer, first }) => [...serialsOfAnswer(answer), ...serialsOfAnswer(first)]),
  ]);
  return [...wanted]
    .flatMap((serial): NamedObject[] => {
      const found = objects.get(serial) ?? (drawn === null ? died.get(serial) : undefined);
      if (found === undefined) return [];
      const { type, repr } = found;
      return [{ serial, type, repr, name: reach.get(serial)?.text ?? null }];
    })
    .slice(0, MAX.marked);
}
