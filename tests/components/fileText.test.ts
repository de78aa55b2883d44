import { expect, test } from 'vitest';
import { textOfBytes } from '../../components/deck/file-text.ts';

const bytes = (...parts: readonly (string | readonly number[])[]): Uint8Array =>
  new Uint8Array(
    parts.flatMap((part) => (typeof part === 'string' ? [...new TextEncoder().encode(part)] : part)),
  );

test('UTF-8 with and without its mark, and UTF-16 in both orders, are read', () => {
  expect(textOfBytes(bytes('Größe {=ä ~\uFFFD}'))).toEqual({ kind: 'text', text: 'Größe {=ä ~\uFFFD}' });
  expect(textOfBytes(bytes([0xef, 0xbb, 0xbf], 'a'))).toEqual({ kind: 'text', text: 'a' });
  expect(textOfBytes(bytes([0xff, 0xfe, 0x61, 0, 0xe4, 0]))).toEqual({ kind: 'text', text: 'aä' });
  expect(textOfBytes(bytes([0xfe, 0xff, 0, 0x61, 0, 0xe4]))).toEqual({ kind: 'text', text: 'aä' });
  expect(textOfBytes(bytes())).toEqual({ kind: 'text', text: '' });
});

test('another encoding and what is no text are refused, with the line', () => {
  expect(textOfBytes(bytes('One {=a ~b}\r\n\r\nGr', [0xf6], 'sse {=a ~b}'))).toEqual({
    kind: 'unreadable',
    line: 3,
  });
  expect(textOfBytes(bytes('PK', [3, 4, 0, 0]))).toEqual({ kind: 'unreadable', line: 1 });
});
