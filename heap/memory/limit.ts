/** What ends a statement from outside the language; the machine is then exactly as it was before it. */
export type Limit = 'fuel' | 'memory' | 'output' | 'source' | 'depth';

/** Thrown when a statement runs into a limit of the machine; Machine.run catches it and puts everything back. */
export class LimitReached extends Error {
  readonly limit: Limit;
  constructor(limit: Limit) {
    super(limit);
    this.limit = limit;
  }
}
