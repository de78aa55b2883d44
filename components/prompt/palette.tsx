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
import { useWords } from '../language/words.ts';
import { type Blanks, PHRASES, type Phrase, statement } from './phrases.ts';

export interface PaletteProps {
  /** My own names first, then those reached through modules (`ana.a`). */
  readonly names: readonly string[];
  readonly canCollect: boolean;
  readonly onRun: (source: string) => void;
  readonly disabled?: boolean;
}

const ICONS: Readonly<Record<Phrase, LucideIcon>> = {
  list: Brackets,
  dict: Braces,
  point: ArrowRight,
  append: ListPlus,
  delete: Trash2,
  collect: Recycle,
};

/** Buttons that write statements, for phones. Each statement is shown before it is sent, so that Python is learnt. */
export function Palette({ names, canCollect, onRun, disabled = false }: PaletteProps) {
  const words = useWords('prompt').prompt;
  const { palette } = words;
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
      aria-label={palette.label}
      tabIndex={disabled ? 0 : -1}
      className="flex gap-1.5 overflow-x-auto border-t border-line bg-surface px-3 py-2 -outline-offset-2 [scrollbar-width:none]"
    >
      {PHRASES.filter((each) => each !== 'collect' || canCollect).map((each) => (
        <Button
          key={each}
          size="sm"
          icon={ICONS[each]}
          disabled={
            disabled || (names.length === 0 && (each === 'point' || each === 'append' || each === 'delete'))
          }
          onClick={() => open(each)}
        >
          {palette.phrases[each].label}
        </Button>
      ))}
      <Dialog
        open={phrase !== null}
        onOpenChange={(opened) => {
          if (!opened) setPhrase(null);
        }}
        shape="sheet"
        title={phrase === null ? '' : palette.phrases[phrase].title}
        description={phrase === null ? '' : palette.phrases[phrase].does}
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
            {words.run}
          </Button>
        }
      >
        <div className="flex flex-col gap-4">
          {phrase === 'list' || phrase === 'dict' || phrase === 'point' ? (
            <TextField
              label={palette.name}
              mono
              value={blanks.name}
              autoCapitalize="off"
              autoComplete="off"
              spellCheck={false}
              onChange={(event) => setBlanks({ ...blanks, name: event.target.value })}
              error={isName(blanks.name) ? undefined : palette.notAName}
            />
          ) : null}
          {phrase === 'append' || phrase === 'delete' ? (
            <SelectField
              label={phrase === 'append' ? palette.list : palette.name}
              value={blanks.name}
              onChange={(name) => setBlanks({ ...blanks, name })}
              options={phrase === 'append' ? pick : ownPick}
            />
          ) : null}
          {phrase === 'point' || phrase === 'append' ? (
            <SelectField
              label={palette.object}
              value={blanks.other}
              onChange={(other) => setBlanks({ ...blanks, other })}
              options={pick}
            />
          ) : null}
          {phrase === 'collect' ? (
            <Segmented
              label={palette.generation}
              value={blanks.generation}
              onChange={(generation) => setBlanks({ ...blanks, generation })}
              options={[
                { value: '0', label: palette.generations.young },
                { value: '1', label: palette.generations.middle },
                { value: '2', label: palette.generations.all },
              ]}
            />
          ) : null}
          {source === null ? null : <PythonBlock source={source} />}
        </div>
      </Dialog>
    </div>
  );
}
