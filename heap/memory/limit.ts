/** Thrown when a statement runs into a limit of the machine; Machine.run catches it and puts everything back. */
export class LimitReached extends Error {
  readonly limit: 'fuel' | 'memory' | 'output' | 'source' | 'depth';
  constructor(limit: 'fuel' | 'memory' | 'output' | 'source' | 'depth') {
    super(limit);
    this.limit = limit;
  }
}
