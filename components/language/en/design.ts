export const design = {
  close: 'Close',
  cancel: 'Cancel',
  copied: 'Copied',
  noCopy: 'Copying is not possible here',
  nothing: 'Nothing here yet.',
  notOpened: 'This could not be opened',
  notLoaded: 'This part could not be loaded',
  offline: 'Check your connection. If it stays like this, reload the page: nothing of yours is lost.',
  again: 'Try again',
  loading: 'Loading…',
  /** How full a meter is. */
  of: (value: number, max: number) => `${value} of ${max}`,
  /** The place of short messages, and the key that leads to it. */
  message: 'Notification',
  messages: (key: string) => `Notifications (${key})`,
  /** Of a field for a number that is typed: what is accepted, and what is wrong. */
  number: {
    none: 'A number, please.',
    ambiguous: (whole: string, decimal: string) =>
      `This can be read in two ways. Write ${whole} or ${decimal}.`,
    grouped: (instead: string) => `Nothing between thousands, please: ${instead}.`,
    comma: (instead: string) => `A point before decimals, please: ${instead}.`,
    large: 'That is too large for an answer.',
    hint: 'A point before decimals, and nothing between thousands.',
  },
};
