'use client';

import { FileUp } from 'lucide-react';
import { useId, useMemo, useRef, useState } from 'react';
import { FORMATS, type Format, formatOf, readDeck } from '../../classroom/deck/formats.ts';
import type { Spot } from '../../classroom/deck/jsonPlace.ts';
import type { Read } from '../../classroom/deck/problem.ts';
import { tooLarge } from '../../classroom/deck/readDeck.ts';
import type { Deck } from '../../classroom/protocol/deck.ts';
import { Button } from '../design/button.tsx';
import { Dialog } from '../design/dialog.tsx';
import { Notice } from '../design/notice.tsx';
import { SelectField } from '../design/select.tsx';
import { useWords } from '../language/words.ts';
import { titleOfFile } from './file-name.ts';
import { textOfBytes } from './file-text.ts';
import { ProblemList } from './problem-list.tsx';
import { SourceArea, type SourceHandle } from './source-area.tsx';
import { withPlainLines } from './source-lines.ts';

const AUTOMATIC = 'auto';

interface Trouble {
  /** The file that could not be taken; what is in the box is another text. */
  readonly file: string | null;
  readonly says: string;
}

export interface ImportDialogProps {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  /** A sentence where it could not be stored. */
  readonly onImport: (deck: Deck) => Promise<string | null>;
}

/** A deck from a file or from pasted text. It is read here, and nothing is stored before it is read as a whole. */
export function ImportDialog({ open, onOpenChange, onImport }: ImportDialogProps) {
  const { import: words, formats, files, says } = useWords('deck').deck;
  const { cancel } = useWords('design').design;
  const [text, setText] = useState('');
  const [name, setName] = useState(words.untitled);
  const [format, setFormat] = useState<Format | typeof AUTOMATIC>(AUTOMATIC);
  const [problem, setProblem] = useState<Trouble | null>(null);
  const [busy, setBusy] = useState(false);
  const id = useId();
  const source = useRef<SourceHandle>(null);
  const goTo = (spot: Spot) => source.current?.goTo(spot);
  const found = format === AUTOMATIC ? formatOf(text) : format;
  const read = useMemo<Read | null>(
    () => (text.trim() === '' ? null : readDeck(text, found, name, files, says)),
    [text, found, name, files, says],
  );

  const take = async (file: File | undefined) => {
    if (file === undefined) return;
    const large = tooLarge(file.size, files);
    setProblem(large === null ? null : { file: file.name, says: large.says });
    if (large !== null) return;
    const content = textOfBytes(new Uint8Array(await file.arrayBuffer()));
    if (content.kind === 'unreadable') {
      setProblem({ file: file.name, says: `${files.line(content.line)}: ${files.notText}` });
      return;
    }
    setName(titleOfFile(file.name, words.untitled));
    setText(withPlainLines(content.text));
  };
  const store = async () => {
    if (read?.ok !== true) return;
    setBusy(true);
    const failed = await onImport(read.deck);
    setBusy(false);
    setProblem(failed === null ? null : { file: null, says: failed });
    if (failed !== null) return;
    setText('');
    setFormat(AUTOMATIC);
    onOpenChange(false);
  };
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      size="lg"
      title={words.title}
      description={words.text}
      footer={
        <>
          <Button onClick={() => onOpenChange(false)}>{cancel}</Button>
          <Button variant="primary" busy={busy} disabled={read?.ok !== true} onClick={store}>
            {read?.ok === true ? words.importN(read.deck.items.length) : words.import}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <div>
          <label
            htmlFor={id}
            onDragOver={(event) => event.preventDefault()}
            onDrop={(event) => {
              event.preventDefault();
              void take(event.dataTransfer.files[0]);
            }}
            className="flex min-h-20 cursor-pointer items-center justify-center gap-3 rounded-xl border border-dashed border-line-strong px-4 text-sm text-muted hover:border-edge hover:text-ink has-focus-visible:outline-2 has-focus-visible:outline-accent"
          >
            <FileUp aria-hidden className="size-5 shrink-0" />
            {words.choose}
            <input
              id={id}
              type="file"
              accept=".json,.txt,.gift,application/json,text/plain"
              className="sr-only"
              onChange={(event) => {
                void take(event.target.files?.[0]);
                event.target.value = '';
              }}
            />
          </label>
        </div>
        <SourceArea
          label={words.paste}
          rows={8}
          value={text}
          faulty={read === null ? [] : linesOf(read)}
          onChange={(value) => {
            setProblem(null);
            setText(value);
          }}
          handle={source}
        />
        <SelectField
          label={words.format}
          value={format}
          onChange={(value) => setFormat(FORMATS.find((one) => one === value) ?? AUTOMATIC)}
          options={[
            {
              value: AUTOMATIC,
              label: text.trim() === '' ? words.recognised : words.recognisedAs(formats[found]),
            },
            ...FORMATS.map((one) => ({ value: one, label: formats[one] })),
          ]}
        />
        <div data-testid="import-result" className="flex flex-col gap-3">
          {problem === null ? null : (
            <Notice tone="error" title={problem.file ?? undefined}>
              {problem.says}
            </Notice>
          )}
          {read === null ? null : read.ok ? (
            <>
              <Notice tone="good" title={words.found(read.deck.title, read.deck.items.length)} />
              {read.notes.length === 0 ? null : (
                <ProblemList tone="warning" title={words.otherwise} problems={read.notes} onGoTo={goTo} />
              )}
            </>
          ) : (
            <ProblemList tone="error" title={words.wrong} problems={read.problems} onGoTo={goTo} />
          )}
        </div>
      </div>
    </Dialog>
  );
}

function linesOf(read: Read): number[] {
  return (read.ok ? read.notes : read.problems).flatMap(({ spot }) =>
    spot === undefined ? [] : [spot.line],
  );
}
