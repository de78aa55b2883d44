'use client';

import { Search } from 'lucide-react';
import { useEffect, useMemo, useState } from 'react';
import type { DeckItem } from '../../classroom/protocol/deck.ts';
import type { Refusal } from '../../classroom/protocol/refusal.ts';
import { Badge } from '../design/badge.tsx';
import { Button } from '../design/button.tsx';
import { TextField } from '../design/field.tsx';
import { Notice } from '../design/notice.tsx';
import { SelectField } from '../design/select.tsx';
import { Spinner } from '../design/spinner.tsx';
import { useRefusal } from '../language/refusal.ts';
import { useWords, type Words } from '../language/words.ts';
import { type DeckSummary, listDecks, loadDeck } from './request.ts';
import { bankQuestions, bankTasks, type Ready, readyOf, searched } from './sources.ts';
import { badgeOf } from './words.ts';

const BANK = 'bank';
const NO_DECKS: readonly DeckSummary[] = [];

type Loaded =
  | { readonly kind: 'loading' }
  | { readonly kind: 'here'; readonly ready: readonly Ready[] }
  | { readonly kind: 'failed'; readonly refusal: Refusal };

export interface PickerProps {
  readonly kind: DeckItem['kind'] | 'both';
  /** The word on the button of each: what happens when it is chosen. */
  readonly action: string;
  /** A deck that is left out. */
  readonly besides?: string | undefined;
  readonly onPick: (item: DeckItem) => void;
}

/** Questions and tasks of the shipped bank and of the teacher's decks, with search. */
export function Picker({ kind, action, besides, onPick }: PickerProps) {
  const said = useWords('bankTexts', 'deck', 'readyTasks');
  const { deck: spoken } = said;
  const { pick: words } = spoken;
  const says = useRefusal();
  const [decks, setDecks] = useState(NO_DECKS);
  const [source, setSource] = useState(BANK);
  const [query, setQuery] = useState('');
  const [loaded, setLoaded] = useState<Loaded>({ kind: 'here', ready: bankOf(kind, said) });
  const [tries, setTries] = useState(0);

  useEffect(() => {
    let here = true;
    void listDecks().then((answer) => {
      if (here && answer.ok) setDecks(answer.value.decks.filter(({ id }) => id !== besides));
    });
    return () => {
      here = false;
    };
  }, [besides]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `tries` asks once more for the same deck
  useEffect(() => {
    if (source === BANK) {
      setLoaded({ kind: 'here', ready: bankOf(kind, said) });
      return;
    }
    let here = true;
    setLoaded({ kind: 'loading' });
    void loadDeck(source).then((answer) => {
      if (!here) return;
      if (!answer.ok) setLoaded({ kind: 'failed', refusal: answer.refusal });
      else {
        const { deck } = answer.value;
        const fitting = deck.items.filter((item) => kind === 'both' || item.kind === kind);
        setLoaded({ kind: 'here', ready: readyOf(deck.title, fitting, said.deck.list.noText) });
      }
    });
    return () => {
      here = false;
    };
  }, [source, kind, tries, said]);

  const ready = loaded.kind === 'here' ? loaded.ready : [];
  const shown = useMemo(() => searched(ready, query), [ready, query]);
  return (
    <div className="flex min-h-0 flex-col gap-3">
      <div className="grid gap-3 sm:grid-cols-2">
        <SelectField
          label={words.from}
          value={source}
          onChange={setSource}
          options={[
            { value: BANK, label: words.bank },
            ...decks.map(({ id, title }) => ({ value: id, label: title })),
          ]}
        />
        <TextField
          label={words.search}
          type="search"
          placeholder={words.searchExample}
          value={query}
          onChange={(event) => setQuery(event.target.value)}
        />
      </div>
      {/* As high for one as for many, so that nothing jumps while one types. */}
      <div className="h-[45dvh] overflow-auto">
        {loaded.kind === 'loading' ? (
          <p role="status" className="flex items-center gap-2 py-6 text-sm text-muted">
            <Spinner /> {words.fetching}
          </p>
        ) : loaded.kind === 'failed' ? (
          <Notice
            tone="error"
            actions={
              <Button size="sm" onClick={() => setTries(tries + 1)}>
                {words.again}
              </Button>
            }
          >
            {says(loaded.refusal)}
          </Notice>
        ) : shown.length === 0 ? (
          <p role="status" className="flex items-center gap-2 py-6 text-sm text-muted">
            <Search aria-hidden className="size-4" />
            {ready.length === 0 ? words.empty : words.notFound}
          </p>
        ) : (
          <ul aria-label={words.list} className="flex flex-col gap-1">
            {shown.map((one) => (
              <li
                key={`${one.group} ${one.id}`}
                className="flex items-center gap-3 rounded-lg border border-line px-3 py-2"
              >
                <div className="min-w-0 flex-1">
                  <p className="text-sm font-medium wrap-anywhere">
                    {one.belief === null ? one.title : words.belief(one.belief)}
                  </p>
                  {one.belief === null ? null : (
                    <p className="truncate text-sm text-muted">
                      {one.group} ·{' '}
                      {one.isCode ? <code className="font-mono text-xs">{one.title}</code> : one.title}
                    </p>
                  )}
                </div>
                <span className="max-sm:hidden">
                  <Badge>{badgeOf(one.item, spoken)}</Badge>
                </span>
                <Button
                  size="sm"
                  aria-label={words.actionOn(action, one.belief ?? one.title)}
                  onClick={() => onPick(one.item)}
                >
                  {action}
                </Button>
              </li>
            ))}
          </ul>
        )}
      </div>
    </div>
  );
}

function bankOf(kind: PickerProps['kind'], words: Pick<Words, 'bankTexts' | 'readyTasks'>): readonly Ready[] {
  if (kind === 'question') return bankQuestions(words);
  return kind === 'task' ? bankTasks(words) : [...bankQuestions(words), ...bankTasks(words)];
}
