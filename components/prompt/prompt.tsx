'use client';

import { EditorView } from '@codemirror/view';
import { CornerDownLeft } from 'lucide-react';
import { useEffect, useId, useLayoutEffect, useRef, useState } from 'react';
import { Button } from '../design/button.tsx';
import { classes } from '../design/classes.ts';
import { useWords } from '../language/words.ts';
import { markWrong, promptState } from './editor.ts';
import { startWalk, walk } from './history.ts';

export type Parsed =
  | { readonly ok: true }
  | { readonly ok: false; readonly line: number; readonly column: number; readonly message: string };

export interface PromptProps {
  /** One complete input whose syntax is right. The prompt is emptied. */
  readonly onRun: (source: string) => void;
  /** `parseInput` of the heap: 1-based line, 0-based column. */
  readonly parse: (source: string) => Parsed;
  /** For completion: `a`, and `ana.a` for what is reached through a module. */
  readonly names: readonly string[];
  /** Earlier inputs, oldest first. */
  readonly history: readonly string[];
  readonly disabled?: boolean;
  /** Why nothing can be typed; stands in place of the prompt. */
  readonly disabledReason?: string;
  /** The last input is still on its way. Typing goes on meanwhile. */
  readonly busy?: boolean;
  readonly label?: string;
  readonly placeholder?: string;
  readonly autoFocus?: boolean;
}

/** Where Python is typed. A syntax error never leaves it: the place is underlined, and a sentence says what is wrong. */
export function Prompt(props: PromptProps) {
  const words = useWords('prompt').prompt;
  const {
    disabled = false,
    disabledReason = words.off,
    busy = false,
    label = words.label,
    placeholder = 'a = [1, 2, 3]',
    autoFocus = false,
  } = props;
  const [wrong, setWrong] = useState<string | null>(null);
  const [empty, setEmpty] = useState(true);
  const holder = useRef<HTMLDivElement>(null);
  const editor = useRef<EditorView | null>(null);
  const latest = useRef(props);
  const run = useRef<(source: string) => void>(() => {});
  const id = useId();

  useLayoutEffect(() => {
    latest.current = props;
  });

  useEffect(() => {
    if (holder.current === null) return;
    let place = startWalk([]);
    let recalled = false;
    const runs = (source: string) => {
      const { parse, onRun } = latest.current;
      const parsed = parse(source);
      if (!parsed.ok) {
        const line = view.state.doc.line(Math.min(Math.max(1, parsed.line), view.state.doc.lines));
        view.dispatch({ effects: markWrong.of(Math.min(line.to, line.from + parsed.column)) });
        setWrong(words.wrong(parsed.line, parsed.message));
        return;
      }
      onRun(source.replace(/\s+$/, ''));
      recalled = false;
      view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: '' } });
    };
    run.current = runs;
    const view = new EditorView({
      parent: holder.current,
      state: promptState('', label, placeholder, {
        run: runs,
        earlier(current, direction) {
          const { history } = latest.current;
          if (!recalled) place = startWalk(history);
          const step = walk(history, place, current, direction);
          if (step === null) return null;
          place = step.walk;
          recalled = true;
          return step.text;
        },
        names: () => latest.current.names,
        edited() {
          setWrong(null);
          setEmpty(view.state.doc.length === 0);
        },
      }),
    });
    editor.current = view;
    if (autoFocus) view.focus();
    return () => {
      editor.current = null;
      view.destroy();
    };
  }, [label, placeholder, autoFocus, words]);

  useEffect(() => {
    editor.current?.contentDOM.setAttribute('aria-describedby', `${id}-wrong`);
    editor.current?.contentDOM.setAttribute('aria-invalid', String(wrong !== null));
  }, [wrong, id]);

  const press = () => {
    const view = editor.current;
    if (view === null) return;
    view.focus();
    run.current(view.state.doc.toString());
  };

  return (
    <div className="bg-surface">
      <div
        className={classes(
          'flex items-start gap-2 px-3 focus-within:shadow-[inset_2px_0_0_var(--accent)]',
          disabled && 'hidden',
        )}
      >
        <span
          aria-hidden
          className="pt-2.5 font-mono text-base leading-[1.55] text-accent-ink select-none sm:text-sm"
        >
          {'>>>'}
        </span>
        {/* 16 px on phones, or their browsers zoom in on focus. */}
        <div ref={holder} className="min-w-0 flex-1 text-base sm:text-sm" />
        <Button
          className="my-1.5"
          size="sm"
          variant="primary"
          icon={CornerDownLeft}
          busy={busy && empty}
          disabled={empty}
          onClick={press}
          title={words.runHint}
        >
          {words.run}
        </Button>
      </div>
      {disabled ? <p className="px-4 py-3 text-sm text-muted">{disabledReason}</p> : null}
      <p
        id={`${id}-wrong`}
        role="status"
        className={classes('px-4 text-sm text-danger', wrong === null || disabled ? 'sr-only' : 'pb-2.5')}
      >
        {wrong}
      </p>
    </div>
  );
}
