/**
 * Whose an object is, as a stripe on its card. Orange is always mine; the others get muted hues that no state uses
 * at that strength, and a pattern besides, so that two students with near hues still differ. The handle is written
 * on the card as well: the stripe is never the only sign.
 */
export const OWNER_PATTERNS = ['solid', 'dashed', 'dotted', 'double'] as const;
export type OwnerPattern = (typeof OWNER_PATTERNS)[number];

export interface OwnerLook {
  /** A CSS colour. */
  readonly colour: string;
  readonly pattern: OwnerPattern;
}

export const NOBODY: OwnerLook = { colour: 'var(--line-strong)', pattern: 'solid' };
const MINE: OwnerLook = { colour: 'var(--mine)', pattern: 'solid' };
const BOARD: OwnerLook = { colour: 'var(--ink)', pattern: 'double' };

/** Steps of the golden angle put neighbours in the list far apart on the hue circle. */
const GOLDEN = 137.508;

/** Looks by module name. The n-th module keeps its look when others follow: pass modules in the order they joined. */
export function ownerLooks(modules: readonly string[], me: string | null): ReadonlyMap<string, OwnerLook> {
  const looks = new Map<string, OwnerLook>();
  let place = 0;
  for (const name of modules) {
    if (looks.has(name)) continue;
    if (name === me) looks.set(name, MINE);
    else if (name === 'board') looks.set(name, BOARD);
    else {
      const hue = ((250 + place * GOLDEN) % 360).toFixed(0);
      looks.set(name, {
        colour: `oklch(0.62 0.085 ${hue})`,
        pattern: OWNER_PATTERNS[place % OWNER_PATTERNS.length] ?? 'solid',
      });
    }
    // Mine counts too, so that the looks of the others do not depend on who is looking.
    place++;
  }
  return looks;
}

/** The CSS of a stripe of this look, to be spread on the element's style. */
export function stripe(look: OwnerLook): { readonly background: string } {
  const c = look.colour;
  switch (look.pattern) {
    case 'solid':
      return { background: c };
    case 'dashed':
      return { background: `repeating-linear-gradient(${c} 0 9px, transparent 9px 13px)` };
    case 'dotted':
      return { background: `repeating-linear-gradient(${c} 0 3px, transparent 3px 6px)` };
    case 'double':
      return { background: `linear-gradient(90deg, ${c} 0 35%, transparent 35% 65%, ${c} 65%)` };
  }
}
