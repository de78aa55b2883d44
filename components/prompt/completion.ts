/** What the prompt offers while one types: names of the heap, what modules hold, Python's own words. Loaded when needed. */
import {
  acceptCompletion,
  autocompletion,
  type CompletionContext,
  type CompletionResult,
  closeBrackets,
  completionStatus,
  moveCompletionSelection,
  selectedCompletion,
  startCompletion,
} from '@codemirror/autocomplete';
import { type Extension, Prec } from '@codemirror/state';
import { type EditorView, keymap } from '@codemirror/view';
import { BUILTINS, KEYWORDS, MEMBERS } from './words.ts';

function complete(names: () => readonly string[]) {
  return (context: CompletionContext): CompletionResult | null => {
    const member = context.matchBefore(/([_\p{ID_Start}]\p{ID_Continue}*)\.\p{ID_Continue}*/u);
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
    const word = context.matchBefore(/[_\p{ID_Start}]\p{ID_Continue}*/u);
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

/** Enter takes a completion only when it was chosen: whoever typed to the end wants to run. Tab takes the first. */
function take(view: EditorView): boolean {
  if (completionStatus(view.state) !== 'active') return false;
  if (selectedCompletion(view.state) === null) moveCompletionSelection(true)(view);
  return acceptCompletion(view);
}

export function completion(names: () => readonly string[]): Extension {
  return [
    closeBrackets(),
    autocompletion({
      override: [complete(names)],
      icons: false,
      selectOnOpen: false,
      // The delay guards Enter against a list that just opened; here Enter never takes from it by itself.
      interactionDelay: 0,
    }),
    Prec.highest(keymap.of([{ key: 'Tab', run: take }])),
  ];
}

/** For what was typed before completions had come. */
export function offer(view: EditorView): void {
  const { head } = view.state.selection.main;
  const before = view.state.sliceDoc(Math.max(0, head - 1), head);
  if (/[.\p{ID_Continue}]/u.test(before)) startCompletion(view);
}
