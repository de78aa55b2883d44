/**
 * One interpreter: the heap of a class, or of a sandbox. Statements of all its modules run one at a time; a
 * statement that hits a limit leaves no trace.
 */
import { listObjects, moveToOldest } from '../gc/lists.ts';
import * as L from '../memory/layout.ts';
import { type Limit, LimitReached } from '../memory/limit.ts';
import type { CompiledInput } from '../objects/code.ts';
import type { CollectionWatch } from '../objects/collectorObserver.ts';
import type { Runtime } from '../objects/runtime.ts';
import { nameOfType } from '../objects/typetools.ts';
import { compileInput } from '../python/compile.ts';
import { splitInputs } from '../python/inputs.ts';
import { isolated } from '../python/printing.ts';
import { checkHeap } from './check.ts';
import { digestOf } from './digest.ts';
import { inspectMachine, shortRepr } from './inspect.ts';
import { livingSince } from './livingSince.ts';
import { type Moment, momentOf, returnToMoment } from './moment.ts';
import { dropModule, enterModule, type ModuleState, setModuleAttribute, switchTo } from './namespaces.ts';
import type { Limits, MachineOptions } from './options.ts';
import { display, importModule, runInput } from './prompt.ts';
import { syntaxView } from './raised.ts';
import { Recorder } from './recorder.ts';
import { restoreMachine, snapshotMachine } from './snapshot.ts';
import { asPreExisting, start } from './start.ts';
import { type Deed, Undo } from './undo.ts';
import { ViewCache } from './viewCache.ts';
import type { HeapView, RaisedView, Step } from './views.ts';

const DEFAULT_LIMITS: Limits = {
  fuel: 5_000_000,
  liveBytes: 64 << 20,
  output: 100_000,
  source: 20_000,
  recursion: 1000,
};
const KEPT_DEATHS = 2000;

export class Machine {
  readonly rt: Runtime;
  readonly options: MachineOptions;
  readonly limits: Limits;
  readonly lastStartSerial: number;
  readonly builtinModules: ReadonlyMap<string, number>;
  /** How many code objects exist from the start. */
  readonly libraryCodes: number;
  states: ModuleState[] = [];
  /** First serial and module of each statement, from statement 1. */
  firstSerials: number[] = [];
  statementModules: string[] = [];
  collectorOwner: string | null;
  current = '';
  /** What `inspect` read last. */
  private views = new ViewCache();
  private readonly undo = new Undo(this);

  constructor(options: MachineOptions = {}) {
    this.options = options;
    this.limits = { ...DEFAULT_LIMITS, ...options.limits };
    this.collectorOwner = options.collectorOwner ?? null;
    const started = start(options.longLivedTotal ?? 4929);
    const { rt } = started;
    this.rt = rt;
    this.lastStartSerial = started.lastSerial;
    this.builtinModules = started.modules;
    this.libraryCodes = rt.codes.values.length;
    rt.recursionLimit = this.limits.recursion;
    rt.alloc.system.limit = Math.min(this.limits.liveBytes + (2 << 20), 0x7ff00000);
    rt.fuel = Number.MAX_SAFE_INTEGER;
    rt.displayHook = (_rt, value) => display(rt, value);
    rt.importModule = (_rt, name) => importModule(rt, name);
    rt.setModuleAttribute = (_rt, o, name, value) => setModuleAttribute(this, o, name, value);
    const first =
      options.modules === undefined || options.modules.length === 0
        ? ['__main__']
        : ['board', ...options.modules.filter((name) => name !== 'board')];
    for (const name of first) asPreExisting(rt, () => enterModule(this, name));
    rt.noteDeath = (r, o) => {
      if (r.died.length >= KEPT_DEATHS) return;
      r.died.push({ serial: r.mem.serials[o >> 4] ?? 0, type: nameOfType(r, o), repr: shortRepr(r, o) });
    };
    this.commit();
  }

  static restore(bytes: Uint8Array): Machine {
    return restoreMachine(bytes, (options) => new Machine(options));
  }

  get modules(): readonly string[] {
    return this.states.map(({ name }) => name);
  }

  stateOf(name: string): ModuleState {
    const state = this.states.find((one) => one.name === name);
    if (state === undefined) throw new Error(`no module ${name}`);
    return state;
  }

  /** A member joins; its module counts as pre-existing, so that joining moves no counter. */
  addModule(name: string): void {
    if (this.states.some((one) => one.name === name) || this.builtinModules.has(name)) {
      throw new Error(`module ${name} exists`);
    }
    const { rt } = this;
    rt.fuel = Number.MAX_SAFE_INTEGER;
    const waiting = listObjects(rt, L.GENERATION(0));
    isolated(rt, () => enterModule(this, name));
    for (const o of listObjects(rt, L.GENERATION(0))) {
      if (waiting.length > 0 && waiting.includes(o)) continue;
      moveToOldest(rt, o);
    }
    this.commit();
    this.undo.did({ kind: 'join', name }, Number.MAX_SAFE_INTEGER - rt.fuel);
  }

  /** A member leaves: their names go, and what nobody else refers to dies, of finalizers without end in silence. */
  removeModule(name: string): void {
    this.stateOf(name);
    if (!this.leave(name, false)) this.leave(name, true);
  }

  /** False = it went over a limit and was taken back. */
  private leave(name: string, silent: boolean): boolean {
    const { rt } = this;
    this.undo.begin();
    rt.fuel = this.limits.fuel;
    rt.output = '';
    rt.outputLimit = this.limits.output;
    rt.silent = silent;
    try {
      dropModule(this, name);
    } catch (thrown) {
      if (silent || limitOf(thrown) === null) throw thrown;
      this.undo.takeBack((deed) => this.redo(deed));
      return false;
    }
    rt.silent = false;
    this.commit();
    this.undo.did({ kind: 'leave', name, silent }, this.limits.fuel - rt.fuel);
    return true;
  }

  setCollectorOwner(module: string | null): void {
    this.collectorOwner = module;
    this.undo.did({ kind: 'collector', owner: module }, 0);
  }

  /** One input, or several that run in order until one raises. */
  run(module: string, source: string, watch?: CollectionWatch): Step {
    const { rt } = this;
    this.stateOf(module);
    const statement = this.firstSerials.length + 1;
    if (source.length > this.limits.source) return this.refused(statement, 'source', 0);
    const inputs = splitInputs(source);
    const compiled: CompiledInput[] = [];
    let syntax: RaisedView | null = null;
    for (const input of inputs) {
      const result = compileInput(input);
      if (result.ok) compiled.push(result.input);
      else {
        syntax = syntaxView(input, result.fault);
        break;
      }
    }
    this.undo.begin();
    const recorder = new Recorder();
    rt.output = '';
    rt.errorOutput = '';
    rt.died = [];
    rt.outputLimit = this.limits.output;
    rt.fuel = this.limits.fuel;
    rt.collectorLocked = this.collectorOwner !== null && this.collectorOwner !== module;
    const firstSerial = rt.mem.ld(L.NEXT_SERIAL) + 1;
    rt.firstOfStatement = firstSerial;
    rt.mem.st(L.STATEMENT, statement);
    this.firstSerials.push(firstSerial);
    this.statementModules.push(module);
    let raised: RaisedView | null = null;
    try {
      switchTo(this, module);
      rt.collectionLog = recorder;
      rt.watchCollection = watch ?? null;
      for (const input of compiled) {
        raised = runInput(this, module, input);
        if (raised !== null) break;
      }
    } catch (thrown) {
      const limit = limitOf(thrown);
      if (limit === null) throw thrown;
      rt.collectionLog = null;
      rt.watchCollection = null;
      const refused = this.refused(statement, limit, this.limits.fuel - rt.fuel);
      this.undo.takeBack((deed) => this.redo(deed));
      return refused;
    }
    rt.collectionLog = null;
    rt.watchCollection = null;
    if (raised === null) raised = syntax;
    const step: Step = {
      statement,
      output: rt.output,
      raised,
      limit: null,
      fuelUsed: this.limits.fuel - rt.fuel,
      born: livingSince(rt, firstSerial),
      died: rt.died,
      collections: recorder.collections,
    };
    rt.died = [];
    this.commit();
    this.undo.did({ kind: 'run', module, source }, step.fuelUsed);
    return step;
  }

  private redo(deed: Deed): void {
    switch (deed.kind) {
      case 'run':
        this.run(deed.module, deed.source);
        break;
      case 'join':
        this.addModule(deed.name);
        break;
      case 'leave':
        this.leave(deed.name, deed.silent);
        break;
      case 'collector':
        this.setCollectorOwner(deed.owner);
        break;
    }
  }

  private refused(statement: number, limit: Limit, fuelUsed: number): Step {
    const text = LIMIT_SENTENCES[limit](this.limits);
    const raised: RaisedView = {
      type: 'LimitReached',
      message: text,
      traceback: `LimitReached: ${text}\n`,
      line: null,
      column: null,
    };
    return { statement, output: '', raised, limit, fuelUsed, born: [], died: [], collections: [] };
  }

  commit(): void {
    const { rt } = this;
    rt.texts.commit();
    rt.codes.commit();
    rt.records.commit();
  }

  snapshot(): Uint8Array<ArrayBuffer> {
    return snapshotMachine(this);
  }

  digest(): string {
    return digestOf(this);
  }

  /** Whoever changes memory between statements, and is no statement, says so. */
  wasChanged(): void {
    this.undo.forget();
  }

  moment(): Moment {
    return momentOf(this);
  }

  /** Back to an earlier moment of this machine. */
  returnTo(moment: Moment): void {
    returnToMoment(this, moment);
    this.undo.startFrom(moment);
    this.views = new ViewCache();
  }

  /**
   * Leads it to a moment of any machine with the same options, until `wasChanged` is called. `sameLife`: what it has
   * seen so far is of the same life, where a serial stands for one object.
   */
  takeOver(moment: Moment, sameLife: boolean): void {
    returnToMoment(this, moment);
    this.undo.startFrom(moment);
    if (!sameLife) this.views = new ViewCache();
  }

  inspect(options: { internals?: boolean } = {}): HeapView {
    return inspectMachine(this, options.internals ?? false, [], this.views);
  }

  checkHeap(): void {
    checkHeap(this);
  }

  /** Module whose statement made an object, by its serial; statement 0 and null for what existed before. */
  origin(serial: number): { statement: number; owner: string | null } {
    let low = 0;
    let high = this.firstSerials.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.firstSerials[middle] ?? 0) <= serial) low = middle + 1;
      else high = middle;
    }
    return { statement: low, owner: low === 0 ? null : (this.statementModules[low - 1] ?? null) };
  }
}

/**
 * The limit that something thrown stands for; null for a fault of the machine itself. The host's own stack may be
 * smaller than anywhere it was measured: RangeError in V8 and WebKit, InternalError in Gecko.
 */
function limitOf(thrown: unknown): Limit | null {
  if (thrown instanceof LimitReached) return thrown.limit;
  return thrown instanceof Error && /call stack|too much recursion/.test(thrown.message) ? 'depth' : null;
}

const LIMIT_SENTENCES: Readonly<Record<Limit, (limits: Limits) => string>> = {
  fuel: () => 'the statement ran for too long and was stopped; nothing was changed',
  memory: (limits) =>
    `the heap of this class is limited to ${Math.round(limits.liveBytes / (1 << 20))} MiB; nothing was changed`,
  output: (limits) => `a statement may print ${limits.output} characters; nothing was changed`,
  depth: () => 'the statement calls deeper than this computer can follow; nothing was changed',
  source: (limits) => `a statement may have ${limits.source} characters`,
};
