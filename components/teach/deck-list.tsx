'use client';

import { ArrowLeft, Copy, Download, Ellipsis, FileUp, Layers, Plus, Trash2 } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { type FormEvent, useState, useTransition } from 'react';
import { DECK, type Deck, deckVersion } from '../../classroom/protocol/deck.ts';
import { ExportDialog } from '../deck/export-dialog.tsx';
import { ImportDialog } from '../deck/import-dialog.tsx';
import { createDeck, type DeckSummary, deleteDeck, loadDeck } from '../deck/request.ts';
import { Button, ButtonLink, IconButton } from '../design/button.tsx';
import { Confirm } from '../design/dialog.tsx';
import { Empty } from '../design/empty.tsx';
import { TextField } from '../design/field.tsx';
import { Menu } from '../design/menu.tsx';
import { Notice } from '../design/notice.tsx';
import { useToast } from '../design/toasts.tsx';
import { Page, TopBar } from '../design/top-bar.tsx';
import { counted } from './classroom.ts';
import { When } from './when.tsx';

/** Fewer are seen at a glance. */
const SEARCHED_FROM = 5;

/** The teacher's decks: make, import, search, copy, export, delete. */
export function DeckList({ decks }: { readonly decks: readonly DeckSummary[] }) {
  const router = useRouter();
  const toast = useToast();
  const [words, setWords] = useState('');
  const [importing, setImporting] = useState(false);
  const [exported, setExported] = useState<Deck | null>(null);
  const [doomed, setDoomed] = useState<DeckSummary | null>(null);
  /** The deck that was deleted last, to bring it back. */
  const [gone, setGone] = useState<Deck | null>(null);

  const failed = (text: string) => toast({ title: 'That was not done', text, tone: 'error' });
  const store = async (deck: Deck): Promise<string | null> => {
    const made = await createDeck(deck);
    if (!made.ok) return made.refusal.message;
    router.refresh();
    return null;
  };
  const copy = async ({ id }: DeckSummary) => {
    const found = await loadDeck(id);
    if (!found.ok) failed(found.refusal.message);
    else {
      const { deck } = found.value;
      const wrong = await store({ ...deck, title: `${deck.title} (copy)`.slice(0, DECK.title) });
      if (wrong !== null) failed(wrong);
    }
  };
  const open = async ({ id }: DeckSummary) => {
    const found = await loadDeck(id);
    if (found.ok) setExported(found.value.deck);
    else failed(found.refusal.message);
  };
  const destroy = async ({ id }: DeckSummary) => {
    const found = await loadDeck(id);
    const answer = found.ok ? await deleteDeck(id) : found;
    if (!answer.ok) failed(answer.refusal.message);
    else if (found.ok) setGone(found.value.deck);
    router.refresh();
  };
  const bringBack = async (deck: Deck) => {
    const wrong = await store(deck);
    if (wrong === null) setGone(null);
    else failed(wrong);
  };

  const wanted = words.trim().toLowerCase();
  const shown = decks.filter(({ title }) => title.toLowerCase().includes(wanted));
  return (
    <>
      <TopBar
        title="Decks"
        actions={
          <ButtonLink href="/teach" size="sm" variant="quiet" icon={ArrowLeft}>
            Classrooms
          </ButtonLink>
        }
      />
      <Page wide>
        <div className="flex flex-wrap items-end justify-between gap-x-8 gap-y-5">
          <div>
            <h2 className="text-2xl font-semibold tracking-tight">Your decks</h2>
            <p className="mt-1 text-muted">Questions and tasks that you can put to any of your classes.</p>
          </div>
          <div className="flex w-full max-w-xl flex-wrap items-start gap-2">
            <NewDeck />
            <Button icon={FileUp} onClick={() => setImporting(true)}>
              Import
            </Button>
          </div>
        </div>
        <div className="mt-8 flex flex-col gap-4">
          {gone === null ? null : (
            <Notice
              title={`“${gone.title}” is deleted`}
              actions={
                <Button size="sm" onClick={() => void bringBack(gone)}>
                  Undo
                </Button>
              }
            />
          )}
          {decks.length < SEARCHED_FROM ? null : (
            <TextField
              label="Search your decks"
              hideLabel
              type="search"
              placeholder="Search your decks"
              value={words}
              onChange={(event) => setWords(event.target.value)}
              className="max-w-sm"
            />
          )}
          {decks.length === 0 ? (
            <div className="rounded-xl border border-dashed border-line-strong">
              <Empty icon={Layers} title="No deck yet">
                Give your first one a name above, then write questions or take them from the bank that comes
                with Heaproom. A file of Moodle (GIFT) or Aiken can be imported.
              </Empty>
            </div>
          ) : shown.length === 0 ? (
            <p role="status" className="py-8 text-center text-muted">
              No deck has “{words.trim()}” in its title.
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
        title={`Delete “${doomed?.title ?? ''}”?`}
        action="Delete deck"
        onConfirm={() => {
          if (doomed !== null) void destroy(doomed);
        }}
        danger
      >
        Its questions go with it. What was asked in lessons stays in their recordings. Until you leave this
        page you can undo it.
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
  return (
    <article
      aria-label={deck.title}
      className="flex flex-wrap items-center gap-x-6 gap-y-3 rounded-xl border border-line bg-surface px-5 py-4"
    >
      <div className="min-w-0 flex-1 basis-56">
        <h3 className="text-lg font-semibold wrap-anywhere">{deck.title}</h3>
        <p className="mt-0.5 text-sm text-muted">
          {counted(deck.items, 'question')} · changed <When at={deck.updatedAt} />
        </p>
      </div>
      <div className="flex items-center gap-2">
        <ButtonLink href={`/teach/decks/${deck.id}`}>Open</ButtonLink>
        <Menu
          trigger={<IconButton icon={Ellipsis} label={`More about ${deck.title}`} />}
          items={[
            { label: 'Copy', icon: Copy, onSelect: onCopy },
            { label: 'Export', icon: Download, onSelect: onExport },
            { label: 'Delete', icon: Trash2, danger: true, separated: true, onSelect: onDelete },
          ]}
        />
      </div>
    </article>
  );
}

function NewDeck() {
  const router = useRouter();
  const [title, setTitle] = useState('');
  const [error, setError] = useState<string>();
  const [busy, start] = useTransition();
  const create = (event: FormEvent) => {
    event.preventDefault();
    if (title.trim() === '') {
      setError('A deck needs a title.');
      return;
    }
    start(async () => {
      const made = await createDeck({
        heaproom: 'deck',
        version: deckVersion,
        title: title.trim(),
        items: [],
      });
      if (made.ok) router.push(`/teach/decks/${made.value.id}`);
      else setError(made.refusal.message);
    });
  };
  return (
    <form onSubmit={create} noValidate className="flex min-w-0 flex-1 items-start gap-2 max-sm:basis-full">
      <TextField
        label="Title of the new deck"
        hideLabel
        placeholder="New deck, e.g. Reference counts"
        value={title}
        maxLength={DECK.title}
        onChange={(event) => setTitle(event.target.value)}
        error={error}
        className="min-w-0 flex-1"
      />
      <Button type="submit" variant="primary" icon={Plus} busy={busy}>
        Create
      </Button>
    </form>
  );
}
