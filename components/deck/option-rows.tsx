'use client';

import { ArrowDown, ArrowUp, Plus, X } from 'lucide-react';
import { DECK, type DeckAnswer, type DeckOption } from '../../classroom/protocol/deck.ts';
import { MAX } from '../../classroom/protocol/shapes.ts';
import { Button, IconButton } from '../design/button.tsx';
import { TextField } from '../design/field.tsx';
import { useWords } from '../language/words.ts';
import { blankOption } from './new-items.ts';

const LETTERS = 'ABCDEFGH';

type Choice = Extract<DeckAnswer, { form: 'one' | 'several' }>;
type Order = Extract<DeckAnswer, { form: 'order' }>;

/** The options of a question, which of them are right, and why one would choose the others. */
export function OptionRows({
  answer,
  group,
  onChange,
}: {
  readonly answer: Choice;
  /** Tells the radio buttons of one question from those of another. */
  readonly group: string;
  readonly onChange: (answer: Choice) => void;
}) {
  const words = useWords('deck').deck.options;
  const { form, options } = answer;
  const put = (at: number, change: Partial<DeckOption>) =>
    onChange({
      form,
      options: options.map((option, index) => (index === at ? { ...option, ...change } : option)),
    });
  const mark = (at: number, on: boolean) =>
    form === 'one'
      ? onChange({ form, options: options.map((option, index) => ({ ...option, right: index === at })) })
      : put(at, { right: on });
  return (
    <fieldset className="flex min-w-0 flex-col gap-3">
      <legend className="mb-1.5 text-sm font-medium">{words[form]}</legend>
      {options.map((option, at) => {
        const letter = LETTERS.charAt(at);
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: an option is its place in the list
          <div key={at} className="flex items-start gap-2">
            <input
              type={form === 'one' ? 'radio' : 'checkbox'}
              name={`right ${group}`}
              aria-label={words.isRight(letter)}
              checked={option.right}
              onChange={(event) => mark(at, event.target.checked)}
              className="mt-2.5 size-5 shrink-0 accent-(--accent)"
            />
            <div className="flex min-w-0 flex-1 flex-col gap-1.5">
              <TextField
                label={words.option(letter)}
                hideLabel
                placeholder={words.option(letter)}
                maxLength={MAX.option}
                value={option.text}
                onChange={(event) => put(at, { text: event.target.value })}
              />
              {option.right ? null : (
                <TextField
                  label={words.beliefOf(letter)}
                  hideLabel
                  placeholder={words.beliefExample}
                  title={words.beliefHint}
                  maxLength={DECK.belief}
                  value={option.belief}
                  onChange={(event) => put(at, { belief: event.target.value })}
                />
              )}
            </div>
            <IconButton
              icon={X}
              label={words.remove(letter)}
              disabled={options.length <= 2}
              onClick={() => onChange({ form, options: options.toSpliced(at, 1) })}
            />
          </div>
        );
      })}
      <AddButton
        full={options.length >= MAX.options}
        words={words.add}
        onClick={() => onChange({ form, options: [...options, blankOption()] })}
      />
    </fieldset>
  );
}

/** Items that students put in order, in the order that is right. */
export function OrderRows({
  answer,
  onChange,
}: {
  readonly answer: Order;
  readonly onChange: (answer: Order) => void;
}) {
  const words = useWords('deck').deck.options;
  const { form, items } = answer;
  const swap = (at: number, other: number) =>
    onChange({
      form,
      items: items.map((item, index) => items[index === at ? other : index === other ? at : index] ?? item),
    });
  return (
    <fieldset className="flex min-w-0 flex-col gap-2">
      <legend className="mb-1.5 text-sm font-medium">{words.order}</legend>
      {items.map((item, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: an item is its place in the list
        <div key={at} className="flex items-center gap-1">
          <span className="w-6 text-right text-sm text-faint tabular">{at + 1}</span>
          <TextField
            label={words.item(at + 1)}
            hideLabel
            placeholder={words.item(at + 1)}
            maxLength={MAX.option}
            value={item}
            onChange={(event) => onChange({ form, items: items.with(at, event.target.value) })}
            className="mx-1 min-w-0 flex-1"
          />
          <IconButton
            icon={ArrowUp}
            size="sm"
            label={words.itemUp(at + 1)}
            disabled={at === 0}
            onClick={() => swap(at, at - 1)}
          />
          <IconButton
            icon={ArrowDown}
            size="sm"
            label={words.itemDown(at + 1)}
            disabled={at === items.length - 1}
            onClick={() => swap(at, at + 1)}
          />
          <IconButton
            icon={X}
            size="sm"
            label={words.removeItem(at + 1)}
            disabled={items.length <= 2}
            onClick={() => onChange({ form, items: items.toSpliced(at, 1) })}
          />
        </div>
      ))}
      <AddButton
        full={items.length >= MAX.options}
        words={words.addItem}
        onClick={() => onChange({ form, items: [...items, ''] })}
      />
    </fieldset>
  );
}

function AddButton({
  full,
  words,
  onClick,
}: {
  readonly full: boolean;
  readonly words: string;
  readonly onClick: () => void;
}) {
  return (
    <div>
      <Button size="sm" variant="quiet" icon={Plus} disabled={full} onClick={onClick}>
        {words}
      </Button>
    </div>
  );
}
