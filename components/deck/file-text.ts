/** The text of a file that somebody chose: UTF-8, or UTF-16 where the file says so; other encodings are not guessed. */

export type FileText =
  | { readonly kind: 'text'; readonly text: string }
  /** Another encoding, or no text at all; `line`: where that shows first, from 1. */
  | { readonly kind: 'unreadable'; readonly line: number };

export function textOfBytes(bytes: Uint8Array): FileText {
  const [first, second] = bytes;
  const wide =
    first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : null;
  const encoding = wide ?? 'utf-8';
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    // No text has NUL in it.
    const at = text.indexOf('\0');
    return at < 0 ? { kind: 'text', text } : { kind: 'unreadable', line: lineOf(text, at) };
  } catch {
    const text = new TextDecoder(encoding).decode(bytes);
    return { kind: 'unreadable', line: lineOf(text, text.indexOf('\uFFFD')) };
  }
}

function lineOf(text: string, at: number): number {
  return text.slice(0, Math.max(0, at)).split(/\r\n?|\n/).length;
}
