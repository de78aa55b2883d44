/**
 * Makes a failing program small: whole inputs are deleted first (in halves, quarters, …, singly), then what is left
 * is simplified line by line, as long as it keeps failing.
 */

/** Index of the first candidate that still fails, or -1. Candidates may be nonsense; nonsense does not fail. */
export type FirstFailing = (candidates: readonly (readonly string[])[]) => number;

export interface Shrunk {
  readonly inputs: readonly string[];
  /** Candidates that were tried. */
  readonly tries: number;
}

export function shrink(program: readonly string[], firstFailing: FirstFailing, mostTries = 600): Shrunk {
  let inputs = program;
  let tries = 0;
  const step = (candidates: readonly (readonly string[])[]): boolean => {
    for (let start = 0; start < candidates.length && tries < mostTries; start += 16) {
      const batch = candidates.slice(start, start + 16);
      tries += batch.length;
      const at = firstFailing(batch);
      const found = batch[at];
      if (found !== undefined) {
        inputs = found;
        return true;
      }
    }
    return false;
  };
  for (let size = Math.ceil(inputs.length / 2); size >= 1; ) {
    if (step(withoutRuns(inputs, size))) size = Math.min(size, Math.ceil(inputs.length / 2));
    else if (size === 1) break;
    else size = Math.ceil(size / 2);
    if (inputs.length <= 1) break;
  }
  while (step(simpler(inputs))) {
    // Each success starts over, because it may make room for another.
  }
  return { inputs, tries };
}

/** The program without inputs k…k+size-1, the last ones first: what comes after the failure never matters. */
function withoutRuns(inputs: readonly string[], size: number): string[][] {
  const candidates: string[][] = [];
  for (let end = inputs.length; end > 0; end -= size) {
    const start = Math.max(0, end - size);
    candidates.push([...inputs.slice(0, start), ...inputs.slice(end)]);
  }
  return candidates.filter((candidate) => candidate.length > 0);
}

function simpler(inputs: readonly string[]): string[][] {
  if (inputs.length === 1) return variantsOf(inputs[0] ?? '').map((variant) => [variant]);
  return inputs.flatMap((input, at) => {
    const variants = new Set(['', ...variantsOf(input)]);
    // The empty variant takes the input away.
    return [...variants].map((variant) =>
      variant === ''
        ? [...inputs.slice(0, at), ...inputs.slice(at + 1)]
        : [...inputs.slice(0, at), variant, ...inputs.slice(at + 1)],
    );
  });
}

/** Shorter texts that may mean something similar; every one of them is shorter, so that shrinking ends. */
export function variantsOf(input: string): string[] {
  const found: string[] = [];
  const lines = input.split('\n');
  for (let at = 1; at < lines.length && lines.length > 2; at++) {
    found.push([...lines.slice(0, at), ...lines.slice(at + 1)].join('\n'));
  }
  const parts = input.split('; ');
  for (let at = 0; parts.length > 1 && at < parts.length; at++) {
    found.push(parts.filter((_, other) => other !== at).join('; '));
  }
  for (const match of input.matchAll(/= (.+)$/gm)) {
    const [, right = ''] = match;
    for (const simple of ['[]', '0']) {
      found.push(`${input.slice(0, match.index)}= ${simple}${input.slice(match.index + 2 + right.length)}`);
    }
  }
  for (const match of input.matchAll(/[([{]([^()[\]{}]+)[)\]}]/g)) {
    const [, inside = ''] = match;
    const start = match.index + 1;
    const rest = input.slice(start + inside.length);
    const items = inside.split(', ');
    found.push(input.slice(0, start) + rest);
    items.forEach((item, at) => {
      if (items.length > 1)
        found.push(input.slice(0, start) + items.filter((_, other) => other !== at).join(', ') + rest);
      if (items.length > 1) found.push(input.slice(0, match.index) + item + rest.slice(1));
    });
  }
  for (const match of input.matchAll(/\b\d\d+\b/g)) {
    for (const number of ['1', match[0].slice(0, -1)]) {
      found.push(input.slice(0, match.index) + number + input.slice(match.index + match[0].length));
    }
  }
  return found.filter((variant) => variant.length < input.length && variant.trim() !== '');
}
