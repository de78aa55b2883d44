import { readColours } from './colours.ts';
import type { Drawing } from './drawing.ts';
import type { OwnerLook } from './owners.ts';
import { type PictureWords, type Sketch, sketch } from './svg.ts';

/** The picture as a file of the reader's: all cards, whether they are on the screen or not. */
type Looks = ReadonlyMap<string, OwnerLook>;

const NAME = 'heap';
/** Pixels a picture may have: what every browser's canvas takes. */
const MOST_PIXELS = 16_000_000;
const LONGEST = 8_000;

export async function saveSvg(drawing: Drawing, looks: Looks, words: PictureWords): Promise<void> {
  const { svg } = made(drawing, looks, words);
  save(new Blob([svg], { type: 'image/svg+xml' }), `${NAME}.svg`);
}

export async function savePng(drawing: Drawing, looks: Looks, words: PictureWords): Promise<void> {
  const { svg, width, height } = made(drawing, looks, words);
  const scale = Math.min(2, Math.sqrt(MOST_PIXELS / (width * height)), LONGEST / Math.max(width, height));
  const address = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = Math.max(1, Math.round(width * scale));
    canvas.height = Math.max(1, Math.round(height * scale));
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
    const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/png'));
    if (blob === null) throw new Error(words.graph.file.tooLarge);
    save(blob, `${NAME}.png`);
  } finally {
    URL.revokeObjectURL(address);
  }
}

function made(drawing: Drawing, looks: Looks, words: PictureWords): Sketch {
  return sketch(drawing, looks, readColours(document.documentElement), words);
}

function save(blob: Blob, name: string): void {
  const address = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The download has begun by the next task; the address is not needed longer.
  setTimeout(() => URL.revokeObjectURL(address), 0);
}
