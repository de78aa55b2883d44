'use client';

import { ArrowDown, ArrowUp, Copy, GripVertical, Trash2 } from 'lucide-react';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { headline } from '../../classroom/deck/text.ts';
import { Badge } from '../design/badge.tsx';
import { IconButton } from '../design/button.tsx';
import { classes } from '../design/classes.ts';
import { useWords } from '../language/words.ts';
import type { Slot } from './editing.ts';
import { badgeOf, codeLine } from './words.ts';

export interface ItemListProps {
  readonly slots: readonly Slot[];
  readonly chosen: string | null;
  /** Keys of items that cannot be asked yet. */
  readonly faulty: ReadonlySet<string>;
  readonly onChoose: (key: string) => void;
  readonly onMove: (key: string, to: number) => void;
  readonly onDuplicate: (key: string) => void;
  readonly onRemove: (key: string) => void;
}

/** The items of a deck in order. One is chosen; it is moved by drag, by buttons and by Alt with the arrow keys. */
export function ItemList(props: ItemListProps) {
  const { slots, chosen, faulty, onChoose, onMove, onDuplicate, onRemove } = props;
  const { deck } = useWords('deck');
  const { list: words } = deck;
  const [dragged, setDragged] = useState<string | null>(null);
  const [over, setOver] = useState<number | null>(null);
  const [said, setSaid] = useState('');
  const list = useRef<HTMLOListElement>(null);
  /** Where the focus was when its row was moved: a browser drops it on the way. */
  const held = useRef<{ readonly key: string; readonly label: string | null } | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: when rows have moved
  useEffect(() => {
    if (held.current === null) return;
    const { key, label } = held.current;
    held.current = null;
    const row = [...(list.current?.children ?? [])].find((one) => one.getAttribute('data-item') === key);
    const buttons = [...(row?.querySelectorAll('button') ?? [])];
    const same = buttons.find((button) => button.getAttribute('aria-label') === label && !button.disabled);
    (same ?? buttons[0])?.focus();
  }, [slots]);

  const move = (key: string, to: number, label: string | null = null) => {
    if (to < 0 || to >= slots.length) return;
    held.current = { key, label };
    onMove(key, to);
    setSaid(words.moved(to + 1, slots.length));
  };
  const keys = (event: KeyboardEvent, key: string, at: number) => {
    const step = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0;
    if (step === 0) return;
    event.preventDefault();
    if (event.altKey) move(key, at + step);
    else {
      const next = slots[at + step];
      if (next === undefined) return;
      onChoose(next.key);
      // The row is there already: keys are those of the items.
      const row = event.currentTarget.closest('ol')?.children[at + step];
      row?.querySelector<HTMLElement>('button')?.focus();
    }
  };
  return (
    <div className="flex min-h-0 flex-col gap-2">
      <ol ref={list} aria-label={words.label} className="flex flex-col gap-1">
        {slots.map(({ key, item }, at) => {
          const here = key === chosen;
          const title = headline(item.prompt, 90);
          return (
            <li
              key={key}
              data-item={key}
              draggable
              onDragStart={(event) => {
                event.dataTransfer.effectAllowed = 'move';
                event.dataTransfer.setData('text/plain', title);
                setDragged(key);
              }}
              onDragOver={(event) => {
                if (dragged === null) return;
                event.preventDefault();
                setOver(at);
              }}
              onDragEnd={() => {
                setDragged(null);
                setOver(null);
              }}
              onDrop={(event) => {
                event.preventDefault();
                if (dragged !== null) move(dragged, at);
                setDragged(null);
                setOver(null);
              }}
              className={classes(
                'rounded-lg border',
                here ? 'border-accent bg-accent-soft' : 'border-transparent hover:bg-sunken',
                dragged === key && 'opacity-50',
                over === at && dragged !== null && dragged !== key && 'border-edge border-dashed',
              )}
            >
              <div className="flex items-center gap-1 pr-1">
                <GripVertical aria-hidden className="size-4 shrink-0 cursor-grab text-faint" />
                <button
                  type="button"
                  aria-current={here ? 'true' : undefined}
                  onClick={() => onChoose(key)}
                  onKeyDown={(event) => keys(event, key, at)}
                  className="flex min-h-11 min-w-0 flex-1 cursor-pointer items-center gap-2 rounded-md py-1.5 text-left text-sm"
                >
                  <span className="w-5 shrink-0 text-right text-muted tabular">{at + 1}</span>
                  <span className="min-w-0 flex-1">
                    <span
                      className={classes('line-clamp-2 wrap-anywhere', title === '' && 'text-muted italic')}
                    >
                      {title === '' ? words.noText : title}
                    </span>
                    {codeLine(item) === '' ? null : (
                      <code className="block truncate font-mono text-xs text-muted">{codeLine(item)}</code>
                    )}
                  </span>
                  {faulty.has(key) ? (
                    <Badge tone="leaked">{words.unfinished}</Badge>
                  ) : (
                    <Badge>{badgeOf(item, deck)}</Badge>
                  )}
                </button>
              </div>
              {here ? (
                <div className="flex justify-end gap-0.5 px-1 pb-1">
                  <IconButton
                    icon={ArrowUp}
                    size="sm"
                    label={words.up}
                    disabled={at === 0}
                    onClick={() => move(key, at - 1, words.up)}
                  />
                  <IconButton
                    icon={ArrowDown}
                    size="sm"
                    label={words.down}
                    disabled={at === slots.length - 1}
                    onClick={() => move(key, at + 1, words.down)}
                  />
                  <IconButton
                    icon={Copy}
                    size="sm"
                    label={words.duplicate}
                    onClick={() => onDuplicate(key)}
                  />
                  <IconButton icon={Trash2} size="sm" label={words.remove} onClick={() => onRemove(key)} />
                </div>
              ) : null}
            </li>
          );
        })}
      </ol>
      {slots.length > 1 ? <p className="px-2 text-xs text-faint">{words.help}</p> : null}
      <p role="status" className="sr-only">
        {said}
      </p>
    </div>
  );
}
