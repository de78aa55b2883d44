'use client';

import { CircleHelp, Download, Library, Redo2, Target, Undo2 } from 'lucide-react';
import { nanoid } from 'nanoid';
import Link from 'next/link';
import { useEffect, useMemo, useReducer, useRef, useState } from 'react';
import { itemFaults } from '../../classroom/deck/faults.ts';
import { DECK, type DeckItem } from '../../classroom/protocol/deck.ts';
import { Button, IconButton } from '../design/button.tsx';
import { Empty } from '../design/empty.tsx';
import { TextField } from '../design/field.tsx';
import { useToast } from '../design/toasts.tsx';
import { TopBar } from '../design/top-bar.tsx';
import { useRefusal } from '../language/refusal.ts';
import { useWords } from '../language/words.ts';
import { CheckPanel } from './check-panel.tsx';
import { beginEditing, deckOf, type Edit, edited, type Slot } from './editing.ts';
import { ExportDialog } from './export-dialog.tsx';
import { ItemList } from './item-list.tsx';
import { NEW_QUESTION, NEW_TASK } from './new-items.ts';
import { PickDialog } from './pick-dialog.tsx';
import { Preview } from './preview.tsx';
import { QuestionFields } from './question-fields.tsx';
import { createDeck, loadDeck, type StoredDeck } from './request.ts';
import { RunFields } from './run-fields.tsx';
import { SaveTrouble, SaveWord } from './save-state.tsx';
import { newestOf } from './saved-here.ts';
import { TaskFields } from './task-fields.tsx';
import { useAutosave } from './use-autosave.ts';

function slotOf(item: DeckItem): Slot {
  return { key: nanoid(8), item };
}

/** A deck with its questions: to write, to put in order, to check, and to see as a student does. */
export function DeckEditor({ id, stored: made }: { readonly id: string; readonly stored: StoredDeck }) {
  const [stored] = useState(() => newestOf(id, made));
  const { deck: spoken, teach } = useWords('deck', 'teach');
  const { editor: words } = spoken;
  const says = useRefusal();
  const toast = useToast();
  const [state, dispatch] = useReducer(edited, stored, ({ deck }) =>
    // The same keys on the server and in the browser.
    beginEditing(
      deck.title,
      deck.items.map((item, at) => ({ key: `stored ${at}`, item })),
    ),
  );
  const { autosave, state: saving } = useAutosave(id, stored.revision);
  const [exporting, setExporting] = useState(false);
  const [picking, setPicking] = useState(false);
  const deck = useMemo(() => deckOf(state, stored.deck.title), [state, stored.deck.title]);
  const last = useRef(JSON.stringify(stored.deck));
  useEffect(() => {
    const now = JSON.stringify(deck);
    if (now === last.current) return;
    last.current = now;
    autosave.change(deck);
  }, [deck, autosave]);
  useEffect(() => {
    const keys = (event: globalThis.KeyboardEvent) => {
      const typing = event.target instanceof HTMLElement && event.target.closest('input, textarea') !== null;
      if (typing || !(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'z') return;
      event.preventDefault();
      dispatch({ kind: event.shiftKey ? 'redo' : 'undo' });
    };
    addEventListener('keydown', keys);
    return () => removeEventListener('keydown', keys);
  }, []);

  const faulty = useMemo(
    () => new Set(state.slots.filter(({ item }) => itemFaults(item).length > 0).map(({ key }) => key)),
    [state.slots],
  );
  const chosen = state.slots.find(({ key }) => key === state.chosen);
  const full = state.slots.length >= DECK.items;
  const add = (...items: readonly DeckItem[]) => dispatch({ kind: 'add', slots: items.map(slotOf) });
  const failed = (text: string) => toast({ title: teach.decks.notDone, text, tone: 'error' });

  const keepCopy = async () => {
    const made = await createDeck({ ...deck, title: teach.decks.copyOf(deck.title).slice(0, DECK.title) });
    if (made.ok) location.assign(`/teach/decks/${made.value.id}`);
    else failed(says(made.refusal));
  };
  const overwrite = async () => {
    const now = await loadDeck(id);
    if (now.ok) await autosave.overwrite(now.value.revision);
    else failed(says(now.refusal));
  };

  return (
    <div className="flex min-h-dvh flex-col" data-testid="deck-editor">
      <TopBar
        title={
          <Link href="/teach/decks" className="hover:underline">
            {spoken.title}
          </Link>
        }
        status={<SaveWord state={saving} />}
        actions={
          <>
            <IconButton
              icon={Undo2}
              label={words.undo}
              disabled={state.past.length === 0}
              onClick={() => dispatch({ kind: 'undo' })}
            />
            <IconButton
              icon={Redo2}
              label={words.redo}
              disabled={state.future.length === 0}
              onClick={() => dispatch({ kind: 'redo' })}
            />
            <IconButton icon={Download} label={words.export} onClick={() => setExporting(true)} />
          </>
        }
      />
      <main
        id="main"
        className="mx-auto grid w-full max-w-[110rem] flex-1 content-start gap-x-8 gap-y-6 px-4 py-6 sm:px-6 lg:grid-cols-[20rem_minmax(0,1fr)] xl:grid-cols-[20rem_minmax(0,1fr)_24rem]"
      >
        <div className="flex flex-col gap-3 lg:col-span-full">
          <div className="sm:hidden">
            <SaveWord state={saving} />
          </div>
          <SaveTrouble
            state={saving}
            deck={deck}
            onRetry={() => void autosave.flush()}
            onTakeTheirs={() => location.reload()}
            onTakeMine={() => void overwrite()}
            onCopy={() => void keepCopy()}
          />
          <TextField
            label={words.deckTitle}
            size="lg"
            maxLength={DECK.title}
            value={state.title}
            {...(state.title.trim() === '' ? { error: words.noTitle } : {})}
            onChange={(event) => dispatch({ kind: 'title', title: event.target.value })}
            className="max-w-2xl"
          />
        </div>
        <section
          aria-label={words.questions}
          className="flex min-w-0 flex-col gap-3 lg:sticky lg:top-4 lg:max-h-[calc(100dvh-2rem)] lg:self-start lg:overflow-auto"
        >
          <div className="flex flex-wrap gap-2">
            <Button size="sm" icon={CircleHelp} disabled={full} onClick={() => add(NEW_QUESTION)}>
              {words.newQuestion}
            </Button>
            <Button size="sm" icon={Target} disabled={full} onClick={() => add(NEW_TASK)}>
              {words.newTask}
            </Button>
            <Button size="sm" variant="quiet" icon={Library} disabled={full} onClick={() => setPicking(true)}>
              {words.fromBank}
            </Button>
          </div>
          <div className="max-lg:max-h-80 max-lg:not-has-[li]:hidden max-lg:overflow-auto max-lg:rounded-xl max-lg:border max-lg:border-line max-lg:p-1">
            <ItemList
              slots={state.slots}
              chosen={state.chosen}
              faulty={faulty}
              onChoose={(key) => dispatch({ kind: 'choose', key })}
              onMove={(key, to) => dispatch({ kind: 'move', key, to })}
              onDuplicate={(key) => dispatch({ kind: 'duplicate', key, copy: nanoid(8) })}
              onRemove={(key) => {
                dispatch({ kind: 'remove', key });
                toast(words.removed);
              }}
            />
          </div>
        </section>
        {chosen === undefined ? (
          <div className="rounded-xl border border-dashed border-line-strong xl:col-span-2">
            <Empty icon={CircleHelp} title={words.none.title}>
              {words.none.text}
            </Empty>
          </div>
        ) : (
          <Chosen key={chosen.key} slot={chosen} dispatch={dispatch} />
        )}
      </main>
      <ExportDialog open={exporting} onOpenChange={setExporting} deck={deck} />
      <PickDialog open={picking} onOpenChange={setPicking} besides={id} onPick={(item) => add(item)} />
    </div>
  );
}

function Chosen({ slot, dispatch }: { readonly slot: Slot; readonly dispatch: (edit: Edit) => void }) {
  const words = useWords('deck').deck.editor;
  const { key, item } = slot;
  const change = (changed: DeckItem) => dispatch({ kind: 'change', key, item: changed });
  return (
    <>
      <section aria-label={words.chosen} className="flex min-w-0 flex-col gap-4">
        {item.kind === 'question' ? (
          <QuestionFields question={item} onChange={change} />
        ) : (
          <TaskFields task={item} onChange={change} />
        )}
        <RunFields run={item.rules} onChange={(rules) => change({ ...item, rules })} />
      </section>
      <section
        aria-label={words.asStudent}
        className="flex min-w-0 flex-col gap-4 lg:max-xl:col-start-2 xl:sticky xl:top-4 xl:max-h-[calc(100dvh-2rem)] xl:self-start xl:overflow-auto xl:p-1"
      >
        <h2 className="text-sm font-semibold">{words.asStudent}</h2>
        <Preview item={item} />
        <CheckPanel item={item} />
      </section>
    </>
  );
}
