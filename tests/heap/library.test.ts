/** The Python that a machine brings: compiled as it stands in the .py files, in frames of CPython's sizes. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { compiled } from '../../heap/library/compiled.ts';
import { type PackedCode, unpackCode } from '../../heap/library/packed.ts';
import type { CodeObject } from '../../heap/objects/code.ts';
import { compiledLibrary } from '../conformance/library.ts';
import { openPrompt } from './machine.ts';

const HERE = import.meta.dirname;

test('what machines load is what the .py files compile to', () => {
  expect(readFileSync(join(HERE, '../../heap/library/compiled.ts'), 'utf8')).toBe(compiledLibrary());
});

test('every function of weakref has the frame that CPython gives it', () => {
  const recorded: Record<string, number[]> = JSON.parse(readFileSync(join(HERE, 'frames.json'), 'utf8'));
  const found: Record<string, number[]> = {};
  const walk = (code: CodeObject): void => {
    for (const constant of code.consts) {
      if (constant.kind !== 'code') continue;
      const { qualname, nlocals, ncells, nfrees, stacksize } = constant.code;
      if (qualname in recorded) found[qualname] = [nlocals, ncells, nfrees, stacksize];
      walk(constant.code);
    }
  };
  const parts: Record<string, PackedCode> = JSON.parse(compiled);
  for (const part of Object.values(parts)) walk(unpackCode(part, ''));
  expect(found).toEqual(recorded);
});

test('a finalizer that waits for the end of the program is held by atexit, and taken over by a snapshot', () => {
  const prompt = openPrompt();
  prompt.say('import weakref, atexit');
  prompt.say('class C: pass');
  prompt.say('c = C(); f = weakref.finalize(c, print, "gone")');
  expect(prompt.say('atexit._ncallbacks()')).toBe('1');
  expect(prompt.say('f.alive, f.atexit')).toBe('(True, True)');
  expect(prompt.say('del c')).toBe('gone');
  expect(prompt.say('f.alive')).toBe('False');
  expect(prompt.say('atexit._clear(); atexit._ncallbacks()')).toBe('0');
});

test('an exception inside the library names its file', () => {
  const prompt = openPrompt();
  prompt.say('import weakref; d = weakref.WeakValueDictionary()');
  const { raised } = prompt.step("d['a']");
  expect(raised?.traceback).toContain('File "<frozen weakref>", line');
  expect(raised?.message).toBe("'a'");
});
