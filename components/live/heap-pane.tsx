'use client';

import { ChartLine, ListTree, MemoryStick, Network, Table2 } from 'lucide-react';
import { memo, useMemo, useState } from 'react';
import type { HeapView, Serial } from '../../heap/index.ts';
import { Segmented } from '../design/choices.tsx';
import { LoadingPart } from '../design/later.tsx';
import { EffectStrip, effectFocus, effectMarks } from '../heap/effect-strip.tsx';
import { HeapGraph } from '../heap/graph.tsx';
import type { GraphMemory } from '../heap/graph-memory.ts';
import { MemoryBar } from '../heap/memory-bar.tsx';
import { HeapTable, HeapTree, MemoryPane, TimePane } from '../heap/parts.tsx';
import { useWords } from '../language/words.ts';
import type { HeapSource } from '../time/heap-source.ts';
import type { EffectShown } from '../time/use-effect-shown.ts';
import type { Marking } from './marking.ts';
import { MarkingBar } from './marking-bar.tsx';

export interface HeapPaneProps {
  readonly heap: HeapView;
  /** The machine behind it, and its past; null as long as there is none. */
  readonly source: HeapSource | null;
  /** In a replay: the moment that is shown. */
  readonly moment?: number;
  readonly me: string | null;
  readonly modules: readonly string[];
  readonly selected: Serial | null;
  readonly onSelect: (serial: Serial | null) => void;
  /** Gives a statement of mine; null where I may not write. */
  readonly onRun?: ((source: string) => void) | undefined;
  readonly onInternals?: ((internals: boolean) => void) | undefined;
  /** Keeps the graph's positions while something else is shown in its place. */
  readonly memory: GraphMemory;
  /** In a replay: the heap one entry earlier, which news are told against. */
  readonly since?: HeapView | null;
  /** Choosing an object marks it: a prediction, an answer, a key. */
  readonly marking: Marking | null;
  /** The class predicts: what is leaked is not said. */
  readonly predicting?: boolean;
  /** What an entry did, over the heap. */
  readonly effect?: EffectShown | null;
  readonly onCloseEffect?: () => void;
  /** Told when another form is chosen. */
  readonly onForm?: ((form: HeapForm) => void) | undefined;
}

const FORMS = ['graph', 'table', 'tree', 'memory', 'time'] as const;
export type HeapForm = (typeof FORMS)[number];

/** The heap as a graph, as a table, as memory or over time, with what it costs below. */
export const HeapPane = memo(function HeapPane({
  heap,
  source,
  moment,
  me,
  modules,
  selected,
  onSelect,
  onRun,
  onInternals,
  memory,
  since,
  marking,
  predicting = false,
  effect = null,
  onCloseEffect,
  onForm,
}: HeapPaneProps) {
  const { heap: words, liveClass } = useWords('heap', 'liveClass');
  const { forms } = liveClass;
  const [form, setForm] = useState<HeapForm>('graph');
  const choose = (serial: Serial | null) => {
    onSelect(serial);
    if (marking === null || serial === null) return;
    if (heap.objects.some((object) => object.serial === serial && marking.can(object)))
      marking.toggle(serial);
  };
  const told = useMemo(() => (effect === null ? undefined : effectMarks(effect, words)), [effect, words]);
  const focus = effectFocus(effect, heap);
  const overlay = useMemo(() => ({ focus }), [focus]);
  // Memory and time have no place for it.
  const [led, setLed] = useState(effect);
  if (led !== effect) {
    setLed(effect);
    if (effect !== null && (form === 'memory' || form === 'time')) setForm('graph');
  }
  const own = heap.objects.filter((object) => !object.builtin && !object.internal);
  const marks = marking?.marks ?? told;
  const marked = marks === undefined ? {} : { marks };
  return (
    <section
      aria-label={liveClass.heap}
      className="flex h-full min-h-0 flex-col overflow-hidden bg-surface lg:rounded-xl lg:border lg:border-line"
    >
      {marking === null ? null : <MarkingBar marking={marking} />}
      {effect === null || onCloseEffect === undefined ? null : (
        <EffectStrip shown={effect} view={heap} onClose={onCloseEffect} />
      )}
      {form === 'graph' ? (
        <HeapGraph
          view={heap}
          me={me}
          modules={modules}
          selected={selected}
          onSelect={choose}
          onRun={onRun}
          onInternals={onInternals}
          memory={memory}
          since={since}
          overlay={overlay}
          className="min-h-0 flex-1"
          {...marked}
        />
      ) : (
        // A region that scrolls and may hold nothing to focus has to be reachable by itself.
        // biome-ignore lint/a11y/noNoninteractiveTabindex: see above
        <div className="min-h-0 flex-1 overflow-auto -outline-offset-2" tabIndex={0}>
          {form === 'table' ? (
            <HeapTable view={heap} me={me} selected={selected} onSelect={choose} onRun={onRun} {...marked} />
          ) : form === 'tree' ? (
            <HeapTree view={heap} me={me} selected={selected} onSelect={choose} onRun={onRun} {...marked} />
          ) : source === null ? (
            <LoadingPart />
          ) : form === 'memory' ? (
            <MemoryPane
              machine={source.machine}
              view={heap}
              me={me}
              modules={modules}
              selected={selected}
              onSelect={choose}
            />
          ) : (
            <TimePane source={source} {...(moment === undefined ? {} : { moment })} />
          )}
        </div>
      )}
      <footer className="flex min-h-11 shrink-0 flex-wrap items-center gap-x-2 border-t border-line pt-1 pl-2">
        <Segmented
          label={forms.label}
          size="sm"
          value={form}
          onChange={(next) => {
            setForm(next);
            onForm?.(next);
          }}
          options={[
            { value: 'graph', label: <Form icon={Network} text={forms.graph} /> },
            { value: 'table', label: <Form icon={Table2} text={forms.table} /> },
            { value: 'tree', label: <Form icon={ListTree} text={forms.tree} /> },
            { value: 'memory', label: <Form icon={MemoryStick} text={forms.memory} /> },
            { value: 'time', label: <Form icon={ChartLine} text={forms.time} /> },
          ]}
        />
        <div className="min-w-0 flex-1 basis-96">
          {predicting ? (
            <p className="px-4 py-2 text-sm text-muted">{liveClass.leaksHidden}</p>
          ) : form === 'memory' ? null : (
            <MemoryBar
              memory={heap.memory}
              objects={own.length}
              leaked={own.filter((object) => !object.reachable).length}
            />
          )}
        </div>
      </footer>
    </section>
  );
});

function Form({ icon: Icon, text }: { readonly icon: typeof Network; readonly text: string }) {
  return (
    <>
      <Icon aria-hidden className="size-3.5" />
      {text}
    </>
  );
}
