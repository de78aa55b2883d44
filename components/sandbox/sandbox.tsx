'use client';

import { Crosshair, Info, List, Recycle, ScrollText } from 'lucide-react';
import { useCallback, useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import type { Scenario } from '../../classroom/scenarios/scenario.ts';
import type { Serial } from '../../heap/index.ts';
import { parseInput } from '../../heap/index.ts';
import { Panel } from '../design/panel.tsx';
import { Tabs } from '../design/tabs.tsx';
import { useToast } from '../design/toasts.tsx';
import { useMedia } from '../design/use-media.ts';
import { CollectorLanes } from '../heap/collector.tsx';
import { GraphMemory } from '../heap/graph-memory.ts';
import { MemoryBar } from '../heap/memory-bar.tsx';
import { NamesAndFrames } from '../heap/names.tsx';
import { ObjectInspector } from '../heap/parts.tsx';
import { listed } from '../heap/table-order.ts';
import { useWords } from '../language/words.ts';
import { unspoilt } from '../live/round.ts';
import { Player } from '../player/parts.ts';
import { Playback } from '../player/playback.ts';
import { promptNames } from '../prompt/names.ts';
import { Palette } from '../prompt/parts.tsx';
import { Prompt } from '../prompt/prompt.tsx';
import { ClosingQuestion, ScenarioPicker, ScenarioStrip } from '../scenario/parts.tsx';
import type { HeapSource } from '../time/heap-source.ts';
import { TourInvitation } from '../tour/invitation.tsx';
import { Remembered } from '../tour/remembered.ts';
import { FIRST_STATEMENT } from '../tour/stops.ts';
import { LastLine } from '../transcript/last-line.tsx';
import { Transcript } from '../transcript/transcript.tsx';
import { SandboxBar } from './bar.tsx';
import { Bench, benchPast } from './bench.ts';
import { heapTabs } from './heap-tabs.tsx';
import { Notices } from './notices.tsx';
import { PracticePane, Tour } from './parts.tsx';
import { scenarioHash } from './scenario-link.ts';
import { useEntryEffect } from './use-entry-effect.ts';
import { loadLink, useOpenedLink } from './use-opened-link.ts';
import { hidesLeaks, usePractice } from './use-practice.ts';

const tourSeen = new Remembered(() => localStorage);
const WIDE = '(min-width: 1024px)';

/** The same heap as in a class, alone, in the browser. */
export function Sandbox() {
  const spoken = useWords('sandbox', 'limits', 'design');
  const words = spoken.sandbox;
  const [bench] = useState(() => new Bench(spoken));
  const state = useSyncExternalStore(bench.subscribe, bench.state, bench.state);
  const [selected, setSelected] = useState<Serial | null>(null);
  const [memory] = useState(() => new GraphMemory());
  const [broken, setBroken] = useOpenedLink(bench);
  const [main, setMain] = useState('graph');
  const [side, setSide] = useState('object');
  const [pointed, setPointed] = useState<{ readonly id: number } | null>(null);
  const [watched, setWatched] = useState<{ readonly playback: Playback; readonly at: number } | null>(null);
  const [picking, setPicking] = useState(false);
  const [asking, setAsking] = useState(false);
  const [stop, setStop] = useState<number | null>(null);
  const [invited, setInvited] = useState(() => location.hash.length < 2 && !tourSeen.seen());
  const wide = useMedia(WIDE);
  const toast = useToast();

  const endTour = () => {
    setStop(null);
    setInvited(false);
    tourSeen.remember();
  };
  const moveTour = (to: number) => {
    // From its second stop on the tour needs something to point at.
    if (to === 1 && bench.state().statements.length === 0) bench.run(FIRST_STATEMENT);
    setInvited(false);
    setMain('graph');
    setStop(to);
  };
  const shareable = state.statements.length > 0;
  // Here before the button is pressed: some browsers let only what a press does at once reach the clipboard.
  useEffect(() => {
    if (shareable) void loadLink();
  }, [shareable]);
  const share = async () => {
    if (state.ground.title !== null) {
      toast({ ...words.share.moment, tone: 'error' });
      return;
    }
    const link = await loadLink();
    if (link === null) {
      toast({ title: spoken.design.notLoaded, text: spoken.design.offline, tone: 'error' });
      return;
    }
    const hash = link.makeHash(state.statements);
    if (link.tooLong(hash)) {
      toast({ ...words.share.long, tone: 'error' });
      return;
    }
    history.replaceState(null, '', hash);
    try {
      await navigator.clipboard.writeText(location.href);
      toast(words.share.copied);
    } catch {
      toast(words.share.shown);
    }
  };
  const select = (serial: Serial | null) => {
    setSelected(serial);
    if (serial !== null) setSide('object');
  };
  const pick = (scenario: Scenario) => {
    setSelected(null);
    setPicking(false);
    setBroken(null);
    bench.open(scenario);
    history.replaceState(null, '', scenarioHash(scenario));
  };
  const leave = () => {
    bench.leave();
    history.replaceState(null, '', location.pathname);
  };
  const collect = (generation: number) => bench.run(`gc.collect(${generation})`);

  const watch = (line: string | number, collection: number) => {
    const film = bench.film(
      state.lines.findIndex((one) => one.id === line),
      collection,
    );
    if (film !== null) setWatched({ playback: new Playback(film), at: 0 });
    setMain('graph');
  };
  const move = useCallback((at: number) => setWatched((old) => (old === null ? null : { ...old, at })), []);
  // The film is of a moment that the next statement leaves behind.
  const [watchedIn, setWatchedIn] = useState(state.statements);
  if (watchedIn !== state.statements) {
    setWatchedIn(state.statements);
    setWatched(null);
  }

  const practice = usePractice(state);
  const view = hidesLeaks(practice) ? unspoilt(state.view) : state.view;
  const objects = listed(view, { order: 'birth', scalars: true, internals: false });
  const leaked = objects.filter((object) => !object.reachable).length;
  const { module, modules } = state.ground;
  const names = promptNames(view, module);

  const source: HeapSource = useMemo(
    () => ({
      machine: state.machine,
      history: state.history,
      openPast: async () => benchPast(state.statements, state.ground),
      goTo: (id) => {
        setPointed({ id });
        if (!wide) setMain('transcript');
      },
    }),
    [state, wide],
  );
  const player =
    watched === null ? null : (
      <Player
        playback={watched.playback}
        at={watched.at}
        onMove={move}
        me={module}
        modules={modules}
        onClose={() => setWatched(null)}
      />
    );
  const inspector = (
    <ObjectInspector view={view} serial={selected} onSelect={select} source={source} single />
  );
  const nameList = <NamesAndFrames view={view} me={module} selected={selected} onSelect={select} />;
  const lanes = <CollectorLanes collector={view.collector} onCollect={collect} explain={!wide} />;
  const effect = useEntryEffect(state.lines, view, source.openPast);
  const showEffect = (line: string | number) => {
    effect.show(line);
    // Memory and time have no place for it.
    if (main !== 'table' && main !== 'tree') setMain('graph');
  };
  const transcript = (
    <Transcript
      lines={state.lines}
      me={module}
      single
      pointed={pointed}
      onWatch={watch}
      onEffect={hidesLeaks(practice) ? undefined : showEffect}
      effectOf={effect.shown?.id ?? null}
    />
  );
  const forms = heapTabs({
    words: spoken,
    bench,
    state,
    view,
    source,
    selected,
    onSelect: select,
    memory,
    legend: wide,
    player,
    effect,
  });
  const restart = () => {
    setSelected(null);
    if (state.scenario !== null) bench.open(state.scenario.scenario);
  };
  const predict = <PracticePane practice={practice} state={state} onRun={(source) => bench.run(source)} />;
  const prompt = (
    <>
      {state.scenario === null ? null : (
        <ScenarioStrip
          scenario={state.scenario.scenario}
          done={state.scenario.done}
          className="border-b border-line"
          controls={{
            next: () => bench.next(),
            rest: () => bench.rest(),
            back: () => bench.back(),
            restart: restart,
            leave,
            ask: () => setAsking(true),
            askLabel: words.closingQuestion,
          }}
        />
      )}
      <Prompt
        onRun={(source) => bench.run(source)}
        parse={parseInput}
        names={names}
        history={state.statements}
        autoFocus={wide}
      />
    </>
  );

  return (
    <div className="flex h-dvh min-h-136 flex-col">
      <SandboxBar
        bare={state.statements.length === 0}
        predicting={practice.on}
        onScenarios={() => setPicking(true)}
        onPredict={() => {
          practice.toggle();
          setMain(practice.on ? 'graph' : 'predict');
        }}
        onUndo={() => bench.undo()}
        onReset={() => {
          setSelected(null);
          bench.reset();
          history.replaceState(null, '', location.pathname);
        }}
        onShare={() => void share()}
        onTour={() => moveTour(0)}
      />
      {invited ? <TourInvitation onTake={() => moveTour(0)} onDecline={endTour} /> : null}
      {stop === null ? null : <Tour key={stop} at={stop} onMove={moveTour} onEnd={endTour} />}
      <ScenarioPicker open={picking} onOpenChange={setPicking} onPick={pick} description={words.picker} />
      {state.scenario === null ? null : (
        <ClosingQuestion scenario={state.scenario.scenario} open={asking} onOpenChange={setAsking} />
      )}
      <Notices state={state} broken={broken} onDismiss={() => setBroken(null)} />
      {wide ? (
        <main id="main" className="grid min-h-0 flex-1 grid-cols-[minmax(0,1fr)_24rem]">
          <div className="flex min-h-0 min-w-0 flex-col bg-surface">
            {player === null ? (
              <Tabs
                fill
                className="flex-1"
                label={words.tabs.heap}
                tabs={forms}
                value={forms.some(({ id }) => id === main) ? main : 'graph'}
                onChange={setMain}
              />
            ) : (
              <div className="min-h-0 flex-1">{player}</div>
            )}
            {player === null ? (
              <>
                <div className="border-t border-line">
                  <MemoryBar memory={view.memory} objects={objects.length} leaked={leaked} />
                </div>
                <div className="h-[18vh] min-h-28 border-t border-line">{transcript}</div>
              </>
            ) : null}
            <div data-tour="prompt" className="border-t border-line">
              {prompt}
            </div>
          </div>
          <aside
            aria-label={words.tabs.details}
            className="flex min-h-0 flex-col gap-3 border-l border-line p-3"
          >
            {practice.on ? <div className="max-h-[65%] min-h-0 shrink-0 overflow-auto">{predict}</div> : null}
            <Panel flush title={words.tabs.generations} className="shrink-0">
              <div data-tour="collector">{lanes}</div>
            </Panel>
            <div className="flex min-h-0 flex-1 flex-col overflow-hidden rounded-xl border border-line bg-surface">
              <Tabs
                fill
                className="flex-1"
                label={words.tabs.details}
                value={side === 'names' ? 'names' : 'object'}
                onChange={setSide}
                tabs={[
                  { id: 'object', label: words.tabs.object, icon: Info, content: inspector },
                  { id: 'names', label: words.tabs.names, icon: List, content: nameList },
                ]}
              />
            </div>
          </aside>
        </main>
      ) : (
        <main id="main" className="flex min-h-0 flex-1 flex-col bg-surface">
          <Tabs
            fill
            className="flex-1"
            label={words.tabs.views}
            value={main}
            onChange={setMain}
            tabs={[
              ...(practice.on
                ? [
                    {
                      id: 'predict',
                      label: words.tabs.predict,
                      icon: Crosshair,
                      content: <div className="p-3">{predict}</div>,
                    },
                  ]
                : []),
              ...forms,
              { id: 'names', label: words.tabs.names, icon: List, content: nameList },
              { id: 'object', label: words.tabs.object, icon: Info, content: inspector },
              { id: 'generations', label: words.tabs.generations, icon: Recycle, content: lanes },
              { id: 'transcript', label: words.tabs.transcript, icon: ScrollText, content: transcript },
            ]}
          />
          <LastLine lines={state.lines} />
          <div data-tour="prompt" className="border-t border-line">
            {prompt}
          </div>
          <Palette names={names} canCollect onRun={(source) => bench.run(source)} />
        </main>
      )}
    </div>
  );
}
