import type { Colours, Token } from './colours.ts';

/**
 * Colours of owners as `#rrggbb`: programs that open SVG files know neither custom properties nor oklch.
 * The conversion is that of CSS Color 4 (oklab to linear sRGB).
 */
export function hexColour(colour: string, colours: Colours): string {
  const token = /^var\(--([\w-]+)\)$/.exec(colour)?.[1];
  if (token !== undefined) return isToken(token, colours) ? colours[token] : colours.edge;
  const found = /^oklch\(([\d.]+) ([\d.]+) ([\d.]+)\)$/.exec(colour);
  if (found === null) return colour;
  const [lightness = 0, chroma = 0, hue = 0] = found.slice(1).map(Number);
  const a = chroma * Math.cos((hue * Math.PI) / 180);
  const b = chroma * Math.sin((hue * Math.PI) / 180);
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return `#${[
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ]
    .map(channel)
    .join('')}`;
}

function isToken(name: string, colours: Colours): name is Token {
  return Object.hasOwn(colours, name);
}

function channel(linear: number): string {
  const clipped = Math.min(1, Math.max(0, linear));
  const gamma = clipped <= 0.0031308 ? 12.92 * clipped : 1.055 * clipped ** (1 / 2.4) - 0.055;
  return Math.round(gamma * 255)
    .toString(16)
    .padStart(2, '0');
}
