/** A member's module name, made from the nickname. Rules [RM2] in SPEC.md. */

/** Python 3.11's keywords, and names that mean something else in every module. */
const TAKEN = new Set([
  ...'False None True and as assert async await break class continue def del elif else except finally for from global if import in is lambda nonlocal not or pass raise return try while with yield'.split(
    ' ',
  ),
  ...'board teacher gc sys weakref builtins tracemalloc main __main__ print len id type list dict tuple set str int float bool object range'.split(
    ' ',
  ),
]);

const LONGEST = 24;

/**
 * Whatever is not a letter of a living script in the basic plane, or an ASCII digit: newer letters are unknown to
 * the Unicode tables of Python 3.11, and hosts differ in theirs.
 */
const STRANGE =
  /(?:[\uD800-\u{10FFFF}]|[\u088F\u1C89-\u1C8F\uA7CB-\uA7CF\uA7DA-\uA7F1]|[^\p{sc=Latin}\p{sc=Greek}\p{sc=Cyrillic}\p{sc=Armenian}\p{sc=Georgian}\p{sc=Hebrew}\p{sc=Arabic}\p{sc=Devanagari}\p{sc=Bengali}\p{sc=Tamil}\p{sc=Thai}\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}0-9]|[^\p{L}0-9])+/gu;

/** A Python identifier that no module of the class has: letters and digits of any script, lower case. */
export function makeHandle(nickname: string, taken: ReadonlySet<string>): string {
  const letters = nickname
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .normalize('NFKC')
    .toLowerCase()
    .replace(STRANGE, '_')
    .replace(/^_+|_+$/g, '')
    .slice(0, LONGEST);
  const stem = letters === '' ? 'student' : /^\p{Nd}/u.test(letters) ? `s${letters}` : letters;
  for (let n = 1; ; n++) {
    const handle = n === 1 ? stem : `${stem}${n}`;
    if (!TAKEN.has(handle) && !taken.has(handle)) return handle;
  }
}
