/** What the goals of a task ask and how they stand, said in each language. Exports are English: they are data. */
import type { Language } from './languages.ts';
import type { Goal } from './protocol/challenge.ts';
import type { Standing } from './protocol/reason.ts';

export interface GoalPhrases {
  readonly leak: (objects: number) => string;
  readonly free: (name: string) => string;
  readonly bytes: (most: number) => string;
  readonly shrink: (percent: number) => string;
  readonly arena: string;
  readonly generation: (name: string, generation: number) => string;
  readonly true: (expression: string) => string;
  /** What is asked, and what there is. */
  readonly standing: {
    readonly leak: (objects: number, leaked: number) => string;
    readonly free: (objects: number, name: string, left: number) => string;
    readonly bytes: (most: number, used: number) => string;
    readonly shrink: (percent: number, start: number, fewer: number) => string;
    readonly arena: (given: number) => string;
    /** There is no such name, and was none. */
    readonly none: (name: string, generation: number) => string;
    readonly gone: (name: string, generation: number) => string;
    /** `now`: null where it is in none. */
    readonly generation: (name: string, generation: number, now: number | 'permanent' | null) => string;
    /** `says`: what Python says of the expression. */
    readonly true: (expression: string, says: string) => string;
  };
}

function counted(n: number, one: string, many: string): string {
  return `${n} ${n === 1 ? one : many}`;
}

const english: GoalPhrases = {
  leak: (objects) => `Leak exactly ${counted(objects, 'object', 'objects')}`,
  free: (name) => `Free everything that ${name} leads to`,
  bytes: (most) => `Use ${most} bytes at most`,
  shrink: (percent) => `Use ${percent} % fewer bytes than at the start`,
  arena: 'Give an arena back to the system',
  generation: (name, generation) => `Have the object of ${name} in generation ${generation}, alive`,
  true: (expression) => `Make ${expression} true`,
  standing: {
    leak: (objects, leaked) => `Leak exactly ${counted(objects, 'object', 'objects')}: ${leaked} leaked.`,
    free: (objects, name, left) =>
      `Free all ${counted(objects, 'object', 'objects')} that ${name} leads to: ${left} left.`,
    bytes: (most, used) => `Use ${most} bytes at most: ${used} used.`,
    shrink: (percent, start, fewer) =>
      `Use ${percent} % fewer bytes than the ${start} at the start: ${fewer} % fewer.`,
    arena: (given) => `Give an arena back: ${given} given back.`,
    none: (name, generation) =>
      `Have the object of ${name} in generation ${generation}: there is no ${name} yet.`,
    gone: (name, generation) => `Have the object of ${name} in generation ${generation}: it is gone.`,
    generation: (name, generation, now) =>
      `Have the object of ${name} in generation ${generation}: it is in ${now === null ? 'none' : now === 'permanent' ? 'the permanent one' : `generation ${now}`}.`,
    true: (expression, says) => `Make ${expression} true: ${says}.`,
  },
};

const german: GoalPhrases = {
  leak: (objects) => `Lass genau ${counted(objects, 'Objekt', 'Objekte')} verloren gehen`,
  free: (name) => `Gib alles frei, wohin ${name} führt`,
  bytes: (most) => `Belege höchstens ${most} Bytes`,
  shrink: (percent) => `Belege ${percent} % weniger Bytes als am Anfang`,
  arena: 'Gib dem System eine Arena zurück',
  generation: (name, generation) => `Bring das Objekt von ${name} lebend in Generation ${generation}`,
  true: (expression) => `Mach ${expression} wahr`,
  standing: {
    leak: (objects, leaked) =>
      `Lass genau ${counted(objects, 'Objekt', 'Objekte')} verloren gehen: ${leaked} verloren.`,
    free: (objects, name, left) =>
      `Gib alle ${counted(objects, 'Objekt', 'Objekte')} frei, zu denen ${name} führt: ${left} übrig.`,
    bytes: (most, used) => `Belege höchstens ${most} Bytes: ${used} belegt.`,
    shrink: (percent, start, fewer) =>
      `Belege ${percent} % weniger Bytes als die ${start} am Anfang: ${fewer} % weniger.`,
    arena: (given) => `Gib eine Arena zurück: ${given} zurückgegeben.`,
    none: (name, generation) =>
      `Bring das Objekt von ${name} in Generation ${generation}: Es gibt noch kein ${name}.`,
    gone: (name, generation) => `Bring das Objekt von ${name} in Generation ${generation}: Es ist weg.`,
    generation: (name, generation, now) =>
      `Bring das Objekt von ${name} in Generation ${generation}: Es ist in ${now === null ? 'keiner' : now === 'permanent' ? 'der permanenten' : `Generation ${now}`}.`,
    true: (expression, says) => `Mach ${expression} wahr: ${says}.`,
  },
};

const spanish: GoalPhrases = {
  leak: (objects) => `Pierde exactamente ${counted(objects, 'objeto', 'objetos')}`,
  free: (name) => `Libera todo aquello a lo que lleva ${name}`,
  bytes: (most) => `Usa como mucho ${most} bytes`,
  shrink: (percent) => `Usa un ${percent} % menos de bytes que al principio`,
  arena: 'Devuelve una arena al sistema',
  generation: (name, generation) => `Lleva el objeto de ${name}, vivo, a la generación ${generation}`,
  true: (expression) => `Haz que ${expression} sea verdadero`,
  standing: {
    leak: (objects, leaked) =>
      `Pierde exactamente ${counted(objects, 'objeto', 'objetos')}: ${counted(leaked, 'perdido', 'perdidos')}.`,
    free: (objects, name, left) =>
      `Libera ${counted(objects, 'objeto', 'objetos')} a los que lleva ${name}: ${left === 1 ? 'queda' : 'quedan'} ${left}.`,
    bytes: (most, used) => `Usa como mucho ${most} bytes: ${used} usados.`,
    shrink: (percent, start, fewer) =>
      `Usa un ${percent} % menos de bytes que los ${start} del principio: un ${fewer} % menos.`,
    arena: (given) => `Devuelve una arena: ${counted(given, 'devuelta', 'devueltas')}.`,
    none: (name, generation) =>
      `Lleva el objeto de ${name} a la generación ${generation}: todavía no hay ningún ${name}.`,
    gone: (name, generation) => `Lleva el objeto de ${name} a la generación ${generation}: ya no está.`,
    generation: (name, generation, now) =>
      `Lleva el objeto de ${name} a la generación ${generation}: ${now === null ? 'no está en ninguna' : now === 'permanent' ? 'está en la permanente' : `está en la generación ${now}`}.`,
    true: (expression, says) => `Haz que ${expression} sea verdadero: ${says}.`,
  },
};

export const GOAL_PHRASES: Readonly<Record<Language, GoalPhrases>> = {
  en: english,
  de: german,
  es: spanish,
};

/** What a goal asks. */
export function goalWords(goal: Goal, phrases: GoalPhrases = english): string {
  switch (goal.goal) {
    case 'leak':
      return phrases.leak(goal.objects);
    case 'free':
      return phrases.free(goal.name);
    case 'bytes':
      return phrases.bytes(goal.most);
    case 'shrink':
      return phrases.shrink(goal.percent);
    case 'arena':
      return phrases.arena;
    case 'generation':
      return phrases.generation(goal.name, goal.generation);
    case 'true':
      return phrases.true(goal.expression);
  }
}

/** What was asked and how it stands. */
export function standingWords(it: Standing, { standing }: GoalPhrases): string {
  switch (it.goal) {
    case 'leak':
      return standing.leak(it.objects, it.leaked);
    case 'free':
      return standing.free(it.objects, it.name, it.left);
    case 'bytes':
      return standing.bytes(it.most, it.used);
    case 'shrink':
      return standing.shrink(it.percent, it.start, it.fewer);
    case 'arena':
      return standing.arena(it.given);
    case 'none':
    case 'gone':
      return standing[it.goal](it.name, it.generation);
    case 'generation':
      return standing.generation(it.name, it.generation, it.now);
    case 'true':
      return standing.true(it.expression, it.says);
  }
}
