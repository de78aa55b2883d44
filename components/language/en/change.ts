import type { Note, Refusal, Spot } from '../../heap/statements.ts';
import { numbers } from './numbers.ts';

const fresh: Readonly<Record<Spot['kind'], string>> = {
  item: 'Add an item',
  key: 'Add a key',
  attribute: 'Add an attribute',
  name: 'Add a name',
  slot: 'Point to',
};

/** What is done to the heap from its picture: menus of cards, and choosing what a reference points to. */
export const change = {
  /** Why a reference cannot be made or taken away. */
  refused(why: Refusal): string {
    switch (why.kind) {
      case 'notReached':
        return 'No expression of yours reaches this object.';
      case 'notOne':
        return 'A reference points to one object, not to names or to a pile.';
      case 'spelling':
        return 'A name has letters, digits and _, and no digit first.';
      case 'namesOf':
        return `Only ${why.module} may change ${why.module}'s names.`;
      case 'takesNone':
        return `Nothing can be added to a ${why.type}.`;
      case 'noKeys':
        return `A ${why.type} has no keys.`;
      case 'notKey':
        return "Write the key as Python: 'k' or 3.";
      case 'fixed':
        return `A ${why.type} cannot be changed.`;
      case 'noLiteral':
        return 'This key cannot be written as a literal.';
      case 'notAssigned':
        return 'This reference is not changed by an assignment.';
    }
  },
  /** Why nothing of a card can be changed. */
  note(why: Note): string {
    switch (why.kind) {
      case 'frame':
        return 'Only the running function changes the names of its frame.';
      case 'unchanged':
        return 'Its references are not changed by a statement.';
      default:
        return change.refused(why);
    }
  },
  menu: 'What can be done with this card',
  names: 'Names',
  copied: 'Copied',
  noCopy: 'Copying is not possible here',
  inspect: 'Show in the inspector',
  around: 'Only this and its neighbours',
  copy: 'Copy the expression',
  pointTo: 'Point to',
  fresh,
  nameIt: 'Name it',
  deleteName: 'Delete name',
  deleteReference: 'Delete reference',
  more: (n: number) => `and ${n} more: type the statement`,
  /** Choosing what a reference points to. */
  oneMoreItem: (holder: string) => `${holder}, one more item`,
  pressOrChoose: 'press a card, or choose:',
  choose: 'choose:',
  cancel: 'Cancel',
  name: 'Name',
  key: 'Key',
  attribute: 'Attribute',
  findTarget: 'Find the object to point to',
  find: 'Find',
  reachable: 'Objects that you can reach',
  moreObjects: (n: number) => `${numbers.count(n, 'more object', 'more objects')}: type to find`,
  noneFits: 'No object that you can reach fits.',
};
