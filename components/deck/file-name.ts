/** A deck's title as a file's name that every system takes, and back. */
export function fileName(title: string): string {
  const plain = title
    .replace(/[^\p{L}\p{N}._ -]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+|[. ]+$/g, '');
  return plain === '' ? 'deck' : plain.slice(0, 80);
}

/** `untitled` for a file that has no name but its ending. */
export function titleOfFile(name: string, untitled: string): string {
  const plain = name
    .replace(/\.(?:json|txt|gift|aiken)$/i, '')
    .replace(/\.(?:deck|gift|aiken)$/i, '')
    .trim();
  return plain === '' ? untitled : plain;
}
