import { isName } from '../../classroom/pythonName.ts';

/** The statements behind the buttons of the palette: what a phone can say without a keyboard. */
export const PHRASES = ['list', 'dict', 'point', 'append', 'delete', 'collect'] as const;
export type Phrase = (typeof PHRASES)[number];

export interface Blanks {
  /** The name that is bound, appended to, or deleted. */
  readonly name: string;
  /** The name whose object is meant; `''` when the phrase has none. */
  readonly other: string;
  readonly generation: '0' | '1' | '2';
}

export function statement(phrase: Phrase, blanks: Blanks): string | null {
  const { name, other, generation } = blanks;
  switch (phrase) {
    case 'list':
      return isName(name) ? `${name} = []` : null;
    case 'dict':
      return isName(name) ? `${name} = {}` : null;
    case 'point':
      return isName(name) && isPath(other) ? `${name} = ${other}` : null;
    case 'append':
      return isPath(name) && isPath(other) ? `${name}.append(${other})` : null;
    case 'delete':
      return isName(name) ? `del ${name}` : null;
    case 'collect':
      return `gc.collect(${generation})`;
  }
}

function isPath(text: string): boolean {
  return text.length > 0 && text.split('.').every(isName);
}
