'use client';

import { RotateCw } from 'lucide-react';
import {
  type ComponentType,
  cloneElement,
  type HTMLAttributes,
  type ReactElement,
  type ReactNode,
  useCallback,
  useEffect,
  useState,
} from 'react';
import type { Language } from '../../classroom/languages.ts';
import { type Book, fetchBook } from '../language/books.ts';
import { useLanguage, useWords } from '../language/words.ts';
import { Button } from './button.tsx';
import { Notice } from './notice.tsx';
import { Spinner } from './spinner.tsx';
import { useToast } from './toasts.tsx';

/** The code of a part and its books in this language, fetched at the same time. */
async function withBooks<Part>(
  language: Language,
  books: readonly Book[],
  load: () => Promise<Part>,
): Promise<Part> {
  const [part] = await Promise.all([load(), ...books.map((book) => fetchBook(language, book))]);
  return part;
}

/**
 * A part of a screen whose code is loaded when it is first shown, with the books that it speaks, so that the first
 * screen does not wait for them. Once loaded it is drawn at once wherever it appears. Where loading fails (no
 * connection, or the server has a newer build) it says so in its place; the rest of the screen stays.
 */
export function later<Props extends object>(
  books: readonly Book[],
  load: () => Promise<ComponentType<Props>>,
  Waiting: () => ReactNode = LoadingPart,
): ComponentType<Props> {
  const known: { part: ComponentType<Props> | null } = { part: null };
  return function Later(props: Props) {
    const language = useLanguage();
    const [, loaded] = useState(0);
    const [failed, setFailed] = useState(false);
    const fetchPart = useCallback(() => {
      setFailed(false);
      withBooks(language, books, load).then(
        (part) => {
          known.part = part;
          loaded((times) => times + 1);
        },
        () => setFailed(true),
      );
    }, [language]);
    useEffect(() => {
      if (known.part === null) fetchPart();
    }, [fetchPart]);
    if (known.part !== null) return <known.part {...props} />;
    return failed ? <Failed onRetry={fetchPart} /> : <Waiting />;
  };
}

/** As `later`, for what a page is nothing without: asked for as soon as its file runs, not when React has taken over. */
export function soon<Props extends object>(
  books: readonly Book[],
  load: () => Promise<ComponentType<Props>>,
  Waiting: () => ReactNode,
): ComponentType<Props> {
  // A failure shows where the part is drawn, which asks again.
  if (typeof window !== 'undefined') load().catch(() => {});
  return later(books, load, Waiting);
}

/** A dialog: loaded when it is first opened, and kept from then on, so that what was begun in it stays. */
export function laterDialog<Props extends { readonly open: boolean }>(
  books: readonly Book[],
  load: () => Promise<ComponentType<Props>>,
): ComponentType<Props> {
  const part = later(books, load, OpeningDialog);
  return (props) => <Wanted part={part} given={props} />;
}

function Wanted<Props extends { readonly open: boolean }>({
  part: Part,
  given,
}: {
  readonly part: ComponentType<Props>;
  readonly given: Props;
}) {
  const [wanted, setWanted] = useState(given.open);
  if (given.open && !wanted) setWanted(true);
  return wanted ? <Part {...given} /> : null;
}

export interface Opener {
  /** One focusable element, usually a Button or IconButton. */
  readonly trigger: ReactElement<HTMLAttributes<HTMLElement>>;
  readonly defaultOpen?: boolean;
}

/**
 * What opens from a button: loaded when the pointer or the keyboard comes near, and opened when it is pressed. Until
 * then the button stands alone and looks and reads the same.
 */
export function OpensLater<Props extends Opener>({
  kind,
  load,
  part,
}: {
  readonly kind: 'menu' | 'dialog';
  readonly load: () => Promise<ComponentType<Props>>;
  readonly part: Props;
}) {
  const [Part, setPart] = useState<ComponentType<Props> | null>(null);
  const words = useWords('design').design;
  const toast = useToast();
  if (Part !== null) return <Part {...part} defaultOpen />;
  const prepare = () => void load().catch(() => {});
  const open = () =>
    load().then(
      (loaded) => setPart(() => loaded),
      () => toast({ title: words.notOpened, text: words.offline, tone: 'error' }),
    );
  return cloneElement(part.trigger, {
    'aria-haspopup': kind,
    'aria-expanded': false,
    onPointerEnter: prepare,
    onFocus: prepare,
    onClick: () => void open(),
    ...(kind === 'menu' ? { onKeyDown: (event) => event.key === 'ArrowDown' && void open() } : {}),
  });
}

/** Holds the place; on a fast connection it is gone before there is anything to see. */
export function LoadingPart() {
  const words = useWords('design').design;
  return (
    <p role="status" className="flex h-full items-center justify-center gap-2 p-6 text-muted animate-slow-in">
      <Spinner /> {words.loading}
    </p>
  );
}

/** In the middle of the screen, where the dialog will be. */
function OpeningDialog() {
  const words = useWords('design').design;
  return (
    <p
      role="status"
      className="fixed inset-0 z-50 m-auto flex h-fit w-fit items-center gap-2 rounded-2xl bg-raised p-5 text-muted shadow-high animate-slow-in"
    >
      <Spinner /> {words.loading}
    </p>
  );
}

function Failed({ onRetry }: { readonly onRetry: () => void }) {
  const words = useWords('design').design;
  return (
    <Notice
      tone="error"
      className="m-3"
      title={words.notLoaded}
      actions={
        <Button size="sm" icon={RotateCw} onClick={onRetry}>
          {words.again}
        </Button>
      }
    >
      {words.offline}
    </Notice>
  );
}
