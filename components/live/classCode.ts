/** A class code as people type it: any case, with blanks or dashes between. */
export function typedCode(text: string): string {
  return text.replace(/[\s-]+/g, '').toUpperCase();
}

/** In two halves, so that it can be read out and copied from a wall: `K7Q X2M`. */
export function spacedCode(code: string): string {
  return code.length === 6 ? `${code.slice(0, 3)} ${code.slice(3)}` : code;
}
