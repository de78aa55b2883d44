/** A deck's title as a file's name that every system takes, and back. */
export function fileName(title: string): string {
  const plain = title
    .replace(/[^\p{L}\p{N}._ -]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+|[. ]+$/g, '');
  return plain === '' ? 'deck' : plain.slice(0, 80);
}

export function titleOfFile(name: string): string {
  const plain = name
    .replace(/\.(?:json|txt|gift|aiken)$/i, '')
    .replace(/\.(?:deck|gift|aiken)$/i, '')
    .trim();
  return plain === '' ? 'Imported deck' : plain;
}
