import type { Serial } from '../../heap/index.ts';
import type { Tone } from '../design/badge.tsx';
import type { Mark } from './marks.ts';

/**
 * What another view lays over the graph without knowing how it is drawn: a collection being played, a block chosen in
 * the memory map, a prediction. Everything goes by object; an object on a pile or out of the picture shows nothing.
 */
export interface GraphOverlay {
  /** One word in a card's foot, in place of `new` or `leaked`. */
  readonly marks?: ReadonlyMap<Serial, Mark>;
  /** Counters and words on a card's upper edge, side by side: `gc_refs 1`. A changed text ticks. */
  readonly badges?: ReadonlyMap<Serial, readonly Mark[]>;
  /** A ring around a card. The tone repeats what a mark or a badge says. */
  readonly rings?: ReadonlyMap<Serial, Tone>;
  /** Put in the background: what a collection does not look at. */
  readonly dimmed?: ReadonlySet<Serial>;
  /** References drawn thick in the accent, for instance the one that is subtracted now. */
  readonly walked?: readonly { readonly from: Serial; readonly to: Serial }[];
  /** Brought into sight whenever it changes. */
  readonly focus?: Serial | null;
}

export const NO_OVERLAY: GraphOverlay = {};

/** The custom property of a tone's strong colour. */
export function toneColour(tone: Tone): string {
  return tone === 'neutral' ? 'var(--edge)' : `var(--${tone})`;
}
