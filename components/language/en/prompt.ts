export const prompt = {
  label: 'Python prompt',
  off: 'Typing is switched off at the moment.',
  run: 'Run',
  runHint: 'Run (Enter). Shift+Enter makes a new line.',
  /** `message` is Python's. */
  wrong: (line: number, message: string) => `Line ${line}: ${message}`,
  palette: {
    label: 'Ready statements',
    name: 'Name',
    notAName: 'A name has letters, digits and _, and no digit first.',
    list: 'List',
    object: 'Object',
    generation: 'Generation',
    generations: { young: 'Generation 0', middle: '0 and 1', all: 'All' },
    phrases: {
      list: {
        label: 'New list',
        title: 'New list',
        does: 'Makes an empty list and a name that points to it.',
      },
      dict: {
        label: 'New dict',
        title: 'New dict',
        does: 'Makes an empty dict and a name that points to it.',
      },
      point: {
        label: 'Point to',
        title: 'Point a name to an object',
        does: 'Binds a name to an object that exists already: one more reference, no copy.',
      },
      append: {
        label: 'Append',
        title: 'Append to a list',
        does: 'The list refers to the object from now on.',
      },
      delete: {
        label: 'Delete name',
        title: 'Delete a name',
        does: 'Takes the name away, not the object. The object dies when nothing refers to it.',
      },
      collect: { label: 'Collect', title: 'Collect garbage', does: 'Runs the cyclic collector.' },
    },
  },
};
