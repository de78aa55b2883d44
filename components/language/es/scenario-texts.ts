import type { Words } from '../words.ts';
import { collector } from './scenarios/collector.ts';
import { counts } from './scenarios/counts.ts';
import { cycles } from './scenarios/cycles.ts';
import { frames } from './scenarios/frames.ts';
import { leaner } from './scenarios/leaner.ts';
import { memory } from './scenarios/memory.ts';
import { objects } from './scenarios/objects.ts';
import { tools } from './scenarios/tools.ts';

export const scenarioTexts: Words['scenarioTexts'] = {
  asksOutput: '¿Qué imprime la última línea?',
  of: { ...objects, ...counts, ...cycles, ...collector, ...memory, ...frames, ...leaner, ...tools },
};
