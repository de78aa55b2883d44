/**
 * Through what a reference leads: what Python writes stays Python; what it has no way of writing is data, to be said in
 * the language of whoever reads it.
 */

export type Label =
  /** As Python writes it (`ana.a`, `[0]`, `.x`, `gc.garbage`), or a field as CPython calls it; empty where nothing names it. */
  | { readonly kind: 'python'; readonly text: string }
  /** A variable of a function that runs. */
  | { readonly kind: 'local'; readonly name: string; readonly function: string }
  /** What the prompt keeps for a module: its last echo, its last exception. */
  | { readonly kind: 'last'; readonly name: LastName; readonly module: string }
  | { readonly kind: 'module'; readonly module: string }
  /** What an import keeps while it runs. */
  | { readonly kind: 'imports' }
  /** The interpreter's cache of attribute lookups. */
  | { readonly kind: 'lookups' };

/** In the order in which a module's state keeps them. */
export const LAST_NAMES = ['_', 'last_type', 'last_value', 'last_traceback'] as const;
export type LastName = (typeof LAST_NAMES)[number];

export function written(text: string): Label {
  return { kind: 'python', text };
}

export function sameLabel(one: Label, other: Label): boolean {
  return labelKey(one) === labelKey(other);
}

/** Different for different labels. */
export function labelKey(label: Label): string {
  switch (label.kind) {
    case 'python':
      return `python ${label.text}`;
    case 'local':
      return `local ${label.name} ${label.function}`;
    case 'last':
      return `last ${label.name} ${label.module}`;
    case 'module':
      return `module ${label.module}`;
    case 'imports':
    case 'lookups':
      return label.kind;
  }
}
