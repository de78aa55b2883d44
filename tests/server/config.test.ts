import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { readConfig, StartError } from '../../server/config.ts';

test('defaults', () => {
  expect(readConfig({})).toEqual({
    port: 3000,
    host: '0.0.0.0',
    dataDir: resolve('data'),
    databaseUrl: null,
    publicUrl: null,
    logLevel: 'warn',
  });
});

test('an empty variable is one that is not set', () => {
  expect(readConfig({ PORT: '', DATABASE_URL: '' })).toMatchObject({ port: 3000, databaseUrl: null });
});

test.each([
  ['PORT', 'eighty'],
  ['PORT', '70000'],
  ['PORT', '3000.5'],
  ['DATABASE_URL', 'mysql://x'],
  ['PUBLIC_URL', 'ftp://class.example'],
  ['LOG_LEVEL', 'loud'],
])('%s=%s is refused by name', (name, value) => {
  expect(() => readConfig({ [name]: value })).toThrow(StartError);
  expect(() => readConfig({ [name]: value })).toThrow(name);
});

test('a public address loses its trailing slash', () => {
  expect(readConfig({ PUBLIC_URL: 'https://class.example/' }).publicUrl).toBe('https://class.example');
});
