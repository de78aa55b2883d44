import { execFileSync } from 'node:child_process';
import { expect, it } from 'vitest';
import { makeHandle } from '../../classroom/handle.ts';

it('[RM2] a nickname becomes a readable module name', () => {
  const taken = new Set<string>();
  expect(makeHandle('Ana', taken)).toBe('ana');
  expect(makeHandle('Ana María', taken)).toBe('ana_maria');
  expect(makeHandle('  José!! ', taken)).toBe('jose');
  expect(makeHandle('3po', taken)).toBe('s3po');
  expect(makeHandle('!!!', taken)).toBe('student');
  expect(makeHandle('Юля', taken)).toBe('юля');
});

it('[RM2] taken names, keywords and modules get a number', () => {
  expect(makeHandle('Ana', new Set(['ana']))).toBe('ana2');
  expect(makeHandle('Ana', new Set(['ana', 'ana2']))).toBe('ana3');
  expect(makeHandle('class', new Set())).toBe('class2');
  expect(makeHandle('GC', new Set())).toBe('gc2');
  expect(makeHandle('Board', new Set())).toBe('board2');
  expect(makeHandle('teacher', new Set())).toBe('teacher2');
});

function findPython(): string | null {
  try {
    execFileSync('python3', ['-c', 'pass']);
    return 'python3';
  } catch {
    return null;
  }
}

it.skipIf(findPython() === null)(
  '[RM2] every handle is an identifier to Python itself and no keyword',
  () => {
    const made = new Set<string>();
    for (let code = 0x20; code < 0x110000; code++) {
      if (code >= 0xd800 && code < 0xe000) continue;
      const character = String.fromCodePoint(code);
      made.add(makeHandle(`${character}b`, new Set())).add(makeHandle(`a${character}b`, new Set()));
    }
    expect(made.size).toBeGreaterThan(50_000);
    const program =
      'import json,keyword,sys\nprint(json.dumps([h for h in json.load(sys.stdin) if not h.isidentifier() or keyword.iskeyword(h)]))';
    const wrong = execFileSync('python3', ['-c', program], {
      input: JSON.stringify([...made]),
      encoding: 'utf8',
    });
    expect(JSON.parse(wrong)).toEqual([]);
  },
);
