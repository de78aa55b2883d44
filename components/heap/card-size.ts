/** Measures of a card in pixels, before zoom: what is laid out, drawn in HTML, hit and exported agrees on them. */
export const CARD = { width: 196, head: 32, value: 24, row: 22, foot: 26, pad: 6 } as const;
