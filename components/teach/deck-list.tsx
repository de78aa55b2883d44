'use client';

import { ArrowLeft, Copy, Download, Ellipsis, FileUp, Layers, Plus, Trash2 } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useState, useTransition } from 'react';
import { DECK, type Deck, deckVersion } from '../../classroom/protocol/deck.ts';
import { ExportDialog } from '../deck/export-dialog.tsx';
import { ImportDialog } from '../deck/import-dialog.tsx';
import { createDeck, type DeckSummary, deleteDeck, loadDeck } from '../deck/request.ts';
import { Button, ButtonLink, IconButton } from '../design/button.tsx';
import { Confirm } from '../design/dialog.tsx';
import { EarlyForm, fieldText } from '../design/early-form.tsx';
import { Empty } from '../design/empty.tsx';
import { TextField } from '../design/field.tsx';
import { Menu } from '../design/menu.tsx';
import { Notice } from '../design/notice.tsx';
import { useToast } from '../design/toasts.tsx';
import { Page, TopBar } from '../design/top-bar.tsx';
import { useRefusal } from '../language/refusal.ts';
import { Sentence } from '../language/sentence.tsx';
import { useWords } from '../language/words.ts';
import { When } from './when.tsx';

/** Fewer are seen at a glance. */
const SEARCHED_FROM = 5;

/** The teacher's decks: make, import, search, copy, export, delete. */
export function DeckList({ decks }: { readonly decks: readonly DeckSummary[] }) {
  const words = useWords('teach').teach.decks;
  const says = useRefusal();
  const router = useRouter();
  const toast = useToast();
  const [query, setQuery] = useState('');
  const [importing, setImporting] = useState(false);
  const [exported, setExported] = useState<Deck | null>(null);
  const [doomed, setDoomed] = useState<DeckSummary | null>(null);
  /** The deck that was deleted last, to bring it back. */
  const [gone, setGone] = useState<Deck | null>(null);

  const failed = (text: string) => toast({ title: words.notDone, text, tone: 'error' });
  const store = async (deck: Deck): Promise<string | null> => {
    const made = await createDeck(deck);
    if (!made.ok) return says(made.refusal);
    router.refresh();
    return null;
  };
  const copy = async ({ id }: DeckSummary) => {
    const found = await loadDeck(id);
    if (!found.ok) failed(says(found.refusal));
    else {
      const { deck } = found.value;
      const wrong = await store({ ...deck, title: words.copyOf(deck.title).slice(0, DECK.title) });
      if (wrong !== null) failed(wrong);
    }
  };
  const open = async ({ id }: DeckSummary) => {
    const found = await loadDeck(id);
    if (found.ok) setExported(found.value.deck);
    else failed(says(found.refusal));
  };
  const destroy = async ({ id }: DeckSummary) => {
    const found = await loadDeck(id);
    const answer = found.ok ? await deleteDeck(id) : found;
    if (!answer.ok) failed(says(answer.refusal));
    else if (found.ok) setGone(found.value.deck);
    router.refresh();
  };
  const bringBack = async (deck: Deck) => {
    const wrong = await store(deck);
    if (wrong === null) setGone(null);
    else failed(wrong);
  };

  const wanted = query.trim().toLowerCase();
  const shown = decks.filter(({ title }) => title.toLowerCase().includes(wanted));
  return (
    <>
      <TopBar
        title={words.title}
        actions={
          <ButtonLink href="/teach" size="sm" variant="quiet" icon={ArrowLeft}>
            {words.classrooms}
          </ButtonLink>
        }
      />
      <Page wide>
        <div className="flex flex-wrap items-end justify-between gap-x-8 gap-y-5">
          <div>
            <h2 className="text-2xl font-semibold tracking-tight">{words.yours}</h2>
            <p className="mt-1 text-muted">{words.text}</p>
          </div>
          <div className="flex w-full max-w-xl flex-wrap items-start gap-2">
            <NewDeck />
            <Button icon={FileUp} onClick={() => setImporting(true)}>
              {words.import}
            </Button>
          </div>
        </div>
        <div className="mt-8 flex flex-col gap-4">
          {gone === null ? null : (
            <Notice
              title={words.deleted(gone.title)}
              actions={
                <Button size="sm" onClick={() => void bringBack(gone)}>
                  {words.undo}
                </Button>
              }
            />
          )}
          {decks.length < SEARCHED_FROM ? null : (
            <TextField
              label={words.search}
              hideLabel
              type="search"
              placeholder={words.search}
              value={query}
              onChange={(event) => setQuery(event.target.value)}
              className="max-w-sm"
            />
          )}
          {decks.length === 0 ? (
            <div className="rounded-xl border border-dashed border-line-strong">
              <Empty icon={Layers} title={words.none.title}>
                {words.none.text}
              </Empty>
            </div>
          ) : shown.length === 0 ? (
            <p role="status" className="py-8 text-center text-muted">
              {words.nothingFound(query.trim())}
            </p>
          ) : (
            <ul className="flex flex-col gap-3">
              {shown.map((deck) => (
                <li key={deck.id}>
                  <DeckCard
                    deck={deck}
                    onCopy={() => void copy(deck)}
                    onExport={() => void open(deck)}
                    onDelete={() => setDoomed(deck)}
                  />
                </li>
              ))}
            </ul>
          )}
        </div>
      </Page>
      <ImportDialog open={importing} onOpenChange={setImporting} onImport={store} />
      {exported === null ? null : (
        <ExportDialog open onOpenChange={() => setExported(null)} deck={exported} />
      )}
      <Confirm
        open={doomed !== null}
        onOpenChange={(stays) => {
          if (!stays) setDoomed(null);
        }}
        title={words.deleteWhich(doomed?.title ?? '')}
        action={words.deleteDeck}
        onConfirm={() => {
          if (doomed !== null) void destroy(doomed);
        }}
        danger
      >
        {words.deleteWhat}
      </Confirm>
    </>
  );
}

function DeckCard({
  deck,
  onCopy,
  onExport,
  onDelete,
}: {
  readonly deck: DeckSummary;
  readonly onCopy: () => void;
  readonly onExport: () => void;
  readonly onDelete: () => void;
}) {
  const words = useWords('teach').teach.decks;
  return (
    <article
      aria-label={deck.title}
      className="flex flex-wrap items-center gap-x-6 gap-y-3 rounded-xl border border-line bg-surface px-5 py-4"
    >
      <div className="min-w-0 flex-1 basis-56">
        <h3 className="text-lg font-semibold wrap-anywhere">{deck.title}</h3>
        <p className="mt-0.5 text-sm text-muted">
          <Sentence of={words.changed(deck.items, <When at={deck.updatedAt} />)} />
        </p>
      </div>
      <div className="flex items-center gap-2">
        <ButtonLink href={`/teach/decks/${deck.id}`}>{words.open}</ButtonLink>
        <Menu
          trigger={<IconButton icon={Ellipsis} label={words.more(deck.title)} />}
          items={[
            { label: words.copy, icon: Copy, onSelect: onCopy },
            { label: words.export, icon: Download, onSelect: onExport },
            { label: words.delete, icon: Trash2, danger: true, separated: true, onSelect: onDelete },
          ]}
        />
      </div>
    </article>
  );
}

function NewDeck() {
  const words = useWords('teach').teach.decks;
  const says = useRefusal();
  const router = useRouter();
  const [title, setTitle] = useState('');
  const [error, setError] = useState<string>();
  const [busy, start] = useTransition();
  const create = (fields: FormData) => {
    const typed = fieldText(fields, 'title');
    setTitle(typed);
    if (typed === '') {
      setError(words.noTitle);
      return;
    }
    start(async () => {
      const made = await createDeck({
        heaproom: 'deck',
        version: deckVersion,
        title: typed,
        items: [],
      });
      if (made.ok) router.push(`/teach/decks/${made.value.id}`);
      else setError(says(made.refusal));
    });
  };
  return (
    <EarlyForm onSend={create} className="flex min-w-0 flex-1 items-start gap-2 max-sm:basis-full">
      <TextField
        name="title"
        label={words.newTitle}
        hideLabel
        placeholder={words.example}
        value={title}
        maxLength={DECK.title}
        onChange={(event) => setTitle(event.target.value)}
        error={error}
        className="min-w-0 flex-1"
      />
      <Button type="submit" variant="primary" icon={Plus} busy={busy}>
        {words.create}
      </Button>
    </EarlyForm>
  );
}
