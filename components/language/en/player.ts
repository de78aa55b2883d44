import type { Phase, Standing } from '../../../heap/index.ts';
import type { Verdict } from '../../player/prediction.ts';
import { numbers } from './numbers.ts';
import { parts, tell } from './telling.ts';

const phases: Readonly<Record<Phase, string>> = {
  merge: 'Gather',
  count: 'Copy counts',
  subtract: 'Subtract',
  scan: 'Find reachable',
  promote: 'Promote',
  legacy: 'Legacy finalizers',
  weakrefs: 'Weak references',
  finalizers: 'Finalizers',
  check: 'Resurrection',
  clear: 'Clear',
  end: 'Result',
};

const standings: Readonly<Record<Exclude<Standing, 'waiting'>, string>> = {
  reachable: 'reachable',
  tentative: 'set aside',
  unreachable: 'unreachable',
  survivor: 'survives',
  untracked: 'untracked',
  resurrected: 'resurrected',
  freed: 'freed',
};

const verdicts: Readonly<Record<Verdict, string>> = {
  marked: 'you marked it',
  right: 'right: you marked it',
  wrong: 'wrong: you marked it, it stays',
  missed: 'missed: you did not mark it',
};

export const player = {
  tell,
  phases,
  phaseList: 'Phases',
  noPhase: 'Before the first phase',
  phaseOf: (title: string, place: number, all: number) => `${title}, phase ${place} of ${all}`,
  inCPython: (name: string) => `In CPython: ${name}`,
  standings,
  verdicts,
  predicted: (right: boolean, n: number) => `${right ? 'Right' : 'Wrong'}: you predicted ${n}`,
  title: 'Collection, step by step',
  stepOf: (at: number, last: number) => `step ${at} of ${last}`,
  form: 'Form',
  lists: 'Lists',
  graph: 'Graph',
  close: 'Close the player',
  first: 'First step',
  back: 'Step back',
  play: 'Play',
  pause: 'Pause',
  forward: 'Step forward',
  last: 'Last step',
  slider: 'Step of the collection',
  sliderAt: (at: number, last: number, says: string) => `Step ${at} of ${last}: ${says}`,
  speed: 'Speed',
  bothLists: 'The collector’s lists',
  generation: (generation: number) => `Generation ${generation}`,
  examined: 'Examined',
  setAside: 'Set aside, perhaps unreachable',
  unreachable: 'Unreachable',
  freed: 'Freed',
  refs: 'refs',
  references: 'references',
  marked: (votes: number) => `${votes} marked it`,
  /** What a list that was cut leaves out; one of them may be 0. */
  hidden: (more: number, partsHidden: number) =>
    [
      more > 0 ? numbers.count(more, 'more object', 'more objects') : null,
      partsHidden > 0 ? parts(partsHidden) : null,
    ]
      .filter((one) => one !== null)
      .join(' and '),
};
