/**
 * One interpreter: the heap of a class, or of a sandbox. Statements of all its modules run one at a time; a
 * statement that hits a limit leaves no trace. Models Python/pythonrun.c `run_mod`, `PyErr_PrintEx` for the prompt.
 */
import { listObjects, moveToOldest } from '../gc/lists.ts';
import * as L from '../memory/layout.ts';
import { LimitReached } from '../memory/limit.ts';
import { genericSetAttr } from '../objects/attributes.ts';
import type { CompiledInput } from '../objects/code.ts';
import type { CollectionWatch } from '../objects/collectorObserver.ts';
import { getStr, keyAt, newDict, nextEntry, remove, setStr } from '../objects/dict.ts';
import * as E from '../objects/errors.ts';
import { EXC_TRACEBACK } from '../objects/exception.ts';
import { newFunction } from '../objects/function.ts';
import type { Runtime } from '../objects/runtime.ts';
import { intern, staticInterned, textOf } from '../objects/str.ts';
import { reprText } from '../objects/text.ts';
import { nameOfType } from '../objects/typetools.ts';
import { isolated } from '../python/builtins.ts';
import { compileInput } from '../python/compile.ts';
import { runWithLocals } from '../python/evalEntry.ts';
import { findAndLoad, isImportable } from '../python/importing.ts';
import { splitInputs } from '../python/inputs.ts';
import { moduleDict, newModule } from '../python/modules.ts';
import { checkHeap } from './check.ts';
import { digestOf } from './digest.ts';
import { inspectMachine, shortRepr } from './inspect.ts';
import { livingSince } from './livingSince.ts';
import { loadInput, unloadInput } from './load.ts';
import { type Moment, momentOf, returnToMoment } from './moment.ts';
import type { Limits, MachineOptions } from './options.ts';
import { raisedView, syntaxView } from './raised.ts';
import { Recorder } from './recorder.ts';
import { restoreMachine, snapshotMachine } from './snapshot.ts';
import { asPreExisting, start } from './start.ts';
import { type Deed, Undo } from './undo.ts';
import { ViewCache } from './viewCache.ts';
import type { HeapView, Limit, RaisedView, Step } from './views.ts';

const DEFAULT_LIMITS: Limits = {
  fuel: 5_000_000,
  liveBytes: 64 << 20,
  output: 100_000,
  source: 20_000,
  recursion: 1000,
};
const KEPT_DEATHS = 2000;

/** What a module keeps for itself: its names, its last echo, its last exception. Addresses, owned. */
export interface ModuleState {
  readonly name: string;
  readonly module: number;
  /** Values of `_`, sys.last_type, last_value, last_traceback while another module runs; 0 = absent. */
  readonly last: number[];
}

const LAST_NAMES = ['_', 'last_type', 'last_value', 'last_traceback'] as const;

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
    rt.alloc.systemLimit = Math.min(this.limits.liveBytes + (2 << 20), 0x7ff00000);
    rt.fuel = Number.MAX_SAFE_INTEGER;
    rt.displayHook = (_rt, value) => this.display(value);
    rt.importModule = (_rt, name) => this.importModule(name);
    rt.recordOfType(rt.types.module).setattr = (r, o, name, value) =>
      this.setModuleAttribute(r, o, name, value);
    const first =
      options.modules === undefined || options.modules.length === 0
        ? ['__main__']
        : ['board', ...options.modules.filter((name) => name !== 'board')];
    for (const name of first) asPreExisting(rt, () => this.enter(name));
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
    this.quietly(() => this.enter(name));
    for (const o of listObjects(rt, L.GENERATION(0))) {
      if (waiting.length > 0 && waiting.includes(o)) continue;
      moveToOldest(rt, o);
    }
    this.commit();
    this.undo.did({ kind: 'join', name }, Number.MAX_SAFE_INTEGER - rt.fuel);
  }

  private enter(name: string): void {
    const { rt } = this;
    const build = (): number => {
      const made = newModule(rt, name);
      const dict = moduleDict(rt, made);
      const set = (key: string, value: number): void => {
        setStr(rt, dict, staticName(rt, key), value);
      };
      const text = intern(rt, name);
      set('__name__', text);
      rt.decref(text);
      const annotations = newDict(rt);
      set('__annotations__', annotations);
      rt.decref(annotations);
      set('__builtins__', this.builtinModules.get('builtins') ?? 0);
      for (const imported of this.options.preimported ?? []) {
        const target =
          this.builtinModules.get(imported) ?? this.states.find((one) => one.name === imported)?.module;
        if (target !== undefined && imported !== name) set(imported, target);
      }
      const own = intern(rt, name);
      setStr(rt, rt.mem.ld(L.MODULES_DICT), own, made);
      rt.decref(own);
      return made;
    };
    const module = build();
    this.states.push({ name, module, last: [0, 0, 0, 0] });
    if (this.current === '') this.current = name;
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
      this.dropModule(name);
    } catch (error) {
      if (silent || !(error instanceof LimitReached)) throw error;
      this.undo.takeBack((deed) => this.redo(deed));
      return false;
    }
    rt.silent = false;
    this.commit();
    this.undo.did({ kind: 'leave', name, silent }, this.limits.fuel - rt.fuel);
    return true;
  }

  private dropModule(name: string): void {
    const { rt } = this;
    const state = this.stateOf(name);
    if (this.current === name) this.switchTo(this.states.find((one) => one !== state)?.name ?? name);
    this.states = this.states.filter((one) => one !== state);
    for (const value of state.last) rt.xdecref(value);
    const key = intern(rt, name);
    remove(rt, rt.mem.ld(L.MODULES_DICT), key, rt.mem.ld(key + 24));
    rt.decref(key);
    const dict = moduleDict(rt, state.module);
    for (let k = nextEntry(rt, dict, 0); k >= 0; k = nextEntry(rt, dict, k + 1)) {
      const entryName = rt.incref(keyAt(rt, dict, k));
      remove(rt, dict, entryName, rt.mem.ld(entryName + 24));
      rt.decref(entryName);
    }
    rt.decref(state.module);
  }

  setCollectorOwner(module: string | null): void {
    this.collectorOwner = module;
    this.undo.did({ kind: 'collector', owner: module }, 0);
  }

  /** Work of the machine itself, that moves no counter and takes no block of the user's pools. */
  private quietly<T>(work: () => T): T {
    return isolated(this.rt, work);
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
      this.switchTo(module);
      rt.collectionLog = recorder;
      rt.watchCollection = watch ?? null;
      for (const input of compiled) {
        raised = this.runInput(module, input);
        if (raised !== null) break;
      }
    } catch (error) {
      if (!(error instanceof LimitReached)) throw error;
      rt.collectionLog = null;
      rt.watchCollection = null;
      const refused = this.refused(statement, error.limit, this.limits.fuel - rt.fuel);
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

  /** Runs one compiled input in a function object of its own. */
  private runInput(module: string, input: CompiledInput): RaisedView | null {
    const { rt } = this;
    const loaded = loadInput(rt, input);
    const globals = moduleDict(rt, this.stateOf(module).module);
    const record = rt.codes.get(rt.mem.ld(loaded.code + 16));
    const moduleName = getStr(rt, globals, staticName(rt, '__name__'));
    const builtins = rt.mem.ld(L.BUILTINS_DICT);
    const fn = newFunction(
      rt,
      loaded.code,
      globals,
      builtins,
      record.nameObject,
      record.nameObject,
      rt.none,
      moduleName,
    );
    const result = runWithLocals(rt, fn, globals);
    let raised: RaisedView | null = null;
    rt.decref(fn);
    if (result === 0) raised = this.keepException(input.source);
    else rt.decref(result);
    unloadInput(rt, loaded);
    return raised;
  }

  /** The uncaught exception goes to sys.last_* and to the transcript. */
  private keepException(source: string): RaisedView {
    const { rt } = this;
    const error = E.fetchError(rt);
    E.normalizeError(rt, error);
    const old = rt.mem.ld(error.value + EXC_TRACEBACK);
    rt.mem.st(error.value + EXC_TRACEBACK, error.traceback === 0 ? rt.newNone() : rt.incref(error.traceback));
    rt.xdecref(old);
    const sys = rt.mem.ld(L.SYS_DICT);
    setStr(rt, sys, staticName(rt, 'last_type'), error.type);
    setStr(rt, sys, staticName(rt, 'last_value'), error.value);
    setStr(rt, sys, staticName(rt, 'last_traceback'), error.traceback || rt.none);
    const view = this.quietly(() => raisedView(rt, error, source));
    rt.decref(error.type);
    rt.decref(error.value);
    rt.xdecref(error.traceback);
    return view;
  }

  /** Models `sys_displayhook`. */
  private display(value: number): boolean {
    const { rt } = this;
    if (value === rt.none) return true;
    const builtins = rt.mem.ld(L.BUILTINS_DICT);
    const underscore = staticName(rt, '_');
    setStr(rt, builtins, underscore, rt.none);
    const text = this.quietly(() => reprText(rt, value));
    if (text === null) return false;
    rt.write(`${text}\n`);
    setStr(rt, builtins, underscore, value);
    return true;
  }

  private importModule(name: number): number {
    const { rt } = this;
    const module = getStr(rt, rt.mem.ld(L.MODULES_DICT), name);
    if (module !== 0) return rt.incref(module);
    if (isImportable(textOf(rt, name))) return findAndLoad(rt, name);
    return E.formatError(rt, 'ModuleNotFoundError', "No module named '%U'", textOf(rt, name));
  }

  private setModuleAttribute(rt: Runtime, o: number, name: number, value: number): number {
    const owner = this.states.find((state) => state.module === o)?.name;
    if (owner === undefined || owner === 'board' || owner === this.current)
      return genericSetAttr(rt, o, name, value);
    E.setError(rt, 'AttributeError', `only ${owner} may change ${owner}'s names`);
    return -1;
  }

  /** Puts the last echo and exception of one module away and those of another in place. */
  private switchTo(name: string): void {
    if (this.current === name) return;
    const from = this.states.find((one) => one.name === this.current);
    const to = this.stateOf(name);
    this.quietly(() => {
      const { rt } = this;
      LAST_NAMES.forEach((key, i) => {
        const dict = rt.mem.ld(i === 0 ? L.BUILTINS_DICT : L.SYS_DICT);
        const text = staticName(rt, key);
        const held = getStr(rt, dict, text);
        if (from !== undefined) from.last[i] = held === 0 ? 0 : rt.incref(held);
        const value = to.last[i] ?? 0;
        if (value !== 0) {
          setStr(rt, dict, text, value);
          rt.decref(value);
          to.last[i] = 0;
        } else if (held !== 0) remove(rt, dict, text, rt.mem.ld(text + 24));
      });
    });
    this.current = name;
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

  snapshot(): Uint8Array {
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

const LIMIT_SENTENCES: Readonly<Record<Limit, (limits: Limits) => string>> = {
  fuel: () => 'the statement ran for too long and was stopped; nothing was changed',
  memory: (limits) =>
    `the heap of this class is limited to ${Math.round(limits.liveBytes / (1 << 20))} MiB; nothing was changed`,
  output: (limits) => `a statement may print ${limits.output} characters; nothing was changed`,
  source: (limits) => `a statement may have ${limits.source} characters`,
};

function staticName(rt: Runtime, text: string): number {
  return rt.interned.get(text) ?? staticInterned(rt, text);
}
