import type { Words } from '../words.ts';
import { numbers } from './numbers.ts';
import { parts, tell } from './telling.ts';

const call: Words['player']['call'] = ({ automatic, generation }) =>
  automatic ? `automatische Sammlung von Generation ${generation}` : `gc.collect(${generation})`;

export const player: Words['player'] = {
  tell,
  call,
  watch: (collection) => `Ansehen: ${call(collection)}`,
  phases: {
    merge: 'Zusammenlegen',
    count: 'Zähler kopieren',
    subtract: 'Abziehen',
    scan: 'Erreichbare',
    promote: 'Aufrücken',
    legacy: 'Alte Finalizer',
    weakrefs: 'Schwache Referenzen',
    finalizers: 'Finalizer',
    check: 'Wiederbelebung',
    clear: 'Leeren',
    end: 'Ergebnis',
  },
  phaseList: 'Phasen',
  noPhase: 'Vor der ersten Phase',
  phaseOf: (title, place, all) => `${title}, Phase ${place} von ${all}`,
  inCPython: (name) => `Bei CPython: ${name}`,
  standings: {
    reachable: 'erreichbar',
    tentative: 'beiseitegelegt',
    unreachable: 'unerreichbar',
    survivor: 'überlebt',
    untracked: 'nicht mehr beobachtet',
    resurrected: 'wiederbelebt',
    freed: 'freigegeben',
  },
  verdicts: {
    marked: 'von dir markiert',
    right: 'richtig: von dir markiert',
    wrong: 'falsch: von dir markiert, es bleibt',
    missed: 'verpasst: von dir nicht markiert',
  },
  predicted: (right, n) => `${right ? 'Richtig' : 'Falsch'}: Du hast ${n} vorhergesagt`,
  title: 'Sammlung, Schritt für Schritt',
  stepOf: (at, last) => `Schritt ${at} von ${last}`,
  form: 'Form',
  lists: 'Listen',
  graph: 'Graph',
  close: 'Player schließen',
  first: 'Erster Schritt',
  back: 'Schritt zurück',
  play: 'Abspielen',
  pause: 'Anhalten',
  forward: 'Schritt vor',
  last: 'Letzter Schritt',
  slider: 'Schritt der Sammlung',
  sliderAt: (at, last, says) => `Schritt ${at} von ${last}: ${says}`,
  speed: 'Tempo',
  bothLists: 'Die Listen des Collectors',
  generation: (generation) => `Generation ${generation}`,
  examined: 'Untersucht',
  setAside: 'Beiseitegelegt, vielleicht unerreichbar',
  unreachable: 'Unerreichbar',
  freed: 'Freigegeben',
  refs: 'Refs',
  references: 'Referenzen',
  marked: (votes) => `${votes} markiert`,
  hidden: (more, partsHidden) =>
    [
      more > 0 ? numbers.count(more, 'weiteres Objekt', 'weitere Objekte') : null,
      partsHidden > 0 ? parts(partsHidden) : null,
    ]
      .filter((one) => one !== null)
      .join(' und '),
};
