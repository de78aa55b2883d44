import { PHASES, type Phase } from '../../heap/index.ts';
import { classes } from '../design/classes.ts';
import { useWords } from '../language/words.ts';
import type { Moment, Playback } from './playback.ts';
import { PHASE_FUNCTIONS } from './sentences.ts';

export interface PhasesProps {
  readonly playback: Playback;
  readonly moment: Moment;
  /** Null where somebody else moves the player. */
  readonly onJump: ((at: number) => void) | null;
}

/** The phases that this collection went through, as a line; the one it is in stands out. */
export function Phases({ playback, moment, onJump }: PhasesProps) {
  const { player } = useWords('player');
  const { steps } = playback.film;
  const present = PHASES.filter((phase) => steps.some((step) => step.phase === phase));
  const now = moment.step?.phase ?? null;
  const place = now === null ? -1 : present.indexOf(now);
  return (
    <>
      <ol aria-label={player.phaseList} className="px-2.5 py-1.5 text-balance max-md:hidden">
        {present.map((phase, index) => (
          <li key={phase} aria-current={phase === now ? 'step' : undefined} className="m-0.5 inline-block">
            <PhaseMark
              phase={phase}
              state={phase === now ? 'now' : index < place ? 'over' : 'ahead'}
              onPress={
                onJump === null ? null : () => onJump(steps.findIndex((step) => step.phase === phase) + 1)
              }
            />
          </li>
        ))}
      </ol>
      <p className="px-3 pt-2 text-sm text-muted md:hidden">
        {now === null ? player.noPhase : player.phaseOf(player.phases[now], place + 1, present.length)}
      </p>
    </>
  );
}

const LOOKS = {
  now: 'bg-accent text-on-accent',
  over: 'bg-accent-soft text-accent-ink',
  ahead: 'bg-sunken text-muted',
} as const;

function PhaseMark({
  phase,
  state,
  onPress,
}: {
  readonly phase: Phase;
  readonly state: keyof typeof LOOKS;
  readonly onPress: (() => void) | null;
}) {
  const { player } = useWords('player');
  const look = classes(
    'inline-flex min-h-7 items-center rounded-md px-2 text-xs font-medium whitespace-nowrap',
    LOOKS[state],
  );
  const title = player.inCPython(PHASE_FUNCTIONS[phase]);
  return onPress === null ? (
    <span className={look} title={title}>
      {player.phases[phase]}
    </span>
  ) : (
    <button type="button" onClick={onPress} title={title} className={classes(look, 'cursor-pointer')}>
      {player.phases[phase]}
    </button>
  );
}
