'use client';

import { Eye, Radio, UserRound } from 'lucide-react';
import type { ClassState } from '../../classroom/protocol/state.ts';
import type { Serial } from '../../heap/index.ts';
import { Badge } from '../design/badge.tsx';
import { Button } from '../design/button.tsx';
import { Empty } from '../design/empty.tsx';
import { Spinner } from '../design/spinner.tsx';
import { useWords } from '../language/words.ts';
import { Player } from '../player/player.tsx';
import { marksPerObject, type Prediction } from '../player/prediction.ts';
import { spacedCode } from './classCode.ts';
import type { LiveView } from './connection.ts';
import { moduleOrder } from './members.ts';
import { answerOf, roundOf } from './round.ts';
import type { ClassPlayer } from './use-player.ts';

export interface ClassPlayerPaneProps {
  readonly player: ClassPlayer;
  readonly state: ClassState;
  /** Null for a projector. */
  readonly me: LiveView['me'];
  /** On a wall: nothing to press, and the code for those who come. */
  readonly wallCode?: string;
}

/** The class's player where the heap stands otherwise, with what was predicted about the objects. */
export function ClassPlayerPane({ player, state, me, wallCode }: ClassPlayerPaneProps) {
  const { playing: words } = useWords('liveClass').liveClass;
  const wall = wallCode !== undefined;
  const { position, playback, fault, follows } = player;
  if (position === null) return null;
  if (playback === null) {
    return (
      <div className="flex h-full flex-col items-center justify-center gap-3 bg-surface p-6 text-muted lg:rounded-xl lg:border lg:border-line">
        {fault === null ? (
          <p role="status" className="flex items-center gap-3">
            <Spinner /> {words.again}
          </p>
        ) : (
          <Empty title={words.cannot}>{fault}</Empty>
        )}
        {wall || follows ? null : (
          <Button size="sm" onClick={player.close}>
            {words.close}
          </Button>
        )}
      </div>
    );
  }
  const round = roundOf(state, position.seq);
  const answer = round === null || me === null ? null : answerOf(round, me.id);
  const prediction: Prediction | null =
    answer?.kind === 'round' ? { freed: new Set(answer.freed), returned: answer.returned } : null;
  return (
    <Player
      playback={playback}
      at={position.step}
      onMove={player.move}
      follows={follows || wall}
      me={me?.handle ?? null}
      modules={moduleOrder(state)}
      prediction={prediction}
      marked={me?.role === 'teacher' && round !== null ? marksPerObject(marksOf(round)) : NONE}
      wall={wall}
      status={
        wall ? (
          <span className="font-mono text-xl">{spacedCode(wallCode)}</span>
        ) : (
          <Status player={player} drives={me?.role === 'teacher'} />
        )
      }
      onClose={wall || follows ? undefined : player.close}
    />
  );
}

const NONE: ReadonlyMap<Serial, number> = new Map();

function marksOf(round: ClassState['challenges'][number]): ReadonlySet<Serial>[] {
  return round.answers.flatMap(({ answer }) => (answer?.kind === 'round' ? [new Set(answer.freed)] : []));
}

/** Who moves the player, and the way to move it oneself. */
function Status({ player, drives }: { readonly player: ClassPlayer; readonly drives: boolean }) {
  const { playing: words } = useWords('liveClass').liveClass;
  if (drives)
    return (
      <Badge tone="accent" icon={Radio}>
        {words.allFollow}
      </Badge>
    );
  if (player.follows)
    return (
      <>
        <Badge tone="accent" icon={Radio}>
          {words.teacherMoves}
        </Badge>
        <Button size="sm" variant="quiet" icon={UserRound} onClick={() => player.follow(false)}>
          {words.alone}
        </Button>
      </>
    );
  if (player.led)
    return (
      <Button size="sm" variant="primary" icon={Eye} onClick={() => player.follow(true)}>
        {words.follow}
      </Button>
    );
  return null;
}
