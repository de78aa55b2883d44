import { GOAL_PHRASES, standingWords } from '../../../classroom/goalPhrases.ts';
import { LABEL_PHRASES, pathWords } from '../../../classroom/labelPhrases.ts';
import type { Reason, ToldReason } from '../../../classroom/protocol/reason.ts';
import { numbers } from './numbers.ts';

const { count } = numbers;
const LABELS = LABEL_PHRASES.en;

type Overlap = Extract<ToldReason, { kind: 'freed' | 'moved' }>;

function overlap({ hits, all, missed, wrong }: Overlap, one: string, many: string, but: string): string {
  const misses = missed > 0 ? `, ${missed} missed` : '';
  const wrongs = wrong > 0 ? `, ${wrong} marked ${but}` : '';
  return `${hits} of ${count(all, one, many)} marked${misses}${wrongs}.`;
}

function named(object: { readonly type: string; readonly repr: string } | null): string {
  return object === null ? 'An object' : `The ${object.type} ${object.repr}`;
}

/** Why an answer got its points. */
export const reasons = {
  say(it: Reason): string {
    if (typeof it === 'string') return it;
    switch (it.kind) {
      case 'returned':
        return it.value === it.predicted
          ? `gc.collect returned ${it.value}, as predicted.`
          : `gc.collect returned ${it.value}; the prediction was ${it.predicted}.`;
      case 'noneFreed':
        return it.marked === 0
          ? 'Nothing was unreachable, and nothing was marked.'
          : `Nothing was unreachable, but ${count(it.marked, 'object', 'objects')} had been marked: something still refers to them.`;
      case 'noneMoved':
        return 'No object moved to an older generation.';
      case 'freed':
        return overlap(it, 'freed object', 'freed objects', 'that stayed alive');
      case 'moved':
        return overlap(it, 'moved object', 'moved objects', 'that did not move');
      case 'went':
        return it.cycle === null
          ? `${named(it.object)} went: nothing that runs reached it.`
          : `${named(it.object)} went: only a cycle kept it, ${it.cycle}.`;
      case 'stayed':
        return it.path === null
          ? `${named(it.object)} stayed.`
          : `${named(it.object)} stayed: ${pathWords(it.path, LABELS)} leads to it.`;
      case 'notFreed':
        return `${named(it.object)} was not freed.`;
      case 'diedAlong':
        return `${named(it.object)} died along with what was freed; the collector did not find it itself.`;
      case 'goneBefore':
        return `${named(it.object)} was gone before the collection.`;
      case 'notLookedAt':
        return `${named(it.object)} stayed: nothing reaches it, but it stands in generation ${it.place ?? 'none'}, which this collection did not look at.`;
      case 'unmoved':
        if (it.place === 'gone') return `${named(it.object)} did not move: it is gone.`;
        return it.place === null
          ? `${named(it.object)} did not move: the collector does not track it any more.`
          : `${named(it.object)} did not move: it stands in generation ${it.place} as before.`;
      case 'goal':
        return standingWords(it.standing, GOAL_PHRASES.en);
      case 'inputs':
        return `${count(it.inputs, 'input', 'inputs')}; the fewest in the class were ${it.fewest}.`;
    }
  },
};
