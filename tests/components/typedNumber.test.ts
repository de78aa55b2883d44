import { expect, test } from 'vitest';
import { LANGUAGES } from '../../classroom/languages.ts';
import { readNumber, typedNumber } from '../../components/language/typed-number.ts';

const number = (value: number) => ({ kind: 'number', value });

test.each(LANGUAGES)('what Python writes is read as Python means it: %s', (language) => {
  for (const [typed, value] of [
    ['0', 0],
    ['56', 56],
    ['-3', -3],
    ['+7', 7],
    ['−3', -3],
    [' 12 ', 12],
    ['1.5', 1.5],
    ['.5', 0.5],
    ['5.', 5],
    ['0.125', 0.125],
    ['1234.567', 1234.567],
    ['1.23', 1.23],
    ['1e3', 1000],
    ['2.5e-3', 0.0025],
    ['1_000_000', 1_000_000],
    ['0x1F', 31],
  ] as const)
    expect(readNumber(typed, language), typed).toEqual(number(value));
});

test('a comma stands before decimals where the language writes it so', () => {
  for (const language of ['de', 'es'] as const) {
    for (const [typed, value] of [
      ['1,5', 1.5],
      ['-0,25', -0.25],
      [',5', 0.5],
      ['0,125', 0.125],
      ['1,2340', 1.234],
      ['1234,567', 1234.567],
      ['1,5e3', 1500],
    ] as const)
      expect(readNumber(typed, language), typed).toEqual(number(value));
  }
  expect(readNumber('1,5', 'en')).toEqual({ kind: 'comma', instead: '1.5' });
  expect(readNumber('-0,25', 'en')).toEqual({ kind: 'comma', instead: '-0.25' });
});

test('three digits behind a sign could be thousands: it is not guessed which is meant', () => {
  expect(readNumber('1,234', 'en')).toEqual({ kind: 'ambiguous', whole: '1234', decimal: '1.234' });
  for (const language of ['de', 'es'] as const)
    for (const typed of ['1,234', '1.234'])
      expect(readNumber(typed, language)).toEqual({ kind: 'ambiguous', whole: '1234', decimal: '1,2340' });
  expect(readNumber('-12.345', 'de')).toEqual({ kind: 'ambiguous', whole: '-12345', decimal: '-12,3450' });
  // English has one sign before decimals, and it is Python's.
  expect(readNumber('1.234', 'en')).toEqual(number(1.234));
});

test('signs between thousands are refused, with the number as it is to be written', () => {
  expect(readNumber('1,234,567', 'en')).toEqual({ kind: 'grouped', instead: '1234567' });
  expect(readNumber('1,234.5', 'en')).toEqual({ kind: 'grouped', instead: '1234.5' });
  expect(readNumber('1.234.567', 'de')).toEqual({ kind: 'grouped', instead: '1234567' });
  expect(readNumber('1.234,5', 'de')).toEqual({ kind: 'grouped', instead: '1234,5' });
  expect(readNumber('1,234.5', 'es')).toEqual({ kind: 'grouped', instead: '1234,5' });
  expect(readNumber('12 345', 'es')).toEqual({ kind: 'grouped', instead: '12345' });
  expect(readNumber('12’345', 'de')).toEqual({ kind: 'grouped', instead: '12345' });
});

test.each(LANGUAGES)('what is no number is none: %s', (language) => {
  for (const typed of [
    'x',
    '-',
    '.',
    ',',
    '1.2.3',
    '1,2,3',
    '1 2',
    '1..2',
    '1e',
    'Infinity',
    'NaN',
    '1,2.3.4',
    '0x',
    '1__0',
  ])
    expect(readNumber(typed, language), typed).toEqual({ kind: 'none' });
  expect(readNumber('  ', language)).toEqual({ kind: 'empty' });
  expect(readNumber('1e16', language)).toEqual({ kind: 'large' });
  expect(readNumber('9e999', language)).toEqual({ kind: 'large' });
});

test.each(LANGUAGES)('a number that is put into a field is read from it as the same one: %s', (language) => {
  for (const value of [
    0, 1.5, -1.234, 12.345, 123.456, 1234.567, 0.125, 1.2345, 1e-7, 1.234e-7, -999.999, 1e15,
  ])
    expect(readNumber(typedNumber(value, language), language), String(value)).toEqual(number(value));
  expect(typedNumber(1.5, language)).toBe(language === 'en' ? '1.5' : '1,5');
});
