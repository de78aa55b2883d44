/** Thrown when a statement runs into a limit of the machine; Machine.run catches it and puts everything back. */
export class LimitReached extends Error {
  readonly limit: 'fuel' | 'memory' | 'output' | 'source';
  constructor(limit: 'fuel' | 'memory' | 'output' | 'source') {
    super(limit);
    this.limit = limit;
  }
}
