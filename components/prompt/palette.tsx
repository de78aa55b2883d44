'use client';

import {
  ArrowRight,
  Braces,
  Brackets,
  CornerDownLeft,
  ListPlus,
  type LucideIcon,
  Recycle,
  Trash2,
} from 'lucide-react';
import { useState } from 'react';
import { freeName, isName } from '../../classroom/pythonName.ts';
import { Button } from '../design/button.tsx';
import { Segmented } from '../design/choices.tsx';
import { PythonBlock } from '../design/code.tsx';
import { Dialog } from '../design/dialog.tsx';
import { TextField } from '../design/field.tsx';
import { SelectField } from '../design/select.tsx';
import { type Blanks, PHRASES, type Phrase, statement } from './phrases.ts';

export interface PaletteProps {
  /** My own names first, then those reached through modules (`ana.a`). */
  readonly names: readonly string[];
  readonly canCollect: boolean;
  readonly onRun: (source: string) => void;
  readonly disabled?: boolean;
}

const WORDS: Readonly<Record<Phrase, { label: string; title: string; does: string; icon: LucideIcon }>> = {
  list: {
    label: 'New list',
    title: 'New list',
    does: 'Makes an empty list and a name that points to it.',
    icon: Brackets,
  },
  dict: {
    label: 'New dict',
    title: 'New dict',
    does: 'Makes an empty dict and a name that points to it.',
    icon: Braces,
  },
  point: {
    label: 'Point to',
    title: 'Point a name to an object',
    does: 'Binds a name to an object that exists already: one more reference, no copy.',
    icon: ArrowRight,
  },
  append: {
    label: 'Append',
    title: 'Append to a list',
    does: 'The list refers to the object from now on.',
    icon: ListPlus,
  },
  delete: {
    label: 'Delete name',
    title: 'Delete a name',
    does: 'Takes the name away, not the object. The object dies when nothing refers to it.',
    icon: Trash2,
  },
  collect: { label: 'Collect', title: 'Collect garbage', does: 'Runs the cyclic collector.', icon: Recycle },
};

/** Buttons that write statements, for phones. Each statement is shown before it is sent, so that Python is learnt. */
export function Palette({ names, canCollect, onRun, disabled = false }: PaletteProps) {
  const [phrase, setPhrase] = useState<Phrase | null>(null);
  const [blanks, setBlanks] = useState<Blanks>({ name: '', other: '', generation: '2' });
  const own = names.filter(isName);
  const open = (next: Phrase) => {
    const first = names[0] ?? '';
    setPhrase(next);
    setBlanks({
      name: next === 'append' || next === 'delete' ? (own[0] ?? first) : freeName(names),
      other: names.at(-1) ?? '',
      generation: '2',
    });
  };
  const source = phrase === null ? null : statement(phrase, blanks);
  const pick = names.map((name) => ({ value: name, label: <span className="font-mono">{name}</span> }));
  const ownPick = own.map((name) => ({ value: name, label: <span className="font-mono">{name}</span> }));
  return (
    // While its buttons cannot be pressed, the row itself takes the focus, so that keys can scroll it.
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for a form
    <div
      role="group"
      aria-label="Ready statements"
      tabIndex={disabled ? 0 : -1}
      className="flex gap-1.5 overflow-x-auto border-t border-line bg-surface px-3 py-2 -outline-offset-2 [scrollbar-width:none]"
    >
      {PHRASES.filter((each) => each !== 'collect' || canCollect).map((each) => (
        <Button
          key={each}
          size="sm"
          icon={WORDS[each].icon}
          disabled={
            disabled || (names.length === 0 && (each === 'point' || each === 'append' || each === 'delete'))
          }
          onClick={() => open(each)}
        >
          {WORDS[each].label}
        </Button>
      ))}
      <Dialog
        open={phrase !== null}
        onOpenChange={(opened) => {
          if (!opened) setPhrase(null);
        }}
        shape="sheet"
        title={phrase === null ? '' : WORDS[phrase].title}
        description={phrase === null ? '' : WORDS[phrase].does}
        footer={
          <Button
            variant="primary"
            size="lg"
            icon={CornerDownLeft}
            className="w-full"
            disabled={source === null}
            onClick={() => {
              if (source === null) return;
              setPhrase(null);
              onRun(source);
            }}
          >
            Run
          </Button>
        }
      >
        <div className="flex flex-col gap-4">
          {phrase === 'list' || phrase === 'dict' || phrase === 'point' ? (
            <TextField
              label="Name"
              mono
              value={blanks.name}
              autoCapitalize="off"
              autoComplete="off"
              spellCheck={false}
              onChange={(event) => setBlanks({ ...blanks, name: event.target.value })}
              error={
                isName(blanks.name) ? undefined : 'A name has letters, digits and _, and no digit first.'
              }
            />
          ) : null}
          {phrase === 'append' || phrase === 'delete' ? (
            <SelectField
              label={phrase === 'append' ? 'List' : 'Name'}
              value={blanks.name}
              onChange={(name) => setBlanks({ ...blanks, name })}
              options={phrase === 'append' ? pick : ownPick}
            />
          ) : null}
          {phrase === 'point' || phrase === 'append' ? (
            <SelectField
              label="Object"
              value={blanks.other}
              onChange={(other) => setBlanks({ ...blanks, other })}
              options={pick}
            />
          ) : null}
          {phrase === 'collect' ? (
            <Segmented
              label="Generation"
              value={blanks.generation}
              onChange={(generation) => setBlanks({ ...blanks, generation })}
              options={[
                { value: '0', label: 'Generation 0' },
                { value: '1', label: '0 and 1' },
                { value: '2', label: 'All' },
              ]}
            />
          ) : null}
          {source === null ? null : <PythonBlock source={source} />}
        </div>
      </Dialog>
    </div>
  );
}
