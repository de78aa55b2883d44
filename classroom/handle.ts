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

/** A Python identifier that no module of the class has: letters and digits of any script, lower case. */
export function makeHandle(nickname: string, taken: ReadonlySet<string>): string {
  const letters = nickname
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{Nd}]+/gu, '_')
    .replace(/^_+|_+$/g, '')
    .slice(0, LONGEST);
  const stem = letters === '' ? 'student' : /^\p{Nd}/u.test(letters) ? `s${letters}` : letters;
  for (let n = 1; ; n++) {
    const handle = n === 1 ? stem : `${stem}${n}`;
    if (!TAKEN.has(handle) && !taken.has(handle)) return handle;
  }
}
