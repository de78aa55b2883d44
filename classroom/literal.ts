/**
 * Whether a text is a whole Python literal of numbers, texts, None, True, False and tuples of them. Labels of slots
 * are short reprs: what was cut off in the middle, or shows an object that has no literal, is none.
 */
const TOKEN =
  /\s*(?:(-?(?:0|[1-9]\d*)(?:\.\d+)?(?:e[+-]?\d+)?j?)|(b?'(?:[^'\\\n]|\\.)*'|b?"(?:[^"\\\n]|\\.)*")|(None|True|False)(?!\w)|([(),]))/y;

export function isLiteral(text: string): boolean {
  const tokens: string[] = [];
  TOKEN.lastIndex = 0;
  let at = 0;
  while (at < text.length) {
    TOKEN.lastIndex = at;
    const found = TOKEN.exec(text);
    if (found === null) return false;
    tokens.push(found[0].trim());
    at = TOKEN.lastIndex;
  }
  return end(tokens, 0) === tokens.length && tokens.length > 0;
}

/** Position after the literal that begins here, or -1. */
function end(tokens: readonly string[], at: number): number {
  const token = tokens[at];
  if (token === undefined || token === ')' || token === ',') return -1;
  if (token !== '(') return at + 1;
  let next = at + 1;
  while (tokens[next] !== ')') {
    next = end(tokens, next);
    if (next < 0) return -1;
    if (tokens[next] === ',') next++;
    else if (tokens[next] !== ')') return -1;
  }
  return next + 1;
}
