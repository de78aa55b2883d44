/** The page's colours as the canvas needs them: read from the tokens, so that light and dark follow the page. */
import { type OwnerLook, ownerLooks } from '../heap/owners.ts';
import type { Paints } from './paint.ts';

const CLASSES = 32;

export interface MapColours {
  readonly paints: Paints;
  readonly ink: string;
  readonly muted: string;
  readonly line: string;
  readonly edge: string;
  readonly surface: string;
  readonly accent: string;
  readonly sunken: string;
  /** CSS colours of size classes and owners, for shapes and for legends. */
  readonly classes: readonly string[];
  readonly owners: readonly string[];
}

/** Size classes from light to dark, one hue that nothing else on a screen uses for a fact about an object. */
export function classColour(sizeClass: number, dark: boolean): string {
  const part = Math.sqrt(sizeClass / (CLASSES - 1));
  const lightness = dark ? 0.5 + 0.4 * part : 0.78 - 0.46 * part;
  const chroma = 0.08 + 0.07 * (1 - Math.abs(part - 0.5) * 2);
  return `oklch(${lightness.toFixed(3)} ${chroma.toFixed(3)} 283)`;
}

export function readMapColours(
  element: Element,
  dark: boolean,
  owners: readonly string[],
  modules: readonly string[],
  me: string | null,
): MapColours {
  const style = getComputedStyle(element);
  const token = (name: string) => style.getPropertyValue(name).trim();
  const resolve = (colour: string) => colour.replace(/var\((--[\w-]+)\)/, (_, name: string) => token(name));
  const looks: ReadonlyMap<string, OwnerLook> = ownerLooks(modules, me);
  const classes = Array.from({ length: CLASSES }, (_, sizeClass) => classColour(sizeClass, dark));
  const ownerColours = owners.map((name) => {
    const look = looks.get(name);
    return look === undefined ? token('--edge') : resolve(look.colour);
  });
  const pixel = pixelReader();
  return {
    paints: {
      untouched: pixel(token('--sunken')),
      header: pixel(token('--ink')),
      tail: pixel(token('--line-strong')),
      free: pixel(token('--surface')),
      empty: pixel(token('--line')),
      kept: pixel(token('--edge')),
      classes: classes.map(pixel),
      owners: ownerColours.map(pixel),
    },
    ink: token('--ink'),
    muted: token('--muted'),
    line: token('--line'),
    edge: token('--edge'),
    surface: token('--surface'),
    accent: token('--accent'),
    sunken: token('--sunken'),
    classes,
    owners: ownerColours,
  };
}

/** Any CSS colour as one opaque pixel of an ImageData. */
function pixelReader(): (colour: string) => number {
  const canvas = document.createElement('canvas');
  canvas.width = 1;
  canvas.height = 1;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  return (colour) => {
    if (context === null) return 0;
    context.clearRect(0, 0, 1, 1);
    context.fillStyle = colour;
    context.fillRect(0, 0, 1, 1);
    return new Uint32Array(context.getImageData(0, 0, 1, 1).data.buffer)[0] ?? 0;
  };
}
