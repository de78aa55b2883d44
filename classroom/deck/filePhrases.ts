/**
 * What is said about files that decks come and go in: where something is, and what is wrong with it or lost. English is
 * the default, and what a server says; a page hands over the sentences of its language. Names of fields and what stands
 * in a file stay as they are.
 */
import type { Field } from './faults.ts';

export interface FilePhrases {
  readonly line: (line: number) => string;
  readonly lineColumn: (line: number, column: number) => string;
  readonly question: (number: number) => string;
  readonly fieldOf: (where: string, field: Field) => string;
  /** Parts of a deck that are counted, by the name of their list. */
  readonly parts: Readonly<Record<'question' | 'options' | 'items' | 'goals', string>>;
  readonly empty: string;
  /** Moodle's other format. */
  readonly xml: string;
  /** A file in another encoding, or no text. */
  readonly notText: string;
  readonly tooLarge: (size: string, allowed: string) => string;
  readonly tooMany: (questions: number, most: number) => string;
  readonly tooLong: string;
  readonly untilMended: (says: string) => string;
  readonly deck: {
    readonly none: (version: number) => string;
    readonly newer: (version: number, known: number) => string;
    readonly unknownFields: (names: readonly string[]) => string;
    readonly tooLong: (most: number) => string;
    readonly tooMany: (most: number) => string;
    readonly tooHigh: (most: number) => string;
    readonly empty: string;
    readonly tooFew: (least: number) => string;
    readonly tooLow: (least: number) => string;
    readonly wrongKind: (expected: string) => string;
    readonly oneOf: (values: readonly string[]) => string;
    readonly unknownKind: string;
  };
  readonly json: {
    readonly behindEnd: string;
    readonly cutOff: string;
    readonly singleQuotes: string;
    readonly value: string;
    readonly missing: (close: string) => string;
    readonly comma: (close: string) => string;
    readonly extraComma: (close: string) => string;
    readonly field: string;
    readonly colon: string;
    readonly newLine: string;
    readonly unescaped: string;
    readonly hexadecimal: string;
    readonly noEscape: (character: string) => string;
    readonly insideText: string;
  };
  readonly aiken: {
    readonly leftOut: (why: string) => string;
    readonly noTasks: string;
    readonly oneRight: string;
    readonly noCode: string;
    readonly oneLine: string;
    readonly readOtherwise: string;
    readonly noBeliefs: string;
    readonly noPicture: string;
    readonly noRules: string;
    readonly strayOption: string;
    readonly tooManyOptions: (most: number) => string;
    readonly expected: (letter: string, found: string) => string;
    readonly strayAnswer: string;
    readonly tooFewOptions: string;
    readonly answerNames: (last: string, found: string) => string;
    readonly oneLineQuestion: string;
    readonly noAnswer: string;
    readonly capitalOption: string;
    readonly capitalAnswer: string;
    readonly notEnded: string;
    readonly none: string;
    readonly tooLong: string;
  };
  readonly gift: {
    readonly noTasks: string;
    readonly noObjects: string;
    readonly noPicture: string;
    readonly noRules: string;
    readonly noOrder: string;
    readonly noUnit: (unit: string) => string;
    readonly noModel: string;
    readonly noKind: string;
    readonly none: string;
    readonly openName: string;
    readonly strayBrace: string;
    readonly description: string;
    readonly openBrace: string;
    readonly braceInside: string;
    readonly twice: string;
    readonly textBefore: string;
    readonly ownWords: string;
    readonly noText: string;
    readonly tooFew: string;
    readonly tooMany: string;
    readonly noRight: string;
    readonly oneEnough: string;
    readonly partly: string;
    readonly cut: string;
    readonly matching: string;
    readonly noAnswers: string;
    readonly firstNumber: string;
    readonly noNumber: (text: string) => string;
    readonly tolerance: string;
  };
}

export const ENGLISH_FILES: FilePhrases = {
  line: (line) => `Line ${line}`,
  lineColumn: (line, column) => `Line ${line}, column ${column}`,
  question: (number) => `Question ${number}`,
  fieldOf: (where, field) => `${where}, ${field}`,
  parts: { question: 'question', options: 'option', items: 'item', goals: 'goal' },
  empty: 'This is empty.',
  xml: 'This is XML. Export the questions from Moodle again, as GIFT or Aiken.',
  notText: 'From here on this is no text in UTF-8. Save the file as UTF-8 text and choose it again.',
  tooLarge: (size, allowed) =>
    `This is too large: ${size}, where ${allowed} are allowed. Split it into several decks.`,
  tooMany: (questions, most) => `There are ${questions} questions; a deck has ${most} at most.`,
  tooLong: 'This question, or a part of it, is too long for Heaproom.',
  untilMended: (says) => `${says} Until this is mended the file cannot be imported again.`,
  deck: {
    none: (version) =>
      `This is JSON, but no deck: a deck begins with {"heaproom": "deck", "version": ${version}, …}.`,
    newer: (version, known) =>
      `This deck is of version ${version}; this Heaproom reads version ${known}. Update Heaproom, or export the deck from there again as GIFT.`,
    unknownFields: (names) =>
      `There is no field ${names.map((name) => `“${name}”`).join(', ')} here. Remove it or correct its name.`,
    tooLong: (most) => `This is too long: ${most} characters are allowed.`,
    tooMany: (most) => `There are too many: ${most} are allowed.`,
    tooHigh: (most) => `The largest value is ${most}.`,
    empty: 'This is empty. Fill it in.',
    tooFew: (least) => `At least ${least} are needed.`,
    tooLow: (least) => `The smallest value is ${least}.`,
    wrongKind: (expected) => `This is missing or of the wrong kind: ${expected} is expected.`,
    oneOf: (values) => `This has to be ${values.join(' or ')}.`,
    unknownKind: 'This names a kind that Heaproom does not know. See the schema for those it knows.',
  },
  json: {
    behindEnd: 'The file should end here; there is more behind its last bracket.',
    cutOff: 'The file ends in the middle: something is cut off.',
    singleQuotes: 'JSON takes double quotes (") only.',
    value: 'A value is expected here: a text in double quotes, a number, true, false, null, [ or {.',
    missing: (close) => `The file ends in the middle: a ${close} is missing.`,
    comma: (close) => `A comma or ${close} is missing before this.`,
    extraComma: (close) => `There is a comma too many before this ${close}.`,
    field: 'The name of a field in double quotes is expected here.',
    colon: 'A colon is missing before this.',
    newLine: 'A text in quotes has to end on its line; write \\n for a new line.',
    unescaped: 'This character has to be escaped.',
    hexadecimal: '\\u needs four hexadecimal digits.',
    noEscape: (character) => `JSON knows no escape \\${character}; write \\\\ for a backslash.`,
    insideText: 'The file ends inside a text in quotes.',
  },
  aiken: {
    leftOut: (why) => `${why} It is left out.`,
    noTasks: 'Aiken has no tasks.',
    oneRight: 'Aiken has only questions with one right option.',
    noCode: 'Aiken has no code.',
    oneLine: 'In Aiken every text is a single line.',
    readOtherwise: 'Its text would be read as something else in Aiken.',
    noBeliefs: 'Explanation and beliefs are not part of Aiken.',
    noPicture: 'Aiken has no picture of a heap; the question goes without it.',
    noRules: 'Time limit and asking how sure one is are not part of Aiken.',
    strayOption: 'An option without a question before it.',
    tooManyOptions: (most) => `A question has ${most} options at most here.`,
    expected: (letter, found) => `Option ${letter} is expected here, not ${found}.`,
    strayAnswer: 'ANSWER: without a question before it.',
    tooFewOptions: 'This question has fewer than two options before ANSWER:.',
    answerNames: (last, found) => `ANSWER: has to name one of the options A to ${last}; it names “${found}”.`,
    oneLineQuestion: 'The text of a question is one line in Aiken; after it come options such as “A. …”.',
    noAnswer: 'The line ANSWER: is missing before this one; it ends a question.',
    capitalOption: 'Options begin with a capital letter, as in “A. …”.',
    capitalAnswer: 'This has to be written in capital letters, as in “ANSWER: B”.',
    notEnded: 'This question is not ended by a line ANSWER:.',
    none: 'There is no question in Aiken here.',
    tooLong: 'This question, or one of its options, is too long for Heaproom.',
  },
  gift: {
    noTasks: 'GIFT has no tasks; this one is left out.',
    noObjects: 'GIFT cannot ask for an object of a heap; this question is left out.',
    noPicture: 'GIFT has no picture of a heap; the question goes without it.',
    noRules: 'Time limit and asking how sure one is are not part of GIFT.',
    noOrder: 'GIFT has no order; it becomes a matching of items with 1, 2, 3 …',
    noUnit: (unit) => `The unit “${unit}” is not part of GIFT.`,
    noModel: 'What a good answer says is not part of GIFT’s essays.',
    noKind: 'None of these questions is of a kind that Heaproom has.',
    none: 'There is no question in GIFT here.',
    openName: 'The name of this question is not closed by a second “::”.',
    strayBrace: 'There is a } without a { before it. Write \\} for a brace in a text.',
    description: 'A text without { } is a description, which asks nothing; it is left out.',
    openBrace:
      'The answers that begin with this { are not closed by a }. A blank line ends a question, also inside { }.',
    braceInside: 'There is a { inside { }. Write \\{ for a brace in an answer.',
    twice:
      'This question has answers in { } twice; only one place is possible. Write \\{ and \\} for braces in a text.',
    textBefore: 'There is text before the first answer. Answers begin with = (right) or ~ (wrong).',
    ownWords:
      'A short answer is asked for in own words here; it is not graded, and the answers become what a good answer says.',
    noText: 'This answer has no text.',
    tooFew: 'A choice needs at least two answers.',
    tooMany: 'A question has 8 options at most here; this is the ninth.',
    noRight: 'No answer is right: the right one begins with =, or several with ~%50%.',
    oneEnough:
      'It has several right answers of which one is enough, which Heaproom does not have; it is left out.',
    partly: 'Options that are partly right count as wrong here.',
    cut: 'A feedback was longer than a belief may be and is cut.',
    matching: 'A matching is only possible here as an order: items matched with 1, 2, 3 …; it is left out.',
    noAnswers: 'These are no answers: they begin with = or ~, with # for a number, or are TRUE or FALSE.',
    firstNumber: 'Only the first of several numbers that are right is kept.',
    noNumber: (text) => `“${text}” is no number. Write #4, #4:0.5 for a tolerance, or #3.5..4.5 for a range.`,
    tolerance: 'The tolerance of this number is below 0.',
  },
};
