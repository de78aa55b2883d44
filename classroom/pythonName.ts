/** Names as Python takes them. */

const RESERVED: ReadonlySet<string> = new Set(
  'False None True and as assert async await break class continue def del elif else except finally for from global if import in is lambda nonlocal not or pass raise return try while with yield'.split(
    ' ',
  ),
);

export function isName(text: string): boolean {
  return /^[A-Za-z_]\w*$/.test(text) && !RESERVED.has(text);
}

/** The first of a, b, …, z, a1, b1, … that is not taken. */
export function freeName(names: readonly string[]): string {
  const taken = new Set(names);
  for (let round = 0; ; round++) {
    for (let letter = 0; letter < 26; letter++) {
      const name = `${String.fromCharCode(97 + letter)}${round === 0 ? '' : round}`;
      if (!taken.has(name)) return name;
    }
  }
}
