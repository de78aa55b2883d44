/** Scenarios and the bank in other languages say everything that English says, about the same code. */
import { describe, expect, test } from 'vitest';
import { BANK } from '../../classroom/bank/index.ts';
import type { BankItem } from '../../classroom/bank/item.ts';
import { bankQuestion } from '../../classroom/bank/item.ts';
import { bankItemInWords } from '../../classroom/bank/words.ts';
import { ask } from '../../classroom/deck/ask.ts';
import { SCENARIOS } from '../../classroom/scenarios/index.ts';
import { closingQuestion } from '../../classroom/scenarios/question.ts';
import type { Scenario } from '../../classroom/scenarios/scenario.ts';
import { scenarioInWords } from '../../classroom/scenarios/words.ts';
import { de } from '../../components/language/de/index.ts';
import { en } from '../../components/language/en/index.ts';
import { es } from '../../components/language/es/index.ts';

/** Every text of a scenario, in an order that is the same in each language. */
function textsOf({ title, aim, steps, question }: Scenario): string[] {
  const sides = steps.flatMap((step) => (step.kind === 'run' ? [] : [step.before.title, step.after.title]));
  return [title, aim, ...steps.map(({ say }) => say), ...sides, ...choiceTexts(question)];
}

function choiceTexts(item: Scenario['question']): string[] {
  return [item.belief, item.asks ?? '', item.right, ...item.wrong.flat(), item.why];
}

function itemTexts(item: BankItem): string[] {
  switch (item.form) {
    case 'number':
      return [item.belief, item.asks ?? '', item.unit, item.why];
    case 'several':
      return [item.belief, item.asks, ...item.options.map(([, belief]) => belief ?? ''), item.why];
    case 'order':
      return [item.belief, item.asks, ...item.items, item.why];
    case 'object':
      return [item.belief, item.asks, item.why];
    case 'text':
      return [item.belief, item.asks, item.model, item.why];
    default:
      return choiceTexts(item);
  }
}

/** Spans of code, which no language changes. */
function codeIn(text: string): string[] {
  return [...text.matchAll(/`[^`]*`/g)].map(([span]) => span).sort();
}

/** Numbers outside code, however a language separates thousands and decimals. */
function numbersIn(text: string): string[] {
  return [...text.replace(/`[^`]*`/g, '').matchAll(/\d+(?:[.,\u00a0\u202f ]\d+)*/g)]
    .map(([number]) => number.replace(/\D/g, ''))
    .sort();
}

/** Answers that are printed values or code: they have a digit, a bracket or a quote, or are one of Python's words. */
function isCode(answer: string): boolean {
  // A sentence with a number in it.
  if ((answer.match(/\b[a-z]{2,}\b/g) ?? []).length > 2) return false;
  return /^[\d\W]+$|[[\](){}'"_<>]|\d/.test(answer) || /^(?:True|False|None|\w+Error)$/.test(answer);
}

function compareTexts(english: readonly string[], other: readonly string[]): void {
  expect(other).toHaveLength(english.length);
  for (const [at, text] of english.entries()) {
    const told = other[at] ?? '';
    expect(told === '', text).toBe(text === '');
    expect(codeIn(told), `${text}\n${told}`).toEqual(codeIn(text));
    expect(numbersIn(told), `${text}\n${told}`).toEqual(numbersIn(text));
    // A sentence that is the same in both has not been translated.
    if (/\w+ \w+ \w+.*[.?!:]$/.test(text.replace(/`[^`]*`/g, ''))) expect(told).not.toBe(text);
  }
}

describe.each([
  ['German', de],
  ['Spanish', es],
])('in %s', (_, words) => {
  test('there is a text for every scenario and every question, and for nothing else', () => {
    expect(Object.keys(words.scenarioTexts.of).sort()).toEqual(SCENARIOS.map(({ id }) => id).sort());
    const ids = BANK.flatMap(({ items }) => items.map(({ id }) => id));
    expect(Object.keys(words.bankTexts.of).sort()).toEqual(ids.sort());
    expect(words.bankTexts.chapters).toHaveLength(BANK.length);
    expect(en.scenarioTexts.of).toEqual({});
  });

  test.each(SCENARIOS.map((scenario) => [scenario.id, scenario] as const))('scenario %s', (id, scenario) => {
    const text = words.scenarioTexts.of[id];
    expect(text?.say).toHaveLength(scenario.steps.length);
    expect(text?.sides !== undefined).toBe(scenario.steps.some(({ kind }) => kind === 'compare'));
    const told = scenarioInWords(scenario, text);
    compareTexts(textsOf(scenario), textsOf(told));
    for (const [at, [answer]] of scenario.question.wrong.entries())
      if (isCode(answer)) expect(told.question.wrong[at]?.[0]).toBe(answer);
    if (isCode(scenario.question.right)) expect(told.question.right).toBe(scenario.question.right);
    expect(closingQuestion(told, words.scenarioTexts.asksOutput)).toMatchObject({ ok: true });
  });

  test.each(BANK.flatMap(({ items }) => items).map((item) => [item.id, item] as const))(
    'question %s',
    (id, item) => {
      const told = bankItemInWords(item, words.bankTexts.of[id]);
      compareTexts(itemTexts(item), itemTexts(told));
      const { asks: _asks, belief: _belief, why: _why, ...rest } = told;
      expect(Object.keys(rest).sort()).toEqual(
        Object.keys(item)
          .filter((key) => !['asks', 'belief', 'why'].includes(key))
          .sort(),
      );
      if (item.form === 'several' && told.form === 'several')
        expect(told.options.map(([code, belief]) => [code, belief === null])).toEqual(
          item.options.map(([code, belief]) => [code, belief === null]),
        );
      if (item.form === undefined || item.form === 'one') {
        if (told.form !== undefined && told.form !== 'one') throw new Error('another form');
        const answers = [item.right, ...item.wrong.map(([answer]) => answer)];
        const others = [told.right, ...told.wrong.map(([answer]) => answer)];
        for (const [at, answer] of answers.entries()) if (isCode(answer)) expect(others[at]).toBe(answer);
        expect(new Set(others).size).toBe(others.length);
      }
      const asked = ask(bankQuestion(told, words.bankTexts.asksOutput), {
        shuffle: (length) => Array.from({ length }, (_unused, at) => at),
        locate: () => 1,
      });
      expect(asked).toMatchObject({ ok: true });
    },
  );
});
