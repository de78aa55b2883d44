import { describe, expect, it } from 'vitest';
import { freeName } from '../../classroom/pythonName.ts';
import { inputState, nextIndent } from '../../components/prompt/complete.ts';
import { startWalk, walk } from '../../components/prompt/history.ts';
import { promptNames } from '../../components/prompt/names.ts';
import { statement } from '../../components/prompt/phrases.ts';
import { heap, names } from './views.ts';

describe('does Enter run the input', () => {
  it.each([
    ['', 'empty'],
    ['  \n ', 'empty'],
    ['a = 1', 'complete'],
    ['a = [1,', 'open'],
    ['a = [1,\n2]', 'complete'],
    ['a = "["', 'complete'],
    ["a = '''x", 'open'],
    ["a = '''x\n'''", 'complete'],
    ['a = 1 + \\', 'open'],
    ['a = 1 + \\\n', 'open'],
    ['a = 1 + \\\n2', 'complete'],
    ['def f():', 'open'],
    ['def f():\n    return 1', 'open'],
    ['def f():\n    return 1\n', 'complete'],
    ['def f():\n    return 1\n    ', 'complete'],
    ['class A: pass', 'open'],
    ['class A: pass\n', 'complete'],
    ['@wraps\ndef f(): pass', 'open'],
    ['for x in y: # note', 'open'],
    ['x = {1: 2}', 'complete'],
    ['x = lambda: 1', 'complete'],
    ['x[1:2]', 'complete'],
    ['# if x:', 'complete'],
    ['a = "unfinished', 'complete'], // the parser says what is wrong with it
  ])('%j is %s', (source, state) => {
    expect(inputState(source)).toBe(state);
  });

  it('indents after a colon and keeps the indentation otherwise', () => {
    expect(nextIndent('def f():')).toBe('    ');
    expect(nextIndent('def f():\n    if x: # why')).toBe('        ');
    expect(nextIndent('def f():\n    x = 1')).toBe('    ');
    expect(nextIndent('x = 1')).toBe('');
  });
});

describe('history', () => {
  it('goes back over repetitions and forward to the draft', () => {
    const past = ['a = 1', 'a', 'a'];
    const first = walk(past, startWalk(past), 'draft', -1);
    expect(first?.text).toBe('a');
    const second = first && walk(past, first.walk, first.text, -1);
    expect(second?.text).toBe('a = 1');
    expect(second && walk(past, second.walk, second.text, -1)).toBeNull();
    const forward = second && walk(past, second.walk, second.text, 1);
    expect(forward?.text).toBe('a');
    const end = forward && walk(past, forward.walk, forward.text, 1);
    expect(end?.text).toBe('draft');
  });
});

describe('the palette', () => {
  const blanks = { name: 'a', other: 'ana.b', generation: '1' } as const;
  it('writes statements', () => {
    expect(statement('list', blanks)).toBe('a = []');
    expect(statement('dict', blanks)).toBe('a = {}');
    expect(statement('point', blanks)).toBe('a = ana.b');
    expect(statement('append', blanks)).toBe('a.append(ana.b)');
    expect(statement('delete', blanks)).toBe('del a');
    expect(statement('collect', blanks)).toBe('gc.collect(1)');
  });
  it('writes nothing that is not a name', () => {
    for (const name of ['', '1a', 'a b', 'class', 'a;b', 'a.b'])
      expect(statement('list', { ...blanks, name })).toBeNull();
    expect(statement('append', { ...blanks, other: 'f()' })).toBeNull();
  });
  it('offers a free name', () => {
    expect(freeName([])).toBe('a');
    expect(freeName(['a', 'c'])).toBe('b');
    expect(freeName(Array.from({ length: 26 }, (_, at) => String.fromCharCode(97 + at)))).toBe('a1');
  });
  it('writes the names of others through their module', () => {
    expect(promptNames(heap([], [names('ben', { x: 1 }), names('ana', { a: 1 })]), 'ana')).toEqual([
      'a',
      'ben.x',
    ]);
  });
});
