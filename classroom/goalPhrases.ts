/** What the goals of a task ask and how they stand, in words. English is the default; a page hands over its own. */

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

function counted(n: number): string {
  return `${n} object${n === 1 ? '' : 's'}`;
}

export const ENGLISH_GOALS: GoalPhrases = {
  leak: (objects) => `Leak exactly ${counted(objects)}`,
  free: (name) => `Free everything that ${name} leads to`,
  bytes: (most) => `Use ${most} bytes at most`,
  shrink: (percent) => `Use ${percent} % fewer bytes than at the start`,
  arena: 'Give an arena back to the system',
  generation: (name, generation) => `Have the object of ${name} in generation ${generation}, alive`,
  true: (expression) => `Make ${expression} true`,
  standing: {
    leak: (objects, leaked) => `Leak exactly ${counted(objects)}: ${leaked} leaked.`,
    free: (objects, name, left) => `Free all ${counted(objects)} that ${name} leads to: ${left} left.`,
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
