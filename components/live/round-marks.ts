/** A student's prediction of a round, as marks on any picture of the heap. */
import type { Serial } from '../../heap/index.ts';
import type { Mark } from '../heap/marks.ts';
import { type Marking, marked } from './marking.ts';
import { isCandidate } from './round.ts';
import type { RoundDraft } from './use-round.ts';

const WILL_GO: Mark = { text: 'will be freed', tone: 'accent' };
const WILL_MOVE: Mark = { text: 'will move on', tone: 'gen1' };

export function roundMarks(
  draft: RoundDraft,
  generation: 0 | 1 | 2,
  toForm: (() => void) | undefined,
): Marking {
  const { marks: freed, moves, mode } = draft;
  const asksMoves = generation < 2;
  const marks = new Map<Serial, Mark>([...marked(freed, WILL_GO), ...marked(moves, WILL_MOVE)]);
  const moving = asksMoves && mode === 'moves';
  return {
    marks,
    says: moving
      ? `Choose an object to mark it as one that will move to an older generation. ${moves.size} marked.`
      : `Choose an object to mark it as one that the collection will free. ${freed.size} marked.`,
    can: (object) =>
      isCandidate(object) &&
      (!moving || (typeof object.generation === 'number' && object.generation <= generation)),
    toggle: moving ? draft.toggleMove : draft.toggle,
    ...(asksMoves
      ? {
          modes: {
            label: 'What choosing an object means',
            value: mode,
            options: [
              { value: 'freed', label: 'Will be freed' },
              { value: 'moves', label: 'Will move on' },
            ],
            onChange: (value: string) => draft.setMode(value === 'moves' ? 'moves' : 'freed'),
          },
        }
      : {}),
    ...(toForm === undefined ? {} : { actions: [{ label: 'To the round', onSelect: toForm }] }),
  };
}
