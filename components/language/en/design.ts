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
};
