'use client';

import { Boxes, Film, ListTree, MessageSquareText, Recycle, ScanSearch, Sparkles, Users } from 'lucide-react';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { standsStill } from '../../classroom/decide.ts';
import { collectSource } from '../../classroom/decideChallenge.ts';
import type { ClassState, MemberState } from '../../classroom/protocol/state.ts';
import type { GenerationNumber, HeapView, Serial } from '../../heap/index.ts';
import { Badge } from '../design/badge.tsx';
import { Panel } from '../design/panel.tsx';
import { type Tab, Tabs } from '../design/tabs.tsx';
import { useToast } from '../design/toasts.tsx';
import { TopBar } from '../design/top-bar.tsx';
import { useMedia } from '../design/use-media.ts';
import { useStable } from '../design/use-stable.ts';
import { GraphMemory } from '../heap/graph-memory.ts';
import { NamesAndFrames } from '../heap/names.tsx';
import { CollectorLanes, ObjectInspector } from '../heap/parts.tsx';
import { useRefusal } from '../language/refusal.ts';
import { useWords } from '../language/words.ts';
import type { HeapSource } from '../time/heap-source.ts';
import { useEffectShown } from '../time/use-effect-shown.ts';
import { LastLine } from '../transcript/last-line.tsx';
import { Transcript } from '../transcript/transcript.tsx';
import { CodeButton } from './code-button.tsx';
import type { CommandBody, LiveView } from './connection.ts';
import { ConnectionBadge, ConnectionBanner } from './connection-banner.tsx';
import { consoleLines } from './console.ts';
import { type HeapForm, HeapPane } from './heap-pane.tsx';
import { LivePrompt } from './live-prompt.tsx';
import type { LiveClassroom } from './liveClassroom.ts';
import { moduleOrder } from './members.ts';
import { openClassPast } from './open-past.ts';
import {
  ChallengePanel,
  ClassPlayerPane,
  ClassScenario,
  ForkWallPane,
  LedScenario,
  Roster,
  Share,
  TeacherBar,
  TeamScores,
  TeamsButton,
} from './parts.tsx';
import type { AboutRoom } from './request.ts';
import { currentChallenge, judgingOf, keepsLeaksSecret, lastRevealed, unspoilt } from './round.ts';
import { roundMarks } from './round-marks.ts';
import { useConsole } from './use-console.ts';
import { useLeading } from './use-focus.ts';
import { useForkWall } from './use-fork-wall.ts';
import { pickingMarks, usePicking } from './use-picking.ts';
import { usePlayer } from './use-player.ts';
import { pointingMarks, usePointing } from './use-pointing.ts';
import { useRound } from './use-round.ts';

export interface ClassRoomProps {
  readonly room: AboutRoom;
  readonly live: LiveClassroom;
  readonly view: LiveView;
  readonly state: ClassState;
  readonly heap: HeapView;
  readonly me: MemberState;
}

/** The live classroom: what everybody sees of the heap, and what one member does in it. */
export function ClassRoom({ room, live, view, state, heap: whole, me }: ClassRoomProps) {
  const wide = useMedia('(min-width: 80rem)');
  const middle = useMedia('(min-width: 64rem)');
  const words = useWords(
    'liveClass',
    'livePeople',
    'liveAnswer',
    'limits',
    'precisely',
    'refusalDetails',
    'refusals',
  );
  const { liveClass, livePeople } = words;
  const says = useRefusal();
  const toast = useToast();
  const [selected, setSelected] = useState<Serial | null>(null);
  const [memory] = useState(() => new GraphMemory());
  const [dismissed, setDismissed] = useState(0);
  const [side, setSide] = useState('transcript');
  const [about, setAbout] = useState('names');
  const [pointed, setPointed] = useState<{ readonly id: number } | null>(null);

  const send = (body: CommandBody) => live.send(body);
  const { run: give, refused } = useConsole(send);
  const run = useStable(give);
  const open = currentChallenge(state);
  const revealed = lastRevealed(state);
  const challenge = open ?? (revealed !== null && revealed.number > dismissed ? revealed : null);
  const judging = open === null ? null : judgingOf(open, view.judging);
  const predicting = open !== null && keepsLeaksSecret(open);
  const heap = useMemo(() => (predicting ? unspoilt(whole) : whole), [predicting, whole]);
  const asked = me.role === 'student' ? open : null;
  const draft = useRound(asked, me.id, heap, send);
  const pointing = usePointing(asked, me.id);
  const teacher = me.role === 'teacher';
  const player = usePlayer(live, view);
  const plays = player.position !== null;
  const { members: everybody } = state;
  const modules = useMemo(() => moduleOrder({ members: everybody }), [everybody]);

  // A new challenge comes to the front of a phone's tabs.
  const [front, setFront] = useState('heap');
  const [brought, setBrought] = useState<string | null>(null);
  const news = challenge === null ? null : `${challenge.number} ${challenge.phase}`;
  if (news !== brought) {
    setBrought(news);
    setFront(news === null ? 'heap' : 'challenge');
  }

  // So does a player that somebody moves.
  const [moved, setMoved] = useState(false);
  const moves = (player.position?.step ?? 0) > 0;
  if (moves !== moved) {
    setMoved(moves);
    if (moves) setFront('heap');
  }
  const watch = useStable((line: string | number, collection: number) => {
    player.open(Number(line), collection);
    setFront('heap');
  });

  const tabs = useRef<HTMLElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the tab that came to the front is scrolled to
  useEffect(() => {
    tabs.current
      ?.querySelector('[role=tab][data-state=active]')
      ?.scrollIntoView({ inline: 'nearest', block: 'nearest' });
  }, [front]);

  const picking = usePicking(() => setFront('heap'));
  const toChallenge = middle ? undefined : () => setFront('challenge');
  const marking =
    draft !== null && asked?.challenge.kind === 'round'
      ? roundMarks(draft, asked.challenge.generation, toChallenge, words)
      : pointing !== null
        ? pointingMarks(pointing, heap, toChallenge, words)
        : picking.on && open === null
          ? pickingMarks(picking, words)
          : null;

  const select = useStable((serial: Serial | null) => {
    setSelected(serial);
    if (serial !== null && marking === null) setAbout('inspector');
    live.showPresence({ typing: false, selected: serial });
  });
  const showInternals = useCallback((internals: boolean) => live.showInternals(internals), [live]);
  const collect = (generation: GenerationNumber) => run(collectSource(generation));
  const mayCollect = teacher || state.settings.collectorOpen;
  const remove = async (member: MemberState) => {
    const ack = await live.send({ kind: 'remove', member: member.id });
    if (!ack.ok) toast({ title: livePeople.notRemoved, text: says(ack.refusal), tone: 'error' });
  };

  const handPens = async (pens: readonly string[]) => {
    const ack = await live.send({ kind: 'settings', settings: { pens: [...pens] } });
    if (!ack.ok) toast({ title: livePeople.penStays, text: says(ack.refusal), tone: 'error' });
  };
  const arrange = async (body: CommandBody) => {
    const ack = await live.send(body);
    if (!ack.ok) toast({ title: livePeople.notArranged, text: says(ack.refusal), tone: 'error' });
  };
  const { machine, history } = view;
  const openPast = useCallback(() => openClassPast(room.session, words), [room.session, words]);
  const effect = useEffectShown(openPast);
  const showEffect = useStable((line: string | number) => {
    effect.show(Number(line));
    setFront('heap');
  });
  const [form, setForm] = useState<HeapForm>('graph');
  const forks = useForkWall(teacher ? challenge : null, state, machine);
  const [unwalled, setUnwalled] = useState(0);
  const [named, setNamed] = useState(false);
  const walled = forks !== null && unwalled !== forks.number;
  const leading = useLeading(live, view, walled ? 'wall' : form, selected, forks, named);
  const goTo = useCallback((id: number) => {
    setPointed({ id });
    setSide('transcript');
    setFront('transcript');
  }, []);
  const source: HeapSource | null = useMemo(
    () => (machine === null ? null : { machine, history, openPast, goTo }),
    [machine, history, openPast, goTo],
  );

  const names = (
    <NamesAndFrames view={heap} me={me.handle} modules={modules} selected={selected} onSelect={select} />
  );
  const inspector = (
    <ObjectInspector
      view={heap}
      serial={selected}
      onSelect={select}
      source={source ?? undefined}
      secret={predicting}
    />
  );
  const lanes = (
    <CollectorLanes
      collector={heap.collector}
      onCollect={mayCollect ? collect : undefined}
      disabled={open !== null}
    />
  );
  const pane = plays ? (
    <ClassPlayerPane player={player} state={state} me={me} />
  ) : walled && challenge !== null ? (
    <ForkWallPane
      wall={forks}
      challenge={challenge}
      named={named}
      onNamed={setNamed}
      projects={leading.on}
      send={send}
      onClose={() => setUnwalled(forks.number)}
    />
  ) : source === null ? null : (
    <HeapPane
      heap={heap}
      source={source}
      me={me.handle}
      modules={modules}
      selected={selected}
      onSelect={select}
      onRun={standsStill(state) !== null || (state.settings.frozen && !teacher) ? undefined : run}
      onInternals={showInternals}
      memory={memory}
      marking={marking}
      predicting={predicting}
      effect={predicting ? null : effect.shown}
      onCloseEffect={effect.close}
      onForm={setForm}
    />
  );
  const look = middle ? 'shrink-0 rounded-xl border border-line' : 'shrink-0 border-b border-line';
  const scenario =
    state.scenario === null ? null : teacher ? (
      <LedScenario state={state} send={send} className={look} />
    ) : (
      <ClassScenario state={state} className={look} />
    );
  const lines = useMemo(
    () => consoleLines(state, me, view.pending, refused, words),
    [state, me, view.pending, refused, words],
  );
  const transcript = (
    <Transcript
      lines={lines}
      me={me.handle}
      emptyText={liveClass.nothingTyped}
      pointed={pointed}
      onWatch={open === null && !player.follows ? watch : undefined}
      onEffect={predicting || plays ? undefined : showEffect}
      effectOf={effect.shown?.id ?? null}
    />
  );
  const members = (
    <>
      <div className="border-b border-line p-4">
        <Share code={room.code} />
      </div>
      {teacher ? <TeamsButton state={state} give={arrange} /> : null}
      <TeamScores state={state} teacher={teacher} />
      <Roster view={view} {...(teacher ? { onRemove: remove, onPens: handPens, onArrange: arrange } : {})} />
    </>
  );
  const prompt = (
    <LivePrompt
      state={state}
      heap={heap}
      me={me}
      busy={view.pending.length > 0}
      palette={!middle}
      onRun={run}
    />
  );
  const challengePanel =
    challenge === null || machine === null ? null : (
      <ChallengePanel
        challenge={challenge}
        state={state}
        me={me}
        heap={heap}
        machine={machine}
        clock={view.clock}
        connected={view.roster.connected}
        draft={draft}
        pointing={pointing}
        judging={judging}
        send={send}
        onDismiss={() => setDismissed(challenge.number)}
        onWatch={
          player.follows || challenge.revealedSeq === undefined
            ? undefined
            : () => {
                player.openLast(challenge.revealedSeq ?? 0);
                setFront('heap');
              }
        }
      />
    );
  const aboutTabs: Tab[] = [
    { id: 'names', label: liveClass.names, icon: ListTree, content: names },
    { id: 'inspector', label: liveClass.object, icon: ScanSearch, content: inspector },
    { id: 'collector', label: liveClass.collector, icon: Recycle, content: lanes },
  ];
  const sideTabs: Tab[] = [
    { id: 'transcript', label: liveClass.transcript, icon: MessageSquareText, content: transcript },
    {
      id: 'class',
      label: liveClass.class,
      icon: Users,
      count: view.roster.connected.length,
      content: members,
    },
  ];

  return (
    <div className="flex h-dvh min-h-136 flex-col">
      <TopBar
        title={room.classroom}
        status={
          <>
            <ConnectionBadge connection={view.connection} />
            {state.settings.frozen ? <Badge tone="mine">{liveClass.frozen}</Badge> : null}
            {state.settings.locked ? <Badge tone="mine">{liveClass.locked}</Badge> : null}
            {state.settings.collectorOpen ? <Badge tone="mine">{liveClass.collectorOpen}</Badge> : null}
          </>
        }
        actions={<CodeButton code={room.code} />}
      />
      <ConnectionBanner connection={view.connection} />
      {teacher ? (
        <div className="shrink-0 overflow-x-auto border-b border-line bg-surface px-3 py-1.5 sm:px-5">
          <TeacherBar
            code={room.code}
            state={state}
            me={me}
            clock={view.clock}
            judging={judging}
            heap={heap}
            picking={picking}
            machine={machine}
            digest={view.digest ?? ''}
            send={send}
            onCollected={player.openLast}
            leading={leading}
            wall={forks === null || walled ? undefined : () => setUnwalled(0)}
          />
        </div>
      ) : null}
      {middle ? null : scenario}
      {middle ? (
        <main
          id="main"
          className={
            wide && !plays
              ? 'grid min-h-0 flex-1 grid-cols-[19rem_minmax(0,1fr)_25rem] gap-3 p-3'
              : 'grid min-h-0 flex-1 grid-cols-[minmax(0,1fr)_23rem] gap-3 p-3'
          }
        >
          <h2 className="sr-only">{liveClass.heapOfClass}</h2>
          {wide && !plays ? (
            <Panel fill flush className="overflow-hidden">
              <Tabs
                label={liveClass.aboutHeap}
                fill
                tabs={aboutTabs}
                value={about}
                onChange={setAbout}
                className="h-full"
              />
            </Panel>
          ) : null}
          <div className="flex min-h-0 min-w-0 flex-col gap-3">
            {scenario}
            <div className="min-h-0 flex-1">{pane}</div>
          </div>
          <div className="flex min-h-0 flex-col gap-3">
            {challengePanel === null ? null : (
              <div
                className={`min-h-0 shrink-0 overflow-auto ${open === null ? 'max-h-[62%]' : 'max-h-[78%]'}`}
              >
                {challengePanel}
              </div>
            )}
            <Panel fill flush className="flex-1 overflow-hidden">
              <Tabs
                label={liveClass.theClass}
                fill
                narrow={wide && plays}
                tabs={wide && !plays ? sideTabs : [...sideTabs, ...aboutTabs]}
                value={side}
                onChange={setSide}
                className="h-full"
              />
            </Panel>
            {prompt}
          </div>
        </main>
      ) : (
        <main id="main" ref={tabs} className="flex min-h-0 flex-1 flex-col bg-surface">
          <h2 className="sr-only">{liveClass.heapOfClass}</h2>
          <Tabs
            label={liveClass.views}
            fill
            value={challenge === null && front === 'challenge' ? 'heap' : front}
            onChange={setFront}
            className="min-h-0 flex-1"
            tabs={[
              ...(challengePanel === null
                ? []
                : [
                    {
                      id: 'challenge',
                      label: liveClass[challenge?.challenge.kind ?? 'question'],
                      icon: Sparkles,
                      content: <div className="p-3">{challengePanel}</div>,
                    },
                  ]),
              {
                id: 'heap',
                label: plays ? liveClass.player : liveClass.heap,
                icon: plays ? Film : Boxes,
                content: pane,
              },
              { id: 'names', label: liveClass.names, icon: ListTree, content: names },
              ...sideTabs,
              { id: 'inspector', label: liveClass.object, icon: ScanSearch, content: inspector },
              { id: 'collector', label: liveClass.collector, icon: Recycle, content: lanes },
            ]}
          />
          <LastLine lines={lines} me={me.handle} />
          {/* Who answers needs the room, and not two places to type in. */}
          {open !== null && !teacher && front === 'challenge' ? null : prompt}
        </main>
      )}
    </div>
  );
}
