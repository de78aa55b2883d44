import type { Words } from '../words.ts';
import { numbers } from './numbers.ts';
import { parts, tell } from './telling.ts';

const call: Words['player']['call'] = ({ automatic, generation }) =>
  automatic ? `recolección automática de la generación ${generation}` : `gc.collect(${generation})`;

export const player: Words['player'] = {
  tell,
  call,
  watch: (collection) => `Ver ${call(collection)}`,
  phases: {
    merge: 'Reunir',
    count: 'Copiar contadores',
    subtract: 'Restar',
    scan: 'Buscar alcanzables',
    promote: 'Promover',
    legacy: 'Finalizadores antiguos',
    weakrefs: 'Referencias débiles',
    finalizers: 'Finalizadores',
    check: 'Resurrección',
    clear: 'Vaciar',
    end: 'Resultado',
  },
  phaseList: 'Fases',
  noPhase: 'Antes de la primera fase',
  phaseOf: (title, place, all) => `${title}, fase ${place} de ${all}`,
  inCPython: (name) => `En CPython: ${name}`,
  standings: {
    reachable: 'alcanzable',
    tentative: 'apartado',
    unreachable: 'inalcanzable',
    survivor: 'sobrevive',
    untracked: 'ya no vigilado',
    resurrected: 'resucitado',
    freed: 'liberado',
  },
  verdicts: {
    marked: 'lo marcaste',
    right: 'correcto: lo marcaste',
    wrong: 'incorrecto: lo marcaste y se queda',
    missed: 'se te escapó: no lo marcaste',
  },
  predicted: (right, n) => `${right ? 'Correcto' : 'Incorrecto'}: predijiste ${n}`,
  title: 'Recolección, paso a paso',
  stepOf: (at, last) => `paso ${at} de ${last}`,
  form: 'Forma',
  lists: 'Listas',
  graph: 'Grafo',
  close: 'Cerrar el reproductor',
  first: 'Primer paso',
  back: 'Paso atrás',
  play: 'Reproducir',
  pause: 'Pausar',
  forward: 'Paso adelante',
  last: 'Último paso',
  slider: 'Paso de la recolección',
  sliderAt: (at, last, says) => `Paso ${at} de ${last}: ${says}`,
  speed: 'Velocidad',
  bothLists: 'Las listas del recolector',
  generation: (generation) => `Generación ${generation}`,
  examined: 'Examinados',
  setAside: 'Apartados, quizá inalcanzables',
  unreachable: 'Inalcanzables',
  freed: 'Liberados',
  refs: 'refs',
  references: 'referencias',
  marked: (votes) => (votes === 1 ? '1 lo marcó' : `${votes} lo marcaron`),
  hidden: (more, partsHidden) =>
    [
      more > 0 ? numbers.count(more, 'objeto más', 'objetos más') : null,
      partsHidden > 0 ? parts(partsHidden) : null,
    ]
      .filter((one) => one !== null)
      .join(' y '),
};
