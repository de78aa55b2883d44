/** Why something was not done, in the reader's language. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { PRECISELY, refuse } from '../../classroom/protocol/refusal.ts';
import { CLASS_LIMITS } from '../../classroom/session.ts';
import { de } from '../../components/language/de/index.ts';
import { en } from '../../components/language/en/index.ts';
import { refusalDetails } from '../../components/language/en/refusals.ts';
import { es } from '../../components/language/es/index.ts';
import { limitWords, refusalWords } from '../../components/language/refusal.ts';
import { Machine } from '../../heap/index.ts';
import { startLesson, TEACHER } from '../classroom/lesson.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');

it('a refusal is said in the language of the page, by its code or by what is said more precisely', () => {
  expect(refusalWords(de, refuse('tooLate'))).toBe(de.refusals.tooLate);
  expect(refusalWords(es, refuse('badShape', 'It has begun already.'))).toBe(es.refusalDetails.begun);
  expect(refusalWords(en, refuse('badShape', 'It has begun already.'))).toBe('It has begun already.');
});

it('what is said with something in it is found by the words around that', () => {
  const lesson = startLesson();
  const ana = lesson.join('Ana');
  lesson.must(TEACHER, {
    kind: 'challenge.open',
    challenge: { kind: 'task', prompt: 'p', setup: '', goals: [{ goal: 'leak', objects: 1 }], statements: 1 },
  });
  const refused = (...inputs: string[]) => {
    const answer = lesson.submit(ana, {
      kind: 'challenge.answer',
      challenge: 1,
      answer: { kind: 'task', inputs },
    });
    if (answer.kind !== 'refused') throw new Error('not refused');
    return [en, de, es].map((words) => refusalWords(words, answer.refusal));
  };
  expect(refused('a = 1', 'b = 2')).toEqual([
    'This task allows 1 inputs.',
    'Diese Aufgabe erlaubt 1 Eingabe.',
    'Esta tarea permite 1 entrada.',
  ]);
  expect(refused('a = ')).toEqual([
    'Input 1: invalid syntax',
    'Eingabe 1: invalid syntax',
    'Entrada 1: invalid syntax',
  ]);
  const other = refuse('notAllowed', PRECISELY.roundDiffers('12'));
  expect(refusalWords(de, other)).toBe(de.precisely.roundDiffers('12'));
  expect(refusalWords(es, other)).toContain('la ronda 12');
});

it('what names a place in an input, or what Python says, stays as it came', () => {
  expect(refusalWords(de, refuse('syntaxError', 'invalid syntax'))).toBe('invalid syntax');
});

it('what the machine says of its limits is said in the language of the page', () => {
  const lesson = startLesson();
  const said = (source: string) => {
    const answer = lesson.submit(TEACHER, { kind: 'run', source });
    if (answer.kind !== 'refused') throw new Error(`${source.slice(0, 40)} was not refused`);
    return [refusalWords(en, answer.refusal) === answer.refusal.message, refusalWords(de, answer.refusal)];
  };
  expect(said('while True: pass')).toEqual([true, de.limits.fuel(0)]);
  expect(said("print('x' * 1000000)")).toEqual([true, de.limits.output(CLASS_LIMITS.output)]);
  expect(said('a = []\nwhile True: a.append([0] * 1000)\n')).toEqual([
    true,
    de.limits.memory(CLASS_LIMITS.liveBytes / (1 << 20)),
  ]);
  expect(said("print('x' * 99999999999)")).toEqual([
    true,
    de.limits.memory(CLASS_LIMITS.liveBytes / (1 << 20)),
  ]);
  // As a machine of one's own says it.
  const { raised } = new Machine().run('__main__', 'while True: pass');
  expect(limitWords(de, raised?.message ?? '')).toBe(de.limits.fuel(0));
});

it('what is said more precisely has its words in the dictionaries, and nothing else has', () => {
  // The second argument of `refuse(…)`, where it is a plain sentence.
  const given = ['classroom', 'server', 'components'].flatMap(sources).flatMap((file) => {
    const calls = readFileSync(file, 'utf8').matchAll(/\brefuse\(\s*'\w+',\s*'([^'\n]+)',?\s*\)/g);
    return [...calls].map(([, sentence]) => sentence);
  });
  expect(given.length).toBeGreaterThan(15);
  // A question and an answer are looked at in functions of their own, which give the sentence.
  const challenges = readFileSync(path.join(ROOT, 'classroom/decideChallenge.ts'), 'utf8');
  const faults = [...challenges.matchAll(/\breturn '([A-Z][^'\n]+\.)';/g)].map(([, sentence]) => sentence);
  expect(faults.length).toBeGreaterThan(10);
  expect([...new Set([...given, ...faults])].sort()).toEqual(Object.values(refusalDetails).sort());
});

function sources(folder: string): string[] {
  return readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => path.join(ROOT, folder, file));
}
