'use client';

import { Radio, Users } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { Focus } from '../../classroom/protocol/messages.ts';
import type { ClassState } from '../../classroom/protocol/state.ts';
import { showsLeaderboard } from '../../classroom/settings.ts';
import type { HeapView, Serial } from '../../heap/index.ts';
import { Segmented } from '../design/choices.tsx';
import { classes } from '../design/classes.ts';
import { Spinner } from '../design/spinner.tsx';
import { HeapGraph } from '../heap/graph.tsx';
import { Legend } from '../heap/legend.tsx';
import { CollectorLanes, MemoryPane, TimePane } from '../heap/parts.tsx';
import { wallSize } from '../heap/wall-size.ts';
import { useRefusal } from '../language/refusal.ts';
import { useWords } from '../language/words.ts';
import type { HeapSource } from '../time/heap-source.ts';
import { Transcript } from '../transcript/transcript.tsx';
import { spacedCode } from './classCode.ts';
import type { LiveView } from './connection.ts';
import { ConnectionBadge } from './connection-banner.tsx';
import { loggedLine } from './console.ts';
import { FinalScores } from './final-scores.tsx';
import { Leaders } from './leaders.tsx';
import { LiveRoot } from './live-root.tsx';
import { moduleOrder, scoreLines, students } from './members.ts';
import { ClassPlayerPane, ClassScenario, Reveal, WallChallenge } from './parts.tsx';
import { QrCode } from './qr-code.tsx';
import type { AboutRoom } from './request.ts';
import {
  challengeTitle,
  currentChallenge,
  judgingOf,
  keepsLeaksSecret,
  onTheWall,
  unspoilt,
  wallShape,
} from './round.ts';
import { useDemonstration } from './shown-solution.tsx';
import { TeamScores } from './team-scores.tsx';
import { useLiveClassroom } from './use-live.ts';
import { type ClassPlayer, usePlayer } from './use-player.ts';
import { WallOfForks } from './wall-of-forks.tsx';
import { WallWelcome } from './wall-welcome.tsx';

const LATEST = 6;
const LEADERS = 5;
/** Beside a result that has to be read as well. */
const LEADERS_BESIDE = 3;

const FORMS = ['graph', 'memory', 'time'] as const;

const ignore = () => {};

function teacherOf(state: ClassState) {
  return state.members.find((member) => member.role === 'teacher' && !member.removed);
}

/** A table or a tree is nothing for the last row: the graph says the same. */
function formOf(pane: Focus['pane']): (typeof FORMS)[number] {
  return pane === 'memory' || pane === 'time' ? pane : 'graph';
}

/** The wall points at what the teacher has selected. */
function shownSelection(state: ClassState, view: LiveView): Serial | null {
  const teacher = teacherOf(state);
  return teacher === undefined ? null : (view.presence.get(teacher.id)?.selected ?? null);
}

/** The class on the wall. */
export function Projector({ room }: { readonly room: AboutRoom }) {
  const { liveWall } = useWords('liveWall');
  const says = useRefusal();
  const { live, view } = useLiveClassroom(room.code, 'viewer');
  const player = usePlayer(live, view);
  const { state, heap, connection } = view;
  return (
    <LiveRoot view={view} name="projector">
      {state === null || heap === null ? (
        <main id="main" className="flex min-h-dvh items-center justify-center text-xl text-muted">
          <p role="status" className="flex items-center gap-3">
            {connection.kind === 'refused' ? (
              says(connection.refusal)
            ) : (
              <>
                <Spinner /> {liveWall.coming}
              </>
            )}
          </p>
        </main>
      ) : connection.kind === 'ended' ? (
        <FinalScores
          classroom={room.classroom}
          lines={showsLeaderboard(state.settings) ? scoreLines(state) : []}
        />
      ) : (
        <Wall room={room} view={view} state={state} heap={heap} player={player} />
      )}
    </LiveRoot>
  );
}

function Wall({
  room,
  view,
  state,
  heap: whole,
  player,
}: {
  readonly room: AboutRoom;
  readonly view: LiveView;
  readonly state: ClassState;
  readonly heap: HeapView;
  readonly player: ClassPlayer;
}) {
  const words = useWords('liveAnswer', 'liveWall', 'liveClass');
  const { liveWall } = words;
  const { forms } = words.liveClass;
  const open = currentChallenge(state);
  const heap = open !== null && keepsLeaksSecret(open) ? unspoilt(whole) : whole;
  const challenge = onTheWall(state);
  const [closed, setClosed] = useState(0);
  const [own, setForm] = useState<(typeof FORMS)[number]>('graph');
  const { machine, history, focus } = view;
  const form = focus === null ? own : formOf(focus.pane);
  const selected = focus === null ? shownSelection(state, view) : focus.selected;
  const demonstration = useDemonstration(challenge, state, machine, teacherOf(state)?.handle ?? 'board');
  const source: HeapSource | null = useMemo(
    () =>
      machine === null ? null : { machine, history, openPast: async () => liveWall.noPast, goTo: ignore },
    [machine, history, liveWall],
  );
  const address = `${location.origin}/c/${room.code}`;
  const board = showsLeaderboard(state.settings);
  // A collection takes the whole wall: its numbers are to be read from the last row.
  if (player.position !== null) {
    return (
      <main id="main" className="h-dvh">
        <h1 className="sr-only">{room.classroom}</h1>
        <ClassPlayerPane player={player} state={state} me={null} wallCode={room.code} />
      </main>
    );
  }
  if (state.transcript.length === 0 && state.scenario === null && challenge === null && focus === null)
    return <WallWelcome room={room} address={address} state={state} view={view} />;
  const shape = wallShape(state, challenge, closed, focus !== null);
  const leaders = scoreLines(state)
    .filter((line) => board && line.points > 0)
    .slice(0, shape === 'beside' ? LEADERS_BESIDE : LEADERS);
  const asked =
    challenge === null || shape === 'class' ? null : (
      <WallChallenge
        key={challenge.number}
        challenge={challenge}
        state={state}
        heap={heap}
        clock={view.clock}
        connected={view.roster.connected}
        judging={judgingOf(challenge, view.judging)}
        demonstration={demonstration}
        onClose={() => setClosed(challenge.number)}
        className="flex-1"
      />
    );
  const standings =
    open === null ? (
      <>
        <TeamScores state={state} />
        {leaders.length > 0 ? (
          <Leaders lines={leaders} revealed={asked === null ? null : challenge} strip={shape === 'beside'} />
        ) : null}
      </>
    ) : null;
  return (
    <div className={classes('grid h-dvh max-md:grid-cols-1', COLUMNS[shape])}>
      <main id="main" className="flex min-h-0 min-w-0 flex-col">
        {shape === 'stage' ? (
          asked
        ) : (
          <>
            {state.scenario === null ? null : (
              <ClassScenario state={state} large className="max-h-[78%] shrink-0 border-b border-line" />
            )}
            {focus?.pane === 'wall' ? (
              <WallOfForks focus={focus} />
            ) : form === 'graph' || source === null ? (
              <HeapGraph
                // Beside a challenge all of it is to be seen, though smaller.
                key={demonstration === null ? shape : 'solution'}
                view={demonstration?.heap ?? heap}
                me={demonstration?.handle ?? null}
                modules={moduleOrder(state)}
                selected={selected}
                onSelect={ignore}
                controls={false}
                legend={false}
                {...wallSize(window.innerWidth)}
                {...(shape === 'beside' ? { smallest: 0.7 } : {})}
                className="min-h-0 flex-1"
              />
            ) : (
              // A region that scrolls has to be reachable by keyboard.
              // biome-ignore lint/a11y/noNoninteractiveTabindex: see above
              <div className="min-h-0 flex-1 overflow-auto bg-surface -outline-offset-2" tabIndex={0}>
                {form === 'memory' ? (
                  <MemoryPane
                    machine={source.machine}
                    view={heap}
                    modules={moduleOrder(state)}
                    selected={selected}
                    onSelect={ignore}
                    controls={false}
                  />
                ) : (
                  <>
                    <TimePane source={source} controls={false} />
                    <CollectorLanes collector={heap.collector} />
                  </>
                )}
              </div>
            )}
            <div className="flex flex-wrap items-center gap-x-6 gap-y-2 border-t border-line bg-surface px-5 py-3">
              {focus === null ? (
                <Segmented
                  label={liveWall.shows}
                  size="sm"
                  value={form}
                  onChange={setForm}
                  options={[
                    { value: 'graph', label: forms.graph },
                    { value: 'memory', label: forms.memory },
                    { value: 'time', label: forms.time },
                  ]}
                />
              ) : (
                <p className="inline-flex items-center gap-2 text-sm text-muted">
                  <Radio aria-hidden className="size-5" /> {liveWall.follows}
                </p>
              )}
              {form === 'graph' && focus?.pane !== 'wall' ? (
                <div className="max-md:hidden">
                  <Legend mine={false} />
                </div>
              ) : null}
            </div>
          </>
        )}
      </main>
      <aside
        className="flex min-h-0 min-w-0 flex-col border-line bg-surface max-md:border-t md:border-l"
        aria-label={liveWall.theClass}
      >
        <header
          className={classes(
            'flex border-b border-line',
            shape === 'stage'
              ? 'items-center gap-5 p-5 md:flex-col md:items-stretch'
              : 'items-center gap-3.5 p-3.5',
          )}
        >
          <QrCode text={address} className={classes('shrink-0', QR[shape])} />
          <div className="min-w-0">
            <h1 className="truncate text-base font-medium text-muted">{room.classroom}</h1>
            <p className="font-mono text-3xl font-medium tracking-wide whitespace-nowrap">
              {spacedCode(room.code)}
            </p>
            <p className="truncate text-sm text-muted">{location.host}</p>
            <p className="mt-1 flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-muted">
              <span className="inline-flex items-center gap-1.5">
                <Users aria-hidden className="size-5" />
                <span className="tabular">{liveWall.students(students(state).length)}</span>
              </span>
              {view.connection.kind === 'live' ? null : <ConnectionBadge connection={view.connection} />}
            </p>
          </div>
        </header>
        {shape === 'beside' ? asked : null}
        {shape === 'class' && challenge !== null ? (
          <section
            aria-label={liveWall.challenge}
            // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to be reachable by keyboard
            tabIndex={0}
            className="max-h-[45%] shrink-0 overflow-auto border-b border-line bg-raised p-5 -outline-offset-2"
          >
            <h2 className="mb-3 text-xl font-semibold tracking-tight">{challengeTitle(challenge, words)}</h2>
            <Reveal challenge={challenge} me={null} heap={heap} ofClass />
          </section>
        ) : null}
        {standings}
        {shape === 'class' ? (
          <section aria-label={liveWall.latest} className="min-h-0 flex-1 overflow-hidden">
            <Transcript
              lines={state.transcript.slice(-LATEST).map((line) => loggedLine(line, state.members, words))}
              emptyText={liveWall.firstHere}
              filter={false}
            />
          </section>
        ) : null}
      </aside>
    </div>
  );
}

const QR = {
  class: 'size-25',
  beside: 'size-24 max-md:hidden',
  stage: 'max-md:size-24 md:w-full md:max-w-72',
} as const;

/** The heap or the stage, and what stands beside it; on a phone, below it. */
const COLUMNS = {
  class: 'max-md:grid-rows-2 md:grid-cols-[minmax(0,1fr)_minmax(25rem,21.5%)]',
  beside: 'max-md:grid-rows-[minmax(0,1fr)_minmax(0,3fr)] md:grid-cols-[minmax(0,1fr)_minmax(28rem,37%)]',
  stage: 'max-md:grid-rows-[minmax(0,1fr)_auto] md:grid-cols-[minmax(0,1fr)_minmax(22rem,26rem)]',
} as const;
