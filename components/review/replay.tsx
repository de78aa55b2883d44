'use client';

import {
  Boxes,
  Film,
  ListOrdered,
  ListTree,
  MessageSquareText,
  Recycle,
  ScanSearch,
  Trophy,
} from 'lucide-react';
import { useCallback, useMemo, useState } from 'react';
import type { ClassState } from '../../classroom/protocol/state.ts';
import type { Serial } from '../../heap/index.ts';
import { Button, ButtonLink } from '../design/button.tsx';
import { Notice } from '../design/notice.tsx';
import { Panel } from '../design/panel.tsx';
import { type Tab, Tabs } from '../design/tabs.tsx';
import { TopBar } from '../design/top-bar.tsx';
import { CollectorLanes } from '../heap/collector.tsx';
import { GraphMemory } from '../heap/graph-memory.ts';
import { ObjectInspector } from '../heap/inspector.tsx';
import { NamesAndFrames } from '../heap/names.tsx';
import { loggedLine } from '../live/console.ts';
import { HeapPane } from '../live/heap-pane.tsx';
import { moduleOrder } from '../live/members.ts';
import { ClassScenario } from '../live/parts.tsx';
import { answerOf, roundOf } from '../live/round.ts';
import { useMedia } from '../live/use-live.ts';
import { Playback } from '../player/playback.ts';
import { Player } from '../player/player.tsx';
import { callOf } from '../player/sentences.ts';
import type { HeapSource } from '../time/heap-source.ts';
import { Transcript } from '../transcript/transcript.tsx';
import { EntryList } from './entry-list.tsx';
import { finalState, headline, type LessonLog, momentOf, storedLines } from './lesson.ts';
import { Scrubber } from './scrubber.tsx';
import { useReplayPast } from './use-past.ts';
import { type Moment, type TimelineView, useTimeline } from './use-timeline.ts';

interface Watched {
  readonly seq: number;
  readonly playback: Playback;
  readonly at: number;
}

/** A lesson run again in this browser, entry by entry. */
export function Replay({ log }: { readonly log: LessonLog }) {
  const state = useMemo(() => finalState(log.entries), [log]);
  const timeline = useTimeline(log.entries);
  const { moment } = timeline;
  return (
    <div
      data-testid="replay"
      data-seq={moment?.seq ?? 0}
      data-digest={moment?.digest ?? ''}
      className="flex h-dvh flex-col"
    >
      <TopBar
        title={log.session.classroom}
        actions={
          <ButtonLink href={`/sessions/${log.session.id}`} size="sm" icon={Trophy}>
            Scores
          </ButtonLink>
        }
      />
      {log.replayable && timeline.fault === null ? null : (
        <Notice
          tone="warning"
          className="m-3 shrink-0"
          title="This lesson was recorded with another version of the engine"
        >
          {moment === null
            ? 'Its heap cannot be drawn again. What was typed and what it printed is stored and stands below.'
            : 'From here on its heap comes out differently and cannot be drawn. What was typed and printed is stored with the scores.'}
        </Notice>
      )}
      {state === null ? null : moment === null ? (
        <main id="main" className="min-h-0 flex-1 p-3">
          <Panel fill flush title="Transcript" className="h-full">
            <Transcript lines={storedLines(log.entries, state)} />
          </Panel>
        </main>
      ) : (
        <Stage log={log} whole={state} timeline={timeline} moment={moment} />
      )}
    </div>
  );
}

function Stage({
  log,
  whole,
  timeline,
  moment,
}: {
  readonly log: LessonLog;
  readonly whole: ClassState;
  readonly timeline: TimelineView;
  readonly moment: Moment;
}) {
  const wide = useMedia('(min-width: 64rem)');
  const [selected, setSelected] = useState<Serial | null>(null);
  const [memory] = useState(() => new GraphMemory());
  const [about, setAbout] = useState('names');
  const [front, setFront] = useState('heap');
  const { entries, me } = log;
  const { heap, state, seq } = moment;
  const mine = whole.members.find((member) => member.id === me)?.handle ?? null;
  const modules = moduleOrder(state);
  const moments = useMemo(
    () =>
      entries.flatMap((entry) => {
        const kind = momentOf(entry, whole);
        return kind === null ? [] : [{ seq: entry.seq, kind }];
      }),
    [entries, whole],
  );
  const { moveTo, length } = timeline;
  const move = useCallback((to: number) => moveTo(Math.min(Math.max(1, to), length)), [moveTo, length]);
  const past = useReplayPast(entries);
  const { machine } = moment;
  const source: HeapSource = useMemo(() => ({ machine, ...past, goTo: move }), [machine, past, move]);
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
    const film = timeline.film(Number(line), collection);
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
        <ClassScenario state={state} className="shrink-0 lg:rounded-xl lg:border lg:border-line" />
        {here.length === 0 ? null : (
          <div className="flex shrink-0 flex-wrap items-center gap-2 max-lg:px-3 max-lg:pt-2">
            <span className="text-sm text-muted">The collector ran here.</span>
            {here.slice(-3).map((one, index) => {
              const at = here.length - Math.min(3, here.length) + index;
              return (
                <Button key={at} size="sm" icon={Film} onClick={() => watch(seq, at)}>
                  Watch {callOf(one)}
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
  const list = <EntryList entries={entries} state={whole} at={seq} onJump={move} />;
  const tabs: Tab[] = [
    {
      id: 'names',
      label: 'Names',
      icon: ListTree,
      content: (
        <NamesAndFrames view={heap} me={mine} modules={modules} selected={selected} onSelect={select} />
      ),
    },
    {
      id: 'inspector',
      label: 'Object',
      icon: ScanSearch,
      content: <ObjectInspector view={heap} serial={selected} onSelect={select} source={source} />,
    },
    {
      id: 'collector',
      label: 'Collector',
      icon: Recycle,
      content: <CollectorLanes collector={heap.collector} />,
    },
    {
      id: 'transcript',
      label: 'Transcript',
      icon: MessageSquareText,
      content: (
        <Transcript
          lines={state.transcript.map((line) => loggedLine(line, state.members))}
          me={mine}
          onWatch={watch}
        />
      ),
    },
  ];
  const current = entries[seq - 1];
  return (
    <>
      {wide ? (
        <main
          id="main"
          className="grid min-h-0 flex-1 grid-cols-[17rem_minmax(0,1fr)_23rem] gap-3 p-3 max-xl:grid-cols-[15rem_minmax(0,1fr)_20rem]"
        >
          <Panel fill flush title="Entries" className="overflow-hidden">
            {list}
          </Panel>
          {pane}
          <Panel fill flush className="overflow-hidden">
            <Tabs
              label="About the heap"
              fill
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
            label="Views"
            fill
            value={front}
            onChange={setFront}
            className="min-h-0 flex-1"
            tabs={[
              { id: 'heap', label: 'Heap', icon: Boxes, content: pane },
              { id: 'entries', label: 'Entries', icon: ListOrdered, content: list },
              ...tabs,
            ]}
          />
        </main>
      )}
      {watched !== null ? null : (
        <Scrubber
          at={seq}
          length={length}
          says={current === undefined ? '' : headline(current, whole)}
          moments={moments}
          onMove={move}
        />
      )}
    </>
  );
}
