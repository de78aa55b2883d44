/**
 * Text made from a C format string. Models `PyUnicode_FromFormatV` of Objects/unicodeobject.c with its requests: a
 * writer that starts with 100 characters more than the format has, and a passing str for each C string.
 */
import type { Runtime } from './runtime.ts';
import { newStr } from './str.ts';
import { StrWriter } from './strWriter.ts';

const PIECE = /%(?:([-0]*)(\d*)(?:\.(\d+))?z?l?([sdiuxcpUVRSA%]))|[^%]+/g;
const LEAST = 100;

/** An object whose repr (`%R`) or str (`%S`) is made when its turn comes. */
export interface Shown {
  readonly o: number;
  readonly show: (rt: Runtime, o: number) => number;
}

export type FormatArgument = string | number | Shown;

/**
 * Arguments are the texts and numbers that stand for the conversions; a text for `%R` and `%A` is what repr gives, for
 * `%U`, `%V` and `%S` it is that of a str that exists already. New reference, 0 if
 * showing an object raised.
 */
export function fromFormat(rt: Runtime, format: string, args: readonly FormatArgument[]): number {
  const writer = new StrWriter(rt, format.length + LEAST);
  let next = 0;
  for (const match of format.matchAll(PIECE)) {
    const [piece, , , precision, conversion] = match;
    const last = match.index + piece.length === format.length;
    if (conversion === undefined || conversion === '%') {
      if (last) writer.overallocate = false;
      if (conversion === '%') writer.write('%');
      else writer.writeAscii(piece);
      continue;
    }
    if (last) writer.overallocate = false;
    const argument = args[next++] ?? '';
    if (typeof argument === 'object') {
      const shown = argument.show(rt, argument.o);
      if (shown === 0) return writer.drop();
      writer.writeStr(shown);
      rt.decref(shown);
      continue;
    }
    const whole =
      conversion === 'x' && typeof argument === 'number' ? argument.toString(16) : String(argument);
    const text = precision === undefined ? whole : whole.slice(0, Number(precision));
    if ('sRA'.includes(conversion)) {
      // A C string is decoded into a str of its own, and so is a repr.
      const made = newStr(rt, conversion === 's' ? text : whole);
      writer.writeStr(made);
      rt.decref(made);
    } else if (conversion === 'p') writer.writeAscii(text);
    else writer.write(text);
  }
  return writer.finish();
}
