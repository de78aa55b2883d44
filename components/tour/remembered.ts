/** Whether this browser has seen the tour. Where it may not store anything the answer lasts as long as the page. */
const KEY = 'heaproom.tour';
const SEEN = 'seen';

/** What of the browser's storage is needed; reading and writing may throw. */
export type Shelf = Pick<Storage, 'getItem' | 'setItem'>;

export class Remembered {
  private readonly shelf: () => Shelf;
  private here = false;

  /** Even to reach for the storage may throw, so it is reached for each time. */
  constructor(shelf: () => Shelf) {
    this.shelf = shelf;
  }

  seen(): boolean {
    if (this.here) return true;
    try {
      return this.shelf().getItem(KEY) === SEEN;
    } catch {
      return false;
    }
  }

  remember(): void {
    this.here = true;
    try {
      this.shelf().setItem(KEY, SEEN);
    } catch {
      // Then it is asked again next time.
    }
  }
}
