import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import type { Colours } from '../../components/heap/colours.ts';
import { firstDrawing } from '../../components/heap/drawing.ts';
import { ownerLooks } from '../../components/heap/owners.ts';
import { DEFAULT_PICTURE } from '../../components/heap/picture.ts';
import { escaped, sketch } from '../../components/heap/svg.ts';
import { hexColour } from '../../components/heap/svg-colour.ts';
import { en } from '../../components/language/en/index.ts';
import { Machine } from '../../heap/index.ts';

const COLOURS: Colours = {
  canvas: '#f6f6f3',
  surface: '#ffffff',
  sunken: '#eeeeea',
  ink: '#17191c',
  muted: '#4d535b',
  faint: '#646a73',
  line: '#e3e3de',
  'line-strong': '#c5c6c1',
  edge: '#7a818b',
  accent: '#4a42c6',
  gen0: '#f0e442',
  gen1: '#56b4e9',
  gen2: '#0072b2',
  mine: '#e69f00',
  'mine-soft': '#fdf1d6',
  newborn: '#009e73',
  leaked: '#d55e00',
  'leaked-ink': '#a04300',
};

function drawn(...sources: readonly string[]): string {
  const machine = new Machine({ preimported: ['weakref'], modules: ['ana', 'ben'] });
  for (const source of sources) machine.run('ana', source);
  const view = machine.inspect();
  return sketch(firstDrawing(view, DEFAULT_PICTURE), ownerLooks(['ana', 'ben'], 'ana'), COLOURS, en).svg;
}

/** Every element that is opened is closed in order, quotes are whole, and nothing stands outside a tag unescaped. */
function elements(svg: string): string[] {
  const names: string[] = [];
  const open: string[] = [];
  const rest = svg.replace(
    /<(\/?)([a-z]+)((?: [\w:-]+="[^"<]*")*)(\/?)>/g,
    (_, end, name, _attributes, alone) => {
      if (end === '/') expect(open.pop()).toBe(name);
      else {
        names.push(name);
        if (alone !== '/') open.push(name);
      }
      return '';
    },
  );
  expect(open).toEqual([]);
  expect(rest).not.toMatch(/[<>]|&(?!amp;|lt;|gt;|quot;)/);
  return names;
}

describe('the picture as SVG', () => {
  it('is well formed and needs nothing from elsewhere', () => {
    const svg = drawn(
      "a = ['<script>&\"', {'<k>': []}]",
      'class N:\n    pass\n',
      'n = N(); n.next = n; w = weakref.ref(n)',
      'x = [[]]; x[0].append(x); del x',
    );
    const names = elements(svg);
    expect(names[0]).toBe('svg');
    expect(names).not.toContain('script');
    expect(names).not.toContain('image');
    expect(svg.replace('xmlns="http://www.w3.org/2000/svg"', '')).not.toMatch(/https?:|var\(|oklch/);
    expect(svg).toContain('leaked');
    expect(svg).toContain('stroke-dasharray="5 4" marker-end="url(#arrow-weak)"');
  });

  it('is what an XML parser takes', () => {
    const python = spawnSync('python3', [
      '-c',
      'import sys, xml.etree.ElementTree as e; print(e.fromstring(sys.argv[1]).tag)',
      drawn("a = ['\\x00\\x1b]', '\\ud800', [1]]"),
    ]);
    // Where there is no Python the check above has to do.
    if (python.error === undefined)
      expect(python.stdout.toString().trim()).toBe('{http://www.w3.org/2000/svg}svg');
  });

  it('replaces what XML cannot hold', () => {
    expect(escaped('a<b>&"\u0000\ud800\tz\u{1f40d}')).toBe('a&lt;b&gt;&amp;&quot;\ufffd\ufffd\tz\u{1f40d}');
  });

  it('writes the colours of owners as every program reads them', () => {
    expect(hexColour('var(--mine)', COLOURS)).toBe('#e69f00');
    // CSS Color 4's own examples of oklch: white, and sRGB red.
    expect(hexColour('oklch(1 0 0)', COLOURS)).toBe('#ffffff');
    expect(hexColour('oklch(0.62796 0.25768 29.2339)', COLOURS)).toBe('#ff0000');
  });
});
