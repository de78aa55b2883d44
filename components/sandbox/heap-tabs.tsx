'use client';

import { Boxes, ChartLine, ListTree, MemoryStick, Table2 } from 'lucide-react';
import type { ReactNode } from 'react';
import type { HeapView, Serial } from '../../heap/index.ts';
import type { Tab } from '../design/tabs.tsx';
import { EffectStrip } from '../heap/effect-strip.tsx';
import { HeapGraph } from '../heap/graph.tsx';
import type { GraphMemory } from '../heap/graph-memory.ts';
import { HeapTable, HeapTree, MemoryPane, TimePane } from '../heap/parts.tsx';
import type { Words } from '../language/words.ts';
import type { HeapSource } from '../time/heap-source.ts';
import type { Bench, BenchState } from './bench.ts';
import type { EntryEffect } from './use-entry-effect.ts';

export interface HeapTabsProps {
  readonly words: Pick<Words, 'sandbox'>;
  readonly bench: Bench;
  readonly state: BenchState;
  /** The heap as it may be shown now. */
  readonly view: HeapView;
  readonly source: HeapSource;
  readonly selected: Serial | null;
  readonly onSelect: (serial: Serial | null) => void;
  readonly memory: GraphMemory;
  readonly legend: boolean;
  /** Takes the place of the graph while a collection is watched. */
  readonly player: ReactNode;
  /** What an entry did, over the heap. */
  readonly effect: EntryEffect;
}

/** The heap in its five forms. */
export function heapTabs(props: HeapTabsProps): readonly Tab[] {
  const { words, bench, state, view, source, selected, onSelect, memory, legend, player, effect } = props;
  const { module } = state.ground;
  const { tabs } = words.sandbox;
  const shared = { view, me: module, selected, onSelect, onRun: (input: string) => bench.run(input) };
  const marked = effect.marks === undefined ? {} : { marks: effect.marks };
  const under = (content: ReactNode) => (
    <div className="flex h-full min-h-0 flex-col">
      {effect.shown === null ? null : <EffectStrip shown={effect.shown} view={view} onClose={effect.close} />}
      <div className="min-h-0 flex-1 overflow-auto">{content}</div>
    </div>
  );
  return [
    {
      id: 'graph',
      label: tabs.graph,
      icon: Boxes,
      content:
        player ??
        under(
          <div data-tour="graph" className="h-full">
            <HeapGraph
              {...shared}
              {...marked}
              className="h-full"
              overlay={effect.overlay}
              onInternals={(internals) => bench.showInternals(internals)}
              memory={memory}
              legend={legend}
            />
          </div>,
        ),
    },
    { id: 'table', label: tabs.table, icon: Table2, content: under(<HeapTable {...shared} {...marked} />) },
    { id: 'tree', label: tabs.tree, icon: ListTree, content: under(<HeapTree {...shared} {...marked} />) },
    {
      id: 'memory',
      label: tabs.memory,
      icon: MemoryStick,
      content: (
        <MemoryPane machine={state.machine} view={view} me={module} selected={selected} onSelect={onSelect} />
      ),
    },
    { id: 'time', label: tabs.time, icon: ChartLine, content: <TimePane source={source} single /> },
  ];
}
