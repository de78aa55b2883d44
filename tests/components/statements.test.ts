import { describe, expect, it } from 'vitest';
import {
  nameIt,
  pointTo,
  remove,
  room,
  type Speaker,
  type Spot,
  speaker,
} from '../../components/heap/statements.ts';
import { en } from '../../components/language/en/index.ts';
import { Machine } from '../../heap/index.ts';

/** A class of two, after these statements of Ana's. */
class Scene {
  readonly machine = new Machine({ preimported: ['gc', 'sys', 'weakref', 'board'], modules: ['ana', 'ben'] });

  constructor(...sources: readonly string[]) {
    this.run('ana', ...sources);
  }

  run(module: string, ...sources: readonly string[]): string {
    let output = '';
    for (const source of sources) {
      const step = this.machine.run(module, source);
      if (step.raised !== null) throw new Error(`${source}: ${step.raised.traceback}`);
      output = step.output;
    }
    return output;
  }

  get ana(): Speaker {
    return speaker(this.machine.inspect(), 'ana');
  }

  serial(text: string): number {
    const { reach } = this.ana;
    for (const [serial, expression] of reach) if (expression.text === text) return serial;
    throw new Error(`nothing is reached by ${text}`);
  }

  /** Says it and runs it; gives the statement. */
  point(spot: Spot, target: string): string {
    const said = pointTo(this.ana, spot, this.serial(target));
    if ('refused' in said) throw new Error(en.change.refused(said.refused));
    this.run('ana', said.source);
    return said.source;
  }
}

describe('an arrow drawn by hand', () => {
  it.each([
    ['a = [[]]', 'a', '[0]', 'a[0] = b'],
    ["a = {'k': 1}", 'a', "['k']", "a['k'] = b"],
    ['class N:\n    pass\n|a = N(); a.next = None', 'a', '.next', 'a.next = b'],
  ])('from a slot is an assignment: %s', (made, holder, label, statement) => {
    const scene = new Scene(...made.split('|'), 'b = [7]');
    expect(scene.point({ kind: 'slot', holder: scene.serial(holder), label }, 'b')).toBe(statement);
    expect(scene.run('ana', `print(${statement.replace(' = b', '')} is b)`)).toBe('True\n');
  });

  it.each([
    ['a = []', 'a.append(b)', 'a[-1] is b'],
    ['a = set()', 'a.add(b)', 'b in a'],
    ['a = {}', "a['a'] = b", "a['a'] is b"],
    ['class N:\n    pass\n|a = N()', 'a.next = b', 'a.next is b'],
  ])('from a card is one more reference: %s', (made, statement, check) => {
    const scene = new Scene(...made.split('|'), 'b = (7,)');
    const holder = scene.ana.objects.get(scene.serial('a'));
    const spot = holder === undefined ? null : room(holder);
    if (spot === null) throw new Error('takes no reference');
    expect(scene.point(spot, 'b')).toBe(statement);
    expect(scene.run('ana', `print(${check})`)).toBe('True\n');
  });

  it('from a name binds it, on the board as well', () => {
    const scene = new Scene('b = [7]', 'board.x = 1');
    expect(scene.point({ kind: 'name', module: 'ana', name: 'x' }, 'b')).toBe('x = b');
    expect(scene.point({ kind: 'name', module: 'board', name: 'x' }, 'b')).toBe('board.x = b');
  });

  it("to another member's object imports the member", () => {
    const scene = new Scene('a = [0]');
    scene.run('ben', 'theirs = [7]');
    const spot: Spot = { kind: 'slot', holder: scene.serial('a'), label: '[0]' };
    expect(scene.point(spot, 'ben.theirs')).toBe('import ben; a[0] = ben.theirs');
  });

  it('is refused with a reason where Python would refuse it', () => {
    const scene = new Scene('t = ([],)', 'b = [7]', 'x = []; x.append(x); del x');
    scene.run('ben', 'theirs = [7]');
    const { ana } = scene;
    const b = scene.serial('b');
    const lost = [...ana.objects.values()].find((object) => !object.reachable)?.serial ?? 0;
    const refused = (spot: Spot, target = b) => {
      const said = pointTo(ana, spot, target);
      return 'refused' in said ? en.change.refused(said.refused) : said.source;
    };
    expect(refused({ kind: 'slot', holder: scene.serial('t'), label: '[0]' })).toBe(
      'A tuple cannot be changed.',
    );
    expect(refused({ kind: 'name', module: 'ben', name: 'theirs' })).toBe("Only ben may change ben's names.");
    expect(refused({ kind: 'name', module: 'ana', name: 'x' }, lost)).toBe(
      'No expression of yours reaches this object.',
    );
    expect(refused({ kind: 'name', module: 'ana', name: '1x' })).toMatch(/^A name has letters/);
    expect(refused({ kind: 'key', holder: scene.serial('b'), key: "'k'" })).toBe('A list has no keys.');
  });
});

describe('an arrow taken away', () => {
  it('is a del of its name or slot', () => {
    const scene = new Scene("a = [[1]]; d = {'k': a}");
    const say = (spot: Spot) => {
      const said = remove(scene.ana, spot);
      return 'source' in said ? said.source : en.change.refused(said.refused);
    };
    expect(say({ kind: 'slot', holder: scene.serial('a'), label: '[0]' })).toBe('del a[0]');
    expect(say({ kind: 'slot', holder: scene.serial('d'), label: "['k']" })).toBe("del d['k']");
    expect(say({ kind: 'name', module: 'ana', name: 'a' })).toBe('del a');
    scene.run('ana', 'del a[0]', "del d['k']", 'del a');
  });
});

it('a name for an object is the first that is free', () => {
  const scene = new Scene('a = [[1]]', 'b = 2');
  expect(nameIt(scene.ana, scene.serial('a[0]'))).toEqual({ source: 'c = a[0]' });
});
