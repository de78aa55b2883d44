/** Numbers as a language writes them. The language is said each time, so that server, browser and tests agree. */
import type { Language } from '../../classroom/languages.ts';

export interface Numbers {
  /** `12345` → `12,345`. */
  readonly whole: (value: number) => string;
  /** `1.25`, up to two digits. */
  readonly decimal: (value: number) => string;
  /** `12 s`. */
  readonly seconds: (value: number) => string;
  /** Bytes up to 9,999 in full, since students compare them with sys.getsizeof; above in KiB or MiB. */
  readonly bytes: (value: number) => string;
  /** `0.1`, `99.9`, and `38` where nothing stands behind the point. */
  readonly tenths: (value: number) => string;
  /** `1 object`, `3 objects`. */
  readonly count: (value: number, one: string, many: string) => string;
}

export function numbersOf(language: Language): Numbers {
  const format = (digits: number) =>
    new Intl.NumberFormat(language, { minimumFractionDigits: digits, maximumFractionDigits: digits });
  const [none, one, two] = [format(0), format(1), format(2)];
  const plain = new Intl.NumberFormat(language, { maximumFractionDigits: 2 });
  // Adding 0 makes 0 of -0.
  const whole = (value: number) => none.format(Math.trunc(value) + 0);
  return {
    whole,
    decimal: (value) => plain.format(value),
    seconds: (value) => `${whole(value)} s`,
    bytes(value) {
      if (value < 10_000) return `${whole(value)} B`;
      if (value < 1024 * 1024) return `${one.format(value / 1024)} KiB`;
      return `${two.format(value / (1024 * 1024))} MiB`;
    },
    tenths: new Intl.NumberFormat(language, { maximumFractionDigits: 1 }).format,
    count: (value, single, many) => `${whole(value)} ${value === 1 ? single : many}`,
  };
}
