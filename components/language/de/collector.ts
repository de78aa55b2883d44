import type { Words } from '../words.ts';
import { numbers } from './numbers.ts';

const { whole, count } = numbers;

export const collector: Words['collector'] = {
  counter(it) {
    switch (it.kind) {
      case 'zero':
        return 'Schwelle 0 ist null: Nichts wird automatisch gesammelt.';
      case 'off':
        return 'Die automatische Sammlung ist abgeschaltet.';
      case 'allocations':
        return `Allokationen minus Freigaben. Gesammelt wird, wenn ${count(it.left, 'weiteres Objekt angelegt ist', 'weitere Objekte angelegt sind')}.`;
      case 'collections':
        return `Sammlungen von Generation ${it.younger} seit der letzten von Generation ${it.younger + 1}. Gesammelt wird nach ${whole(it.left)} weiteren.`;
      case 'waits':
        return `Wartet, bis auch ein Viertel neu ist: ${whole(it.pending)} stehen aus, ${whole(it.needed)} sind nötig.`;
    }
  },
  next(it) {
    switch (it.kind) {
      case 'zero':
        return 'Von selbst wird nichts gesammelt: Schwelle 0 ist null.';
      case 'off':
        return 'Von selbst wird nichts gesammelt: Der Collector ist ausgeschaltet.';
      case 'due': {
        const when = `Die nächste Sammlung kommt, wenn ${count(it.left, 'Objekt mehr angelegt als freigegeben ist', 'Objekte mehr angelegt als freigegeben sind')}`;
        if (it.generation === 2) return `${when}, und sie wird eine volle: Generation 2 ist fällig.`;
        return it.generation === 1
          ? `${when}. Generation 1 ist fällig und wird mit Generation 0 gesammelt.`
          : `${when}. Sie wird nur Generation 0 sammeln.`;
      }
    }
  },
  disabled: 'gc.disable(): keine automatische Sammlung',
  generation: (n) => `Generation ${n}`,
  objects: (n) => count(n, 'Objekt', 'Objekte'),
  collect: (n) => `Gen ${n} sammeln`,
  countOf: (n) => `Zähler von Generation ${n}`,
  of: (threshold) => `von ${whole(threshold)}`,
  soFar: (collections, freed) =>
    `Bisher ${count(collections, 'Sammlung', 'Sammlungen')}, ${whole(freed)} freigegeben.`,
  frozen: (n) => `${count(n, 'Objekt', 'Objekte')} eingefroren in der permanenten Generation.`,
};
