/** A student's prediction of a round, as marks on any picture of the heap. */
import type { Serial } from '../../heap/index.ts';
import type { Mark } from '../heap/marks.ts';
import type { Words } from '../language/words.ts';
import { type Marking, marked } from './marking.ts';
import { isCandidate } from './round.ts';
import type { RoundDraft } from './use-round.ts';

export function roundMarks(
  draft: RoundDraft,
  generation: 0 | 1 | 2,
  toForm: (() => void) | undefined,
  { liveAnswer: { round: words } }: Pick<Words, 'liveAnswer'>,
): Marking {
  const willGo: Mark = { text: words.goes, tone: 'accent' };
  const willMove: Mark = { text: words.moves, tone: 'gen1' };
  const { marks: freed, moves, mode } = draft;
  const asksMoves = generation < 2;
  const marks = new Map<Serial, Mark>([...marked(freed, willGo), ...marked(moves, willMove)]);
  const moving = asksMoves && mode === 'moves';
  return {
    marks,
    says: moving ? words.moving(moves.size) : words.freeing(freed.size),
    can: (object) =>
      isCandidate(object) &&
      (!moving || (typeof object.generation === 'number' && object.generation <= generation)),
    toggle: moving ? draft.toggleMove : draft.toggle,
    ...(asksMoves
      ? {
          modes: {
            label: words.meaning,
            value: mode,
            options: [
              { value: 'freed', label: words.freed },
              { value: 'moves', label: words.moved },
            ],
            onChange: (value: string) => draft.setMode(value === 'moves' ? 'moves' : 'freed'),
          },
        }
      : {}),
    ...(toForm === undefined ? {} : { actions: [{ label: words.toRound, onSelect: toForm }] }),
  };
}
