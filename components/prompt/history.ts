/** Walking through earlier inputs: Up goes back, Down comes forward again, to the draft one started from. */
export interface Walk {
  /** Index into the history, or its length for the draft. */
  readonly at: number;
  readonly draft: string;
}

export function startWalk(history: readonly string[]): Walk {
  return { at: history.length, draft: '' };
}

export function walk(
  history: readonly string[],
  from: Walk,
  current: string,
  direction: -1 | 1,
): { readonly walk: Walk; readonly text: string } | null {
  const draft = from.at >= history.length ? current : from.draft;
  let at = Math.min(from.at, history.length) + direction;
  // The same line typed many times is one step.
  while (at >= 0 && at < history.length && history[at] === current) at += direction;
  if (at < 0 || at > history.length) return null;
  return { walk: { at, draft }, text: at === history.length ? draft : (history[at] ?? '') };
}
