import {
  acceptCompletion,
  autocompletion,
  type CompletionContext,
  type CompletionResult,
  closeBrackets,
  completionKeymap,
  completionStatus,
  moveCompletionSelection,
  selectedCompletion,
} from '@codemirror/autocomplete';
import { defaultKeymap, history as edits, historyKeymap } from '@codemirror/commands';
import { python } from '@codemirror/lang-python';
import { bracketMatching, indentUnit, syntaxHighlighting } from '@codemirror/language';
import { EditorState, type Extension, Prec, StateEffect, StateField } from '@codemirror/state';
import { Decoration, type DecorationSet, EditorView, keymap, placeholder } from '@codemirror/view';
import { pythonClasses } from '../design/code.tsx';
import { inputState, nextIndent } from './complete.ts';
import { BUILTINS, KEYWORDS, MEMBERS } from './words.ts';

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

function complete(names: () => readonly string[]) {
  return (context: CompletionContext): CompletionResult | null => {
    const member = context.matchBefore(/([A-Za-z_]\w*)\.\w*/);
    if (member !== null) {
      const dot = member.text.indexOf('.');
      const holder = member.text.slice(0, dot);
      const prefix = `${holder}.`;
      const options = [
        ...(MEMBERS[holder] ?? []).map((label) => ({ label, type: 'function' })),
        ...names()
          .filter((name) => name.startsWith(prefix))
          .map((name) => ({ label: name.slice(prefix.length), type: 'variable' })),
      ];
      return options.length === 0 ? null : { from: member.from + dot + 1, options };
    }
    const word = context.matchBefore(/[A-Za-z_]\w*/);
    if (word === null && !context.explicit) return null;
    return {
      from: word?.from ?? context.pos,
      options: [
        ...names()
          .filter((name) => !name.includes('.'))
          .map((label) => ({ label, type: 'variable', boost: 2 })),
        ...Object.keys(MEMBERS).map((label) => ({ label, type: 'namespace', boost: 1 })),
        ...BUILTINS.map((label) => ({ label, type: 'function' })),
        ...KEYWORDS.map((label) => ({ label, type: 'keyword', boost: -1 })),
      ],
    };
  };
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
    // Enter takes a completion only when it was chosen; whoever typed to the end wants to run.
    if (selectedCompletion(view.state) !== null) return false;
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
      if (completionStatus(view.state) === 'active') return false;
      const { head } = view.state.selection.main;
      const line = view.state.doc.lineAt(head).number;
      if (direction === -1 ? line > 1 : line < view.state.doc.lines) return false;
      const text = asks.earlier(view.state.doc.toString(), direction);
      if (text !== null) replace(view, text);
      return true;
    };
  const completes = (view: EditorView): boolean => {
    if (completionStatus(view.state) !== 'active') return false;
    if (selectedCompletion(view.state) === null) moveCompletionSelection(true)(view);
    return acceptCompletion(view);
  };
  const runNow = (view: EditorView): boolean => {
    const source = view.state.doc.toString();
    if (inputState(source) !== 'empty') asks.run(source);
    return true;
  };
  return Prec.high(
    keymap.of([
      { key: 'Enter', run: enter },
      { key: 'Tab', run: completes },
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

export function promptState(source: string, label: string, hint: string, asks: Asks): EditorState {
  return EditorState.create({
    doc: source,
    extensions: [
      promptKeys(asks),
      edits(),
      python(),
      indentUnit.of('    '),
      syntaxHighlighting(pythonClasses),
      bracketMatching(),
      closeBrackets(),
      autocompletion({
        override: [complete(asks.names)],
        icons: false,
        selectOnOpen: false,
        // The delay guards Enter against a list that just opened; here Enter never takes from it by itself.
        interactionDelay: 0,
      }),
      keymap.of([...completionKeymap, ...historyKeymap, ...defaultKeymap]),
      EditorView.lineWrapping,
      placeholder(hint),
      wrongField,
      EditorView.updateListener.of((update) => {
        if (update.docChanged) asks.edited();
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
