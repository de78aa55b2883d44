/** Small texts that are written alike in every language. */

export function hex(address: number): string {
  return `0x${address.toString(16)}`;
}

export function shortened(text: string, length: number): string {
  return text.length <= length ? text : `${text.slice(0, Math.max(1, length - 1))}…`;
}
