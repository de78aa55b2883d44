/**
 * What is said about an item of a deck: what it lacks before it can be asked, and what its code does when it is run.
 * English is the default; a page hands over the sentences of its language. Python's own words stay as they are.
 */

export interface DeckPhrases {
  readonly noText: string;
  readonly tooLong: (characters: number) => string;
  readonly notPython: (line: number, message: string) => string;
  readonly noRight: string;
  readonly severalRight: string;
  readonly noneRight: string;
  readonly noNumber: string;
  readonly noObject: string;
  readonly noObjectInPicture: string;
  readonly noExpression: (message: string) => string;
  readonly tooFew: string;
  readonly emptyOption: (option: number) => string;
  readonly sameOptions: (one: number, other: number) => string;
  readonly thereIsNone: (expression: string) => string;
  readonly thereIsNoneSince: (expression: string, type: string, message: string) => string;
  readonly isNew: (expression: string) => string;
  readonly stopsBefore: (type: string, message: string) => string;
  /** Null where nothing is printed. */
  readonly prints: (printed: string | null) => string;
  readonly raises: (type: string) => string;
  /** `line` is what one of the two above says. */
  readonly isNoNumber: (line: string) => string;
  readonly asAnswer: (line: string) => string;
  readonly notAsAnswer: (line: string, value: number | null) => string;
  readonly plainly: (line: string) => string;
  readonly asOption: (line: string) => string;
  readonly asOther: (line: string, option: number) => string;
  readonly noOption: (line: string) => string;
  readonly pictureNotPython: (line: number, message: string) => string;
  readonly pictureRaises: (type: string, message: string) => string;
  readonly isThe: (expression: string, type: string, repr: string) => string;
}

export const ENGLISH_DECK: DeckPhrases = {
  noText: 'The text is missing.',
  tooLong: (characters) => `Text and code are longer than ${characters} characters together.`,
  notPython: (line, message) => `Line ${line} is not valid Python: ${message}`,
  noRight: 'Mark the option that is right.',
  severalRight: 'Only one option can be right. Choose “All options that are right” where there are more.',
  noneRight: 'Mark at least one option as right.',
  noNumber: 'The right number is missing.',
  noObject: 'Name the object that is meant, for instance `ana.a`.',
  noObjectInPicture: 'Name the object that is meant, with a name of the picture.',
  noExpression: (message) => `This is no expression of Python: ${message}`,
  tooFew: 'At least two options are needed.',
  emptyOption: (option) => `Option ${option} is empty. Fill it in or remove it.`,
  sameOptions: (one, other) => `Options ${one} and ${other} are the same. Change or remove one.`,
  thereIsNone: (expression) => `There is no object ${expression}.`,
  thereIsNoneSince: (expression, type, message) => `There is no object ${expression}: ${type}: ${message}`,
  isNew: (expression) => `${expression} makes a new object; name one that is there already.`,
  stopsBefore: (type, message) => `The code stops before its last line: ${type}: ${message}`,
  prints: (printed) => `The last line prints ${printed ?? 'nothing'}`,
  raises: (type) => `The last line raises ${type}`,
  isNoNumber: (line) => `${line}, which is no number.`,
  asAnswer: (line) => `${line}, as the answer says.`,
  notAsAnswer: (line, value) => `${line}; the answer says ${value ?? 'nothing'}.`,
  plainly: (line) => `${line}.`,
  asOption: (line) => `${line}, as the right option says.`,
  asOther: (line, option) => `${line}: that is option ${option}, which is not marked as right.`,
  noOption: (line) => `${line}, which is none of the options.`,
  pictureNotPython: (line, message) => `The picture’s line ${line} is not valid Python: ${message}`,
  pictureRaises: (type, message) => `The picture’s program raises ${type}: ${message}`,
  isThe: (expression, type, repr) => `${expression} is the ${type} ${repr}.`,
};
