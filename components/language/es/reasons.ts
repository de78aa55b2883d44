import { GOAL_PHRASES, standingWords } from '../../../classroom/goalPhrases.ts';
import { LABEL_PHRASES, pathWords } from '../../../classroom/labelPhrases.ts';
import type { ToldReason } from '../../../classroom/protocol/reason.ts';
import type { Words } from '../words.ts';
import { numbers } from './numbers.ts';

const { count } = numbers;
const LABELS = LABEL_PHRASES.es;

type Overlap = Extract<ToldReason, { kind: 'freed' | 'moved' }>;

function overlap({ hits, all, missed, wrong }: Overlap, one: string, many: string, but: string): string {
  const misses = missed > 0 ? `, ${count(missed, 'omitido', 'omitidos')}` : '';
  const wrongs = wrong > 0 ? `, ${count(wrong, 'marcado', 'marcados')} que ${but}` : '';
  return `${hits} de ${count(all, one, many)} marcados${misses}${wrongs}.`;
}

function named(object: { readonly type: string; readonly repr: string } | null): string {
  return object === null ? 'Un objeto' : `El objeto ${object.repr} (${object.type})`;
}

export const reasons: Words['reasons'] = {
  say(it) {
    if (typeof it === 'string') return it;
    switch (it.kind) {
      case 'returned':
        return it.value === it.predicted
          ? `gc.collect devolvió ${it.value}, como se predijo.`
          : `gc.collect devolvió ${it.value}; la predicción era ${it.predicted}.`;
      case 'noneFreed':
        return it.marked === 0
          ? 'Nada era inalcanzable y nada se marcó.'
          : `Nada era inalcanzable, pero se ${it.marked === 1 ? 'había marcado' : 'habían marcado'} ${count(it.marked, 'objeto', 'objetos')}: algo aún ${it.marked === 1 ? 'le' : 'les'} hace referencia.`;
      case 'noneMoved':
        return 'Ningún objeto pasó a una generación más vieja.';
      case 'freed':
        return overlap(
          it,
          'objeto liberado',
          'objetos liberados',
          it.wrong === 1 ? 'siguió vivo' : 'siguieron vivos',
        );
      case 'moved':
        return overlap(
          it,
          'objeto movido',
          'objetos movidos',
          it.wrong === 1 ? 'no se movió' : 'no se movieron',
        );
      case 'went':
        return it.cycle === null
          ? `${named(it.object)} se fue: nada de lo que se ejecuta lo alcanzaba.`
          : `${named(it.object)} se fue: solo lo mantenía un ciclo, ${it.cycle}.`;
      case 'stayed':
        return it.path === null
          ? `${named(it.object)} se quedó.`
          : `${named(it.object)} se quedó: ${pathWords(it.path, LABELS)} lleva hasta él.`;
      case 'notFreed':
        return `${named(it.object)} no se liberó.`;
      case 'diedAlong':
        return `${named(it.object)} murió junto con lo que se liberó; el recolector no lo encontró por sí mismo.`;
      case 'goneBefore':
        return `${named(it.object)} ya no estaba antes de la recolección.`;
      case 'notLookedAt':
        return it.place === null
          ? `${named(it.object)} se quedó: nada lo alcanza, pero no está en ninguna generación que esta recolección mirara.`
          : `${named(it.object)} se quedó: nada lo alcanza, pero está en la generación ${it.place}, que esta recolección no miró.`;
      case 'unmoved':
        if (it.place === 'gone') return `${named(it.object)} no se movió: ya no está.`;
        return it.place === null
          ? `${named(it.object)} no se movió: el recolector ya no lo vigila.`
          : `${named(it.object)} no se movió: está en la generación ${it.place}, como antes.`;
      case 'goal':
        return standingWords(it.standing, GOAL_PHRASES.es);
      case 'inputs':
        return `${count(it.inputs, 'entrada', 'entradas')}; el mínimo en la clase fue ${it.fewest}.`;
    }
  },
};
