/** Colours of Python: kinds of tokens as the tokenizer has them that is checked against CPython, and what it has not. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SCENARIOS } from '../../classroom/scenarios/index.ts';
import { coloured } from '../../components/design/python-colours.ts';
import { Source } from '../../heap/python/source.ts';
import { wordType } from '../../heap/python/token.ts';
import { Tokenizer } from '../../heap/python/tokenizer.ts';

const VALUES = ['None', 'True', 'False'];

/** Keywords, numbers and strings of a text that is Python: the kind of each and its text. */
function tokens(source: string): string[] {
  const tokenizer = new Tokenizer(new Source(source), 0);
  const found: string[] = [];
  for (;;) {
    const { type, text } = tokenizer.next();
    if (type === 'ENDMARKER') return found;
    if (type === 'STRING') found.push(`string ${text}`);
    else if (type === 'NUMBER' || VALUES.includes(text)) found.push(`number ${text}`);
    else if (type === 'NAME' && wordType(text) !== 'NAME') found.push(`keyword ${text}`);
  }
}

function looks(source: string): string[] {
  return coloured(source).map(({ from, to, look }) => `${look} ${source.slice(from, to)}`);
}

/** The library's own Python, and every step of the scenarios: programs of every kind. */
const LIBRARY = path.resolve(import.meta.dirname, '../../heap/library');
const PROGRAMS = [
  ...readdirSync(LIBRARY)
    .filter((name) => name.endsWith('.py'))
    .map((name) => readFileSync(path.join(LIBRARY, name), 'utf8')),
  ...SCENARIOS.flatMap(({ steps }) =>
    steps.flatMap((step) =>
      step.kind === 'run' ? [step.run] : [...step.given, ...step.before.run, ...step.after.run],
    ),
  ),
];

describe('colours of Python', () => {
  it('keywords, numbers and strings are the tokens of Python', () => {
    expect(PROGRAMS.length).toBeGreaterThan(80);
    const own = PROGRAMS.filter((source) => !/\bf['"]/i.test(source));
    for (const source of own) {
      expect(looks(source).filter((look) => /^(?:keyword|number|string)/.test(look))).toEqual(tokens(source));
    }
  });

  it.each<readonly [source: string, looks: readonly string[]]>([
    ['# it is not if', ['comment # it is not if']],
    ['x = "# no"  # yes', ['string "# no"', 'comment # yes']],
    ['def f(a): pass', ['keyword def', 'call f', 'keyword pass']],
    ['class N: pass', ['keyword class', 'call N', 'keyword pass']],
    ['gc.collect (2)', ['call collect', 'number 2']],
    ['print(len(a))', ['call print', 'call len']],
    ['x = 0xff + 1_000 + .5e-3 + 2j', ['number 0xff', 'number 1_000', 'number .5e-3', 'number 2j']],
    ['größe1 = ñ(b1)', ['call ñ']],
    ['x.if_ = True', ['number True']],
    ['br"a" + Rb\'b\' + u"c"', ['string br"a"', "string Rb'b'", 'string u"c"']],
    [String.raw`'a\'b' + "c"`, [String.raw`string 'a\'b'`, 'string "c"']],
    ['match x:\n  case 1: pass', ['keyword match', 'keyword case', 'number 1', 'keyword pass']],
    ['match = case(1)\nmatch (2)', ['call case', 'number 1', 'call match', 'number 2']],
    ['x = match\nmatch.y', []],
  ])('%s', (source, expected) => {
    expect(looks(source)).toEqual(expected);
  });

  it('what is unfinished is coloured as far as it goes', () => {
    expect(looks('x = "abc')).toEqual(['string "abc']);
    expect(looks('x = "abc\nif y')).toEqual(['string "abc', 'keyword if']);
    expect(looks('x = """abc\nif y')).toEqual(['string """abc\nif y']);
    expect(looks("'\\")).toEqual(["string '\\"]);
    expect(looks("f'{len(")).toEqual(["string f'{", 'call len']);
  });

  it('what stands in the braces of an f-string is code', () => {
    expect(looks("f'{{a}} {len(x)!r:>10} {y[1:2]} {a != 1}'")).toEqual([
      "string f'{{a}} {",
      'call len',
      'string !r:>10} {',
      'number 1',
      'number 2',
      'string } {',
      'number 1',
      "string }'",
    ]);
  });

  it('covers nothing twice, whatever is typed', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...'if def "  \' f{ } ( ) : \n \\ # 1 . e x """ 🐍 ü'.split(' '), ' '), {
          maxLength: 30,
        }),
        (parts) => {
          const source = parts.join('');
          let last = 0;
          for (const { from, to } of coloured(source)) {
            expect(from).toBeGreaterThanOrEqual(last);
            expect(to).toBeGreaterThan(from);
            last = to;
          }
          expect(last).toBeLessThanOrEqual(source.length);
        },
      ),
    );
  });
});
