'use client';

import { ArrowDown, ArrowUp } from 'lucide-react';
import { IconButton } from '../design/button.tsx';
import { useWords } from '../language/words.ts';
import { Inline } from './question-text.tsx';

export interface OrderListProps {
  readonly items: readonly string[];
  /** Indexes of the items, first to last. */
  readonly order: readonly number[];
  readonly onChange: (order: number[]) => void;
}

/** Puts items in order with two buttons each: works alike for mouse, finger and keyboard. */
export function OrderList({ items, order, onChange }: OrderListProps) {
  const { liveAnswer } = useWords('liveAnswer');
  const swap = (at: number, other: number) =>
    onChange(
      order.map((item, index) => (index === at ? order[other] : index === other ? order[at] : item) ?? item),
    );
  return (
    <div className="flex flex-col gap-2">
      <p className="text-sm font-medium">{liveAnswer.yourOrder}</p>
      <ol className="flex flex-col gap-1.5">
        {order.map((item, at) => {
          const text = items[item] ?? '';
          return (
            <li
              key={item}
              className="flex min-h-11 items-center gap-2 rounded-lg border border-line-strong bg-surface py-1 pr-1.5 pl-3.5 text-sm"
            >
              <span className="w-5 text-faint tabular">{at + 1}</span>
              <span className="min-w-0 flex-1">
                <Inline text={text} />
              </span>
              <IconButton
                icon={ArrowUp}
                size="sm"
                label={liveAnswer.up(text)}
                disabled={at === 0}
                onClick={() => swap(at, at - 1)}
              />
              <IconButton
                icon={ArrowDown}
                size="sm"
                label={liveAnswer.down(text)}
                disabled={at === order.length - 1}
                onClick={() => swap(at, at + 1)}
              />
            </li>
          );
        })}
      </ol>
    </div>
  );
}
