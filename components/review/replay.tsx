'use client';

import {
  Boxes,
  ChevronDown,
  ChevronUp,
  Film,
  FlaskConical,
  ImageOff,
  ListOrdered,
  ListTree,
  MessageSquareText,
  Recycle,
  ScanSearch,
  Trophy,
} from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useCallback, useEffect, useMemo, useState } from 'react';
import type { ClassState } from '../../classroom/protocol/state.ts';
import type { Serial } from '../../heap/index.ts';
import { Button, ButtonLink, IconButton } from '../design/button.tsx';
import { Empty } from '../design/empty.tsx';
import { Notice } from '../design/notice.tsx';
import { PageSkeleton } from '../design/page-skeleton.tsx';
import { Panel } from '../design/panel.tsx';
import { SelectField } from '../design/select.tsx';
import { type Tab, Tabs } from '../design/tabs.tsx';
import { useToast } from '../design/toasts.tsx';
import { TopBar } from '../design/top-bar.tsx';
import { useMedia } from '../design/use-media.ts';
import { GraphMemory } from '../heap/graph-memory.ts';
import { NamesAndFrames } from '../heap/names.tsx';
import { CollectorLanes, ObjectInspector } from '../heap/parts.tsx';
import { useRefusal } from '../language/refusal.ts';
import { useWords } from '../language/words.ts';
import { loggedLine } from '../live/console.ts';
import { HeapPane } from '../live/heap-pane.tsx';
import { moduleOrder } from '../live/members.ts';
import { ClassScenario } from '../live/parts.tsx';
import { answerOf, roundOf } from '../live/round.ts';
import { Player } from '../player/parts.ts';
import { Playback } from '../player/playback.ts';
import { hadScenario, type ScenarioTitles, useScenarioTitles } from '../scenario/use-titles.ts';
import type { HeapSource } from '../time/heap-source.ts';
import { Transcript } from '../transcript/transcript.tsx';
import { EntryList } from './entry-list.tsx';
import { headline, type LessonLog, momentOf, storedLines } from './lesson.ts';
import type { Moment, OpenLesson, ReplayView } from './opening.ts';
import { keepMoment } from './sandbox-moment.ts';
import { Scrubber } from './scrubber.tsx';
import { useReplay } from './use-replay.ts';
import { chosen, neighbour, parseWhich, thinned, type Which, whichText } from './which.ts';

interface Watched {
  readonly seq: number;
  readonly playback: Playback;
  readonly at: number;
}

/** A lesson run again in this browser, entry by entry; null as long as it is on its way. */
export function Replay({ log }: { readonly log: LessonLog | null }) {
  const words = useWords('review').review;
  const open = useReplay(log);
  return open === null ? <PageSkeleton words={words.fetching} /> : <Opened {...open} />;
}

function Opened({ lesson, view }: { readonly lesson: OpenLesson; readonly view: ReplayView }) {
  const { log } = lesson;
  const words = useWords('replay').replay;
  const says = useRefusal();
  const { moment, whole, fault, missing, entries } = view;
  return (
    <div
      data-testid="replay"
      data-seq={moment?.seq ?? 0}
      data-digest={moment?.digest ?? ''}
      data-running={moment !== null && moment.machine !== null}
      data-ready={view.ready}
      data-loaded={entries.length}
      data-keyframes={lesson.keyframeBytes}
      aria-busy={view.going !== null}
      className="flex h-dvh min-h-136 flex-col"
    >
      <TopBar
        title={log.session.classroom}
        actions={
          <>
            {moment === null ? null : <ToSandbox log={log} moment={moment} />}
            <ButtonLink href={`/sessions/${log.session.id}`} size="sm" icon={Trophy}>
              {words.scores}
            </ButtonLink>
          </>
        }
      />
      {moment === null || fault === null ? null : (
        <Notice tone="warning" className="m-3 shrink-0" title={words.otherEngine.title}>
          {words.otherEngine.fromHere}
        </Notice>
      )}
      {missing === null ? null : (
        <Notice tone="warning" className="m-3 shrink-0" title={words.missing.title}>
          {says(missing)} {words.missing.text}
        </Notice>
      )}
      {whole === null ? null : moment === null ? (
        <main
          id="main"
          className="grid min-h-0 flex-1 grid-rows-[auto_minmax(0,1fr)] gap-3 p-3 lg:grid-cols-[minmax(0,1fr)_minmax(24rem,2fr)] lg:grid-rows-1"
        >
          <Panel title={words.tabs.heap} className="h-full">
            <Empty icon={ImageOff} title={words.otherEngine.title}>
              {words.otherEngine.whole}
            </Empty>
          </Panel>
          <Panel fill flush title={words.transcript} className="h-full">
            <Transcript lines={storedLines(entries, whole, words)} />
          </Panel>
        </main>
      ) : (
        <Stage log={log} whole={whole} lesson={lesson} view={view} moment={moment} />
      )}
    </div>
  );
}

/** Goes on alone from this very heap, with the modules of everybody. */
function ToSandbox({ log, moment }: { readonly log: LessonLog; readonly moment: Moment }) {
  const words = useWords('replay').replay;
  const router = useRouter();
  const toast = useToast();
  const open = async () => {
    const { state, machine, seq } = moment;
    if (machine === null) return;
    const member = state.members.find(({ id }) => id === log.me) ?? state.members[0];
    const kept = await keepMoment({
      title: log.session.classroom,
      seq,
      module: member?.handle ?? '',
      machine: new Uint8Array(machine.snapshot()),
    });
    if (kept === null) {
      toast({ ...words.notKept, tone: 'error' });
      return;
    }
    router.push(`/sandbox#moment=${kept}`);
  };
  return (
    <Button
      size="sm"
      icon={FlaskConical}
      disabled={moment.machine === null}
      onClick={() => void open()}
      aria-label={words.toSandbox}
    >
      <span className="max-sm:sr-only">{words.toSandbox}</span>
    </Button>
  );
}

function Entries({
  whole,
  titles,
  view,
  at,
  onJump,
  which,
  onWhich,
}: {
  readonly whole: ClassState;
  readonly titles: ScenarioTitles;
  readonly view: ReplayView;
  readonly at: number;
  readonly onJump: (seq: number) => void;
  readonly which: Which;
  readonly onWhich: (which: Which) => void;
}) {
  const words = useWords('replay').replay.which;
  const list = useMemo(() => chosen(view.entries, which), [view.entries, which]);
  const [back, on] = [neighbour(list, at, false), neighbour(list, at, true)];
  return (
    <div className="flex h-full min-h-0 flex-col">
      <div className="flex shrink-0 items-center gap-1 border-b border-line p-2">
        <SelectField
          label={words.label}
          hideLabel
          value={whichText(which)}
          onChange={(text) => onWhich(parseWhich(text))}
          options={[
            { value: 'all', label: words.all },
            { value: 'challenges', label: words.challenges },
            { value: 'errors', label: words.errors },
            ...whole.members.map(({ id, nickname }) => ({ value: `person:${id}`, label: nickname })),
          ]}
          className="min-w-0 flex-1"
        />
        <IconButton
          icon={ChevronUp}
          label={words.previous}
          size="sm"
          disabled={back === null}
          onClick={() => onJump(back ?? at)}
        />
        <IconButton
          icon={ChevronDown}
          label={words.next}
          size="sm"
          disabled={on === null}
          onClick={() => onJump(on ?? at)}
        />
      </div>
      {list.length === 0 ? (
        <p className="p-4 text-sm text-muted">{words.none}</p>
      ) : (
        <div className="min-h-0 flex-1">
          <EntryList entries={list} state={whole} titles={titles} at={at} onJump={onJump} />
        </div>
      )}
    </div>
  );
}

function Stage({
  log,
  whole,
  lesson,
  view,
  moment,
}: {
  readonly log: LessonLog;
  readonly whole: ClassState;
  readonly lesson: OpenLesson;
  readonly view: ReplayView;
  readonly moment: Moment;
}) {
  const all = useWords('transcript', 'replay', 'liveClass');
  const { transcript, replay: words } = all;
  const wide = useMedia('(min-width: 64rem)');
  const [selected, setSelected] = useState<Serial | null>(null);
  const [memory] = useState(() => new GraphMemory());
  const [about, setAbout] = useState('names');
  const [front, setFront] = useState('heap');
  const { me, length } = log;
  const { entries, history, ready, going } = view;
  const { moveTo } = lesson;
  const { heap, state, seq } = moment;
  const mine = whole.members.find((member) => member.id === me)?.handle ?? null;
  const modules = moduleOrder(state);
  const titles = useScenarioTitles(useMemo(() => hadScenario(entries), [entries]));
  const [which, setWhich] = useState<Which>(() => {
    const person = new URLSearchParams(location.search).get('person');
    return person === null ? { kind: 'all' } : { kind: 'person', id: person };
  });
  useEffect(() => {
    const query = new URLSearchParams(location.search);
    const person = query.get('person');
    const theirs =
      person === null ? undefined : chosen(lesson.view()?.entries ?? [], { kind: 'person', id: person })[0];
    moveTo(Number(query.get('at') ?? theirs?.seq ?? 1) || 1);
  }, [lesson, moveTo]);
  const marks = useMemo(
    () =>
      thinned(
        [
          ...entries.flatMap((entry) => {
            const kind = momentOf(entry, whole);
            return kind === null ? [] : [{ seq: entry.seq, kind }];
          }),
          ...history.flatMap(({ id, collections }) =>
            collections.length === 0 ? [] : [{ seq: id, kind: 'collection' as const }],
          ),
        ],
        length,
      ),
    [entries, whole, history, length],
  );
  const move = moveTo;
  const { machine } = moment;
  const source: HeapSource | null = useMemo(() => {
    if (machine === null) return null;
    const openPast = async () => (await import('../time/class-past.ts')).classPast(entries);
    return { machine, history, openPast, goTo: move };
  }, [machine, history, entries, move]);
  const select = (serial: Serial | null) => {
    setSelected(serial);
    if (serial !== null) setAbout('inspector');
  };

  const [watched, setWatched] = useState<Watched | null>(null);
  const moveFilm = useCallback(
    (at: number) => setWatched((old) => (old === null ? null : { ...old, at })),
    [],
  );
  const watch = (line: string | number, collection: number) => {
    const film = lesson.film(Number(line), collection);
    if (film === null) return;
    move(Number(line));
    setWatched({ seq: Number(line), playback: new Playback(film), at: 0 });
    setFront('heap');
  };
  // Going elsewhere in the lesson leaves the collection.
  if (watched !== null && watched.seq !== seq) setWatched(null);
  const round = watched === null ? null : roundOf(state, watched.seq);
  const answer = round === null ? null : answerOf(round, me);
  const here = state.transcript.find((line) => line.seq === seq)?.collections ?? [];

  const pane =
    watched === null ? (
      <div className="flex h-full min-h-0 flex-col gap-2">
        {state.scenario === null ? null : (
          <ClassScenario state={state} className="shrink-0 lg:rounded-xl lg:border lg:border-line" />
        )}
        {here.length === 0 ? null : (
          <div className="flex shrink-0 flex-wrap items-center gap-2 max-lg:px-3 max-lg:pt-2">
            <span className="text-sm text-muted">{words.ranHere}</span>
            {here.slice(-3).map((one, index) => {
              const at = here.length - Math.min(3, here.length) + index;
              return (
                <Button key={at} size="sm" icon={Film} onClick={() => watch(seq, at)}>
                  {transcript.watch(one)}
                </Button>
              );
            })}
          </div>
        )}
        <div className="min-h-0 flex-1">
          <HeapPane
            heap={heap}
            source={source}
            moment={seq}
            me={mine}
            modules={modules}
            selected={selected}
            onSelect={select}
            memory={memory}
            since={moment.before}
            marking={null}
          />
        </div>
      </div>
    ) : (
      <Player
        playback={watched.playback}
        at={watched.at}
        onMove={moveFilm}
        me={mine}
        modules={modules}
        prediction={
          answer?.kind === 'round' ? { freed: new Set(answer.freed), returned: answer.returned } : null
        }
        onClose={() => setWatched(null)}
      />
    );
  const actor = entries[seq - 1]?.actor;
  const list = (
    <Entries
      whole={whole}
      titles={titles}
      view={view}
      at={seq}
      onJump={move}
      which={which}
      onWhich={setWhich}
    />
  );
  const tabs: Tab[] = [
    {
      id: 'names',
      label: words.tabs.names,
      icon: ListTree,
      content: (
        <NamesAndFrames
          view={heap}
          me={mine}
          modules={modules}
          author={whole.members.find(({ id }) => id === actor)?.handle ?? null}
          selected={selected}
          onSelect={select}
        />
      ),
    },
    {
      id: 'inspector',
      label: words.tabs.object,
      icon: ScanSearch,
      content: (
        <ObjectInspector view={heap} serial={selected} onSelect={select} source={source ?? undefined} />
      ),
    },
    {
      id: 'collector',
      label: words.tabs.collector,
      icon: Recycle,
      content: <CollectorLanes collector={heap.collector} />,
    },
    {
      id: 'transcript',
      label: words.transcript,
      icon: MessageSquareText,
      content: (
        <Transcript
          lines={state.transcript.map((line) => loggedLine(line, state.members, all))}
          me={mine}
          onWatch={watch}
        />
      ),
    },
  ];
  const current = entries[(going ?? seq) - 1];
  return (
    <>
      {wide ? (
        <main
          id="main"
          className="grid min-h-0 flex-1 grid-cols-[17rem_minmax(0,1fr)_23rem] gap-3 p-3 max-xl:grid-cols-[15rem_minmax(0,1fr)_20rem]"
        >
          <Panel fill flush title={words.tabs.entries} className="overflow-hidden">
            {list}
          </Panel>
          {pane}
          <Panel fill flush className="overflow-hidden">
            <Tabs
              label={words.tabs.label}
              fill
              narrow
              tabs={tabs}
              value={about}
              onChange={setAbout}
              className="h-full"
            />
          </Panel>
        </main>
      ) : (
        <main id="main" className="flex min-h-0 flex-1 flex-col bg-surface">
          <Tabs
            label={words.tabs.views}
            fill
            value={front}
            onChange={setFront}
            className="min-h-0 flex-1"
            tabs={[
              { id: 'heap', label: words.tabs.heap, icon: Boxes, content: pane },
              { id: 'entries', label: words.tabs.entries, icon: ListOrdered, content: list },
              ...tabs,
            ]}
          />
        </main>
      )}
      {watched !== null ? null : (
        <Scrubber
          at={going ?? seq}
          length={length}
          says={current === undefined ? '' : headline(current, whole, words, titles)}
          moments={marks}
          ready={ready}
          onMove={move}
        />
      )}
    </>
  );
}
