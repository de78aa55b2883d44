import { GOAL_PHRASES, standingWords } from '../../../classroom/goalPhrases.ts';
import { LABEL_PHRASES, pathWords } from '../../../classroom/labelPhrases.ts';
import type { ToldReason } from '../../../classroom/protocol/reason.ts';
import type { Words } from '../words.ts';
import { numbers } from './numbers.ts';

const { count } = numbers;
const LABELS = LABEL_PHRASES.de;

type Overlap = Extract<ToldReason, { kind: 'freed' | 'moved' }>;

function overlap({ hits, all, missed, wrong }: Overlap, of: string, but: string): string {
  const misses = missed > 0 ? `, ${missed} verpasst` : '';
  const wrongs = wrong > 0 ? `, ${wrong} markiert, ${wrong === 1 ? 'das' : 'die'} ${but}` : '';
  return `${hits} von ${all} ${of} markiert${misses}${wrongs}.`;
}

function named(object: { readonly type: string; readonly repr: string } | null): string {
  return object === null ? 'Ein Objekt' : `Das Objekt ${object.repr} (${object.type})`;
}

export const reasons: Words['reasons'] = {
  say(it) {
    if (typeof it === 'string') return it;
    switch (it.kind) {
      case 'returned':
        return it.value === it.predicted
          ? `gc.collect gab ${it.value} zurück, wie vorhergesagt.`
          : `gc.collect gab ${it.value} zurück; vorhergesagt war ${it.predicted}.`;
      case 'noneFreed':
        return it.marked === 0
          ? 'Nichts war unerreichbar, und nichts war markiert.'
          : `Nichts war unerreichbar, aber ${count(it.marked, 'Objekt war', 'Objekte waren')} markiert: Etwas verweist noch darauf.`;
      case 'noneMoved':
        return 'Kein Objekt kam in eine ältere Generation.';
      case 'freed':
        return overlap(
          it,
          it.all === 1 ? 'freigegebenen Objekt' : 'freigegebenen Objekten',
          it.wrong === 1 ? 'am Leben blieb' : 'am Leben blieben',
        );
      case 'moved':
        return overlap(
          it,
          it.all === 1 ? 'aufgerückten Objekt' : 'aufgerückten Objekten',
          it.wrong === 1 ? 'nicht aufrückte' : 'nicht aufrückten',
        );
      case 'went':
        return it.cycle === null
          ? `${named(it.object)} ging: Nichts, was läuft, erreichte es.`
          : `${named(it.object)} ging: Nur ein Zyklus hielt es, ${it.cycle}.`;
      case 'stayed':
        return it.path === null
          ? `${named(it.object)} blieb.`
          : `${named(it.object)} blieb: ${pathWords(it.path, LABELS)} führt zu ihm.`;
      case 'notFreed':
        return `${named(it.object)} wurde nicht freigegeben.`;
      case 'diedAlong':
        return `${named(it.object)} starb zusammen mit dem, was freigegeben wurde; der Collector hat es nicht selbst gefunden.`;
      case 'goneBefore':
        return `${named(it.object)} war schon vor der Sammlung weg.`;
      case 'notLookedAt':
        return it.place === null
          ? `${named(it.object)} blieb: Nichts erreicht es, aber es steht in keiner Generation, die diese Sammlung ansah.`
          : `${named(it.object)} blieb: Nichts erreicht es, aber es steht in Generation ${it.place}, und die sah diese Sammlung nicht an.`;
      case 'unmoved':
        if (it.place === 'gone') return `${named(it.object)} rückte nicht auf: Es ist weg.`;
        return it.place === null
          ? `${named(it.object)} rückte nicht auf: Der Collector beobachtet es nicht mehr.`
          : `${named(it.object)} rückte nicht auf: Es steht wie zuvor in Generation ${it.place}.`;
      case 'goal':
        return standingWords(it.standing, GOAL_PHRASES.de);
      case 'inputs':
        return `${count(it.inputs, 'Eingabe', 'Eingaben')}; die wenigsten in der Klasse waren ${it.fewest}.`;
    }
  },
};
