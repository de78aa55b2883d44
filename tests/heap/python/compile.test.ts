import { describe, expect, test } from 'vitest';
import { compileInput } from '../../../heap/python/compile.ts';
import { parseInput, splitInputs } from '../../../heap/python/inputs.ts';
import { dumpInput } from './dump.ts';
import { ProgramMaker } from './programs.ts';
import { askPython, findPython, loadTexts, recording, scenarioText } from './recording.ts';

const inputs = loadTexts('./inputs.json');

describe('compiling as CPython 3.11', () => {
  test('every construct', () => {
    expect(inputs.length).toBeGreaterThan(400);
    for (const text of inputs) expect(dumpInput(text), text).toEqual(recording.dumps[text]);
  });

  test('every input of every scenario', () => {
    const scenarios = Object.entries(recording.scenarios);
    expect(scenarios.length).toBeGreaterThanOrEqual(52);
    for (const [name, texts] of scenarios)
      for (const text of texts) expect(dumpInput(text), `${name}: ${text}`).toEqual(recording.dumps[text]);
  });

  test('scripts are split as the prompt takes them', () => {
    for (const [name, texts] of Object.entries(recording.scenarios)) {
      expect(splitInputs(scenarioText(name)), name).toEqual(texts);
      expect(parseInput(scenarioText(name)), name).toEqual({ ok: true });
    }
  });

  const python = findPython();
  test.skipIf(python === null)('random programs, live', { timeout: 120_000 }, () => {
    if (python === null) return;
    const texts = Array.from({ length: 300 }, (_, seed) => new ProgramMaker(seed + 10_000).input());
    const dumps = askPython(python, texts);
    let compiled = 0;
    texts.forEach((text, index) => {
      const ours = dumpInput(text);
      const theirs = dumps[index];
      if (theirs !== undefined && 'error' in theirs) expect(ours, text).toHaveProperty('error');
      else {
        expect(ours, text).toEqual(theirs);
        compiled++;
      }
    });
    expect(compiled).toBeGreaterThan(250);
  });
});

describe('what is not part of the classroom', () => {
  const cases = [
    ['async def f(): pass', /async/],
    ['await x', /async/],
    ['match x:\n  case 1: pass', /match/],
    ['class C(metaclass=M): pass', /metaclass/],
    ['from a import *', /import \*/],
    ['from __future__ import annotations', /__future__/],
    ['try:\n  a\nexcept* E:\n  b', /except\*/],
    ["'\\N{BULLET}'", /\\N/],
    ["'\\ud800\\udc00'", /surrogates/],
  ] as const;
  for (const [text, words] of cases)
    test(text, () => {
      const result = compileInput(text);
      expect(result.ok).toBe(false);
      if (!result.ok) expect(result.fault.message).toMatch(words);
    });
});

describe('the constants that the tree holds', () => {
  const literals = (text: string): unknown[] => {
    const result = compileInput(text);
    if (!result.ok) throw new Error(result.fault.message);
    return result.input.literals.map((constant) =>
      constant.kind === 'tuple' || constant.kind === 'frozenset'
        ? constant.kind
        : 'value' in constant && constant.value,
    );
  };

  test('one entry per literal node, then what folding makes, inner before outer', () => {
    expect(literals('x = 1000; y = 1000')).toEqual([1000, 1000]);
    expect(literals('x = (10, 20)')).toEqual([10, 20, 'tuple']);
    expect(literals('x = ((1, 2), (3,))[0]')).toEqual([1, 2, 3, 0, 'tuple', 'tuple', 'tuple', 'tuple']);
    expect(literals('x = 2 * 3; y = a in {1, 2}')).toEqual([2, 3, 1, 2, 6, 'frozenset']);
    expect(literals('f"a{b}c"; None; True; ...')).toEqual(['a', 'c']);
  });

  test('a merged constant is the object of the first node', () => {
    const result = compileInput('a = 2000; b = 2000; c = 2000.5; d = lambda: 2000');
    if (!result.ok) throw new Error(result.fault.message);
    const { code, literals: held } = result.input;
    expect(code.consts[0]).toBe(held[0]);
    expect(held[1]).not.toBe(held[0]);
    const inner = code.consts.find((constant) => constant.kind === 'code');
    expect(inner?.kind === 'code' && inner.code.consts[1]).toBe(held[0]);
  });
});

test('errors carry the line of the whole text', () => {
  expect(parseInput('x = 1\n\ny = f(\n')).toEqual({
    ok: false,
    type: 'SyntaxError',
    line: 3,
    column: 6,
    message: "'(' was never closed",
  });
  expect(parseInput('x = 1\n\nreturn 2\n')).toMatchObject({
    ok: false,
    line: 3,
    message: "'return' outside function",
  });
  expect(splitInputs('a = [\n 1]; b = 2\n# c\n\n@d\ndef e(): pass\n')).toEqual([
    'a = [\n 1]; b = 2',
    '@d\ndef e(): pass',
  ]);
});
