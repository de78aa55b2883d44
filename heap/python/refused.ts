/**
 * What is Python but not part of the classroom's Python: one sentence each, shown where the thing stands.
 */
export const refused = {
  async: "async and await are not part of the classroom's Python: use ordinary functions",
  match: "match is not part of the classroom's Python: use if, elif and else",
  exceptStar: "except* is not part of the classroom's Python: use except",
  metaclass: "metaclasses are not part of the classroom's Python: use a class decorator or __init_subclass__",
  future: "__future__ is not part of the classroom's Python: everything works as in 3.11 without it",
  starImport: "import * is not part of the classroom's Python: import the module and write module.name",
  surrogates:
    "pairs of surrogates are not part of the classroom's Python: write the character or \\U with its number",
  namedUnicode: "\\N{...} is not part of the classroom's Python: write the character or \\u with its number",
} as const;
