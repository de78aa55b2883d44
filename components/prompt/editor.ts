import { defaultKeymap, history as edits, historyKeymap } from '@codemirror/commands';
import { bracketMatching, indentUnit } from '@codemirror/language';
import { Compartment, EditorState, type Extension, Prec, StateEffect, StateField } from '@codemirror/state';
import { Decoration, type DecorationSet, EditorView, keymap, placeholder } from '@codemirror/view';
import { coloured, LOOK_CLASSES } from '../design/python-colours.ts';
import { inputState, nextIndent } from './complete.ts';

/** The editor of the prompt: CodeMirror with the rules of a prompt. What runs, and where history is, is asked of `asks`. */
export interface Asks {
  run(source: string): void;
  earlier(current: string, direction: -1 | 1): string | null;
  names(): readonly string[];
  edited(): void;
}

/** Underlines from a position to the end of its word; null takes the line away. */
export const markWrong = StateEffect.define<number | null>();

const wrongField = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(marks, transaction) {
    let now = transaction.docChanged ? Decoration.none : marks;
    for (const effect of transaction.effects) {
      if (!effect.is(markWrong)) continue;
      now = effect.value === null ? Decoration.none : underline(transaction.state, effect.value);
    }
    return now;
  },
  provide: (field) => EditorView.decorations.from(field),
});

function underline(state: EditorState, position: number): DecorationSet {
  const length = state.doc.length;
  if (length === 0) return Decoration.none;
  const from = Math.min(Math.max(0, position), length - 1);
  const word = state.wordAt(from);
  const to = Math.min(length, Math.max(from + 1, word?.to ?? 0));
  return Decoration.set([Decoration.mark({ class: 'prompt-wrong' }).range(from, to)]);
}

function replace(view: EditorView, text: string): void {
  view.dispatch({
    changes: { from: 0, to: view.state.doc.length, insert: text },
    selection: { anchor: text.length },
    scrollIntoView: true,
  });
}

function newline(view: EditorView): boolean {
  const { from, to } = view.state.selection.main;
  const insert = `\n${nextIndent(view.state.sliceDoc(0, from))}`;
  view.dispatch({
    changes: { from, to, insert },
    selection: { anchor: from + insert.length },
    scrollIntoView: true,
  });
  return true;
}

function promptKeys(asks: Asks): Extension {
  const enter = (view: EditorView): boolean => {
    const source = view.state.doc.toString();
    // In the middle of several lines Enter is a new line; only at the end it may run.
    const behind = view.state.sliceDoc(view.state.selection.main.to);
    if (behind.includes('\n')) return newline(view);
    switch (inputState(source)) {
      case 'empty':
        replace(view, '');
        return true;
      case 'open':
        return newline(view);
      case 'complete':
        asks.run(source);
        return true;
    }
  };
  const recall =
    (direction: -1 | 1) =>
    (view: EditorView): boolean => {
      const { head } = view.state.selection.main;
      const line = view.state.doc.lineAt(head).number;
      if (direction === -1 ? line > 1 : line < view.state.doc.lines) return false;
      const text = asks.earlier(view.state.doc.toString(), direction);
      if (text !== null) replace(view, text);
      return true;
    };
  const runNow = (view: EditorView): boolean => {
    const source = view.state.doc.toString();
    if (inputState(source) !== 'empty') asks.run(source);
    return true;
  };
  return Prec.high(
    keymap.of([
      { key: 'Enter', run: enter },
      { key: 'Shift-Enter', run: newline },
      { key: 'Mod-Enter', run: runNow },
      { key: 'ArrowUp', run: recall(-1) },
      { key: 'ArrowDown', run: recall(1) },
    ]),
  );
}

const look = EditorView.theme({
  '&': { backgroundColor: 'transparent', color: 'var(--ink)', fontSize: 'inherit' },
  '&.cm-focused': { outline: 'none' },
  '.cm-content': {
    fontFamily: 'var(--font-mono, "JetBrains Mono Variable", monospace)',
    padding: '10px 0',
    caretColor: 'var(--accent)',
    minHeight: '42px',
  },
  '.cm-line': { padding: '0 4px' },
  '.cm-scroller': { lineHeight: '1.55', maxHeight: '40vh', overflow: 'auto' },
  '.cm-cursor': { borderLeftColor: 'var(--accent)', borderLeftWidth: '2px' },
  '.cm-placeholder': { color: 'var(--faint)' },
  '.prompt-wrong': { textDecoration: 'underline wavy var(--danger)', textUnderlineOffset: '4px' },
  '.cm-matchingBracket': { backgroundColor: 'var(--accent-soft) !important' },
  '.cm-tooltip': {
    backgroundColor: 'var(--raised)',
    border: 'none',
    borderRadius: '8px',
    boxShadow: 'var(--shadow-high)',
    overflow: 'hidden',
  },
  '.cm-tooltip-autocomplete > ul': { fontFamily: '"JetBrains Mono Variable", monospace !important' },
  '.cm-tooltip-autocomplete > ul > li': { padding: '4px 10px !important' },
  '.cm-tooltip-autocomplete > ul > li[aria-selected]': {
    backgroundColor: 'var(--accent-soft) !important',
    color: 'var(--accent-ink) !important',
  },
});

function colours(state: EditorState): DecorationSet {
  return Decoration.set(
    coloured(state.doc.toString()).map(({ from, to, look }) =>
      Decoration.mark({ class: LOOK_CLASSES[look] }).range(from, to),
    ),
  );
}

const colourField = StateField.define<DecorationSet>({
  create: colours,
  update: (before, { docChanged, state }) => (docChanged ? colours(state) : before),
  provide: (field) => EditorView.decorations.from(field),
});

const closing = {
  closeBrackets: {
    brackets: ['(', '[', '{', "'", '"', "'''", '"""'],
    stringPrefixes: ['f', 'fr', 'rf', 'r', 'u', 'b', 'br', 'rb', 'F', 'R', 'U', 'B'],
  },
};

export function promptState(source: string, label: string, hint: string, asks: Asks): EditorState {
  // Completions come with the first letter: a page that is only looked at does without them.
  const completing = new Compartment();
  let asked = false;
  const bring = (view: EditorView): void => {
    if (asked) return;
    asked = true;
    import('./completion.ts').then(
      ({ completion, offer }) => {
        view.dispatch({ effects: completing.reconfigure(completion(asks.names)) });
        offer(view);
      },
      () => {
        asked = false;
      },
    );
  };
  return EditorState.create({
    doc: source,
    extensions: [
      promptKeys(asks),
      edits(),
      colourField,
      EditorState.languageData.of(() => [closing]),
      indentUnit.of('    '),
      bracketMatching(),
      completing.of([]),
      keymap.of([...historyKeymap, ...defaultKeymap]),
      EditorView.lineWrapping,
      placeholder(hint),
      wrongField,
      EditorView.updateListener.of((update) => {
        if (!update.docChanged) return;
        asks.edited();
        bring(update.view);
      }),
      EditorView.contentAttributes.of({
        'aria-label': label,
        autocapitalize: 'off',
        autocorrect: 'off',
        spellcheck: 'false',
      }),
      look,
    ],
  });
}
