/**
 * Texts in Moodle's GIFT format: what is escaped (as question/format/gift/format.php does: backslash and ~ = # { } :
 * and newlines), and texts in HTML, which Moodle itself exports, as plain ones.
 */
const RESERVED = /[\\~=#{}:]/g;

export function escaped(text: string): string {
  return text.replace(RESERVED, '\\$&').replaceAll('\r', '').replaceAll('\n', '\\n');
}

export function unescaped(text: string): string {
  return text.replace(/\\([\\~=#{}:n])/g, (_, one: string) => (one === 'n' ? '\n' : one));
}

/** The first of these characters in text[from..to) that no backslash stands before, or -1. */
export function findPlain(text: string, characters: string, from = 0, to = text.length): number {
  for (let at = from; at < to; at++) {
    const one = text.charAt(at);
    if (one === '\\') at++;
    else if (characters.includes(one)) return at;
  }
  return -1;
}

const FORMAT = /^\[(html|moodle|plain|markdown)\]/;

export type TextFormat = 'html' | 'moodle' | 'plain' | 'markdown';

/** A text with its format, where it names one in front; `inherited` otherwise. */
export function textOf(
  raw: string,
  inherited: TextFormat,
): { readonly text: string; readonly format: TextFormat } {
  const trimmed = raw.trim();
  const named = FORMAT.exec(trimmed)?.[1];
  const format: TextFormat =
    named === 'html' || named === 'moodle' || named === 'plain' || named === 'markdown' ? named : inherited;
  const text = unescaped(named === undefined ? trimmed : trimmed.slice(named.length + 2)).trim();
  return { text: format === 'html' ? plainOf(text) : text, format };
}

const ENTITIES: Readonly<Record<string, string>> = {
  lt: '<',
  gt: '>',
  amp: '&',
  quot: '"',
  apos: "'",
  nbsp: ' ',
};

/** The text of simple HTML: paragraphs and line breaks as lines, code in backticks. */
function plainOf(html: string): string {
  return html
    .replace(/<pre[^>]*>(?:<code[^>]*>)?([\s\S]*?)(?:<\/code>)?<\/pre>/gi, '\n```\n$1\n```\n')
    .replace(/<\/?code[^>]*>/gi, '`')
    .replace(/<br\s*\/?>|<\/(?:p|div|li|h\d)>/gi, '\n')
    .replace(/<\/?[a-z][^>]*>/gi, '')
    .replace(
      /&(?:#(\d{1,6})|([a-z]{1,8}));/gi,
      (whole, code: string | undefined, name: string | undefined) =>
        code === undefined
          ? (ENTITIES[(name ?? '').toLowerCase()] ?? whole)
          : String.fromCodePoint(Number(code)),
    )
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}
