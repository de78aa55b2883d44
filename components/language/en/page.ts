export const page = {
  skip: 'Skip to the content',
  language: 'Language',
  scheme: { label: 'Colour scheme', light: 'Light', dark: 'Dark', system: 'As the system' },
  loading: 'Loading…',
  toStart: 'To the start page',
  nowhere: {
    title: 'There is nothing here, or it is not yours to see',
    text: 'Lessons can be looked at by those who took part and by their teacher, in the browser they used then.',
  },
  failed: {
    title: 'This page failed',
    text: 'That is a fault of Heaproom. What the class has done is stored on the server and is not affected.',
    again: 'Try again',
  },
};
