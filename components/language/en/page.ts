export const page = {
  skip: 'Skip to the content',
  language: 'Language',
  /** Both in one menu, where there is little room. */
  settings: 'Language and colours',
  scheme: { label: 'Colour scheme', light: 'Light', dark: 'Dark', system: 'As the system' },
  toStart: 'To the start page',
  about: 'A classroom in the browser where everybody shares one simulated CPython heap.',
  aboutSandbox: 'A simulated CPython heap in your browser: type Python, see its memory.',
  /** Of browser tabs. */
  titles: {
    sandbox: 'Sandbox',
    results: 'My results',
    lesson: 'Lesson',
    lessons: 'Lessons',
    replay: 'Replay',
    projector: 'Projector',
    class: 'Class',
    progress: 'Progress',
    teach: 'Teach',
    deck: 'Deck',
    decks: 'Decks',
  },
  nowhere: {
    title: 'There is nothing here, or it is not yours to see',
    text: 'Lessons can be looked at by those who took part and by their teacher, in the browser they used then. What its teacher has deleted, or taken the names out of, is no longer there for its students.',
  },
  failed: {
    title: 'This page failed',
    text: 'That is a fault of Heaproom. What the class has done is stored on the server and is not affected.',
    again: 'Try again',
  },
};
