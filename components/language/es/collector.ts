import type { Words } from '../words.ts';
import { numbers } from './numbers.ts';

const { whole, count } = numbers;

export const collector: Words['collector'] = {
  counter(it) {
    switch (it.kind) {
      case 'zero':
        return 'El umbral 0 es cero: no se recolecta nada automáticamente.';
      case 'off':
        return 'La recolección automática está desactivada.';
      case 'allocations':
        return `Creaciones menos liberaciones. Se recolecta cuando ${count(it.left, 'objeto más se haya creado', 'objetos más se hayan creado')}.`;
      case 'collections':
        return `Recolecciones de la generación ${it.younger} desde la última de la generación ${it.younger + 1}. Se recolecta tras ${whole(it.left)} más.`;
      case 'waits':
        return `Espera a que también una cuarta parte sea nueva: ${whole(it.pending)} pendientes, ${whole(it.needed)} necesarios.`;
    }
  },
  next(it) {
    switch (it.kind) {
      case 'zero':
        return 'No se recolectará nada por sí solo: el umbral 0 es cero.';
      case 'off':
        return 'No se recolectará nada por sí solo: el recolector está desactivado.';
      case 'due': {
        const when = `La próxima recolección llega cuando se ${it.left === 1 ? 'cree' : 'creen'} ${count(it.left, 'objeto', 'objetos')} más de los que se liberen`;
        if (it.generation === 2) return `${when}, y será completa: le toca a la generación 2.`;
        return it.generation === 1
          ? `${when}. Le toca a la generación 1, que se recolecta junto con la 0.`
          : `${when}. Será solo de la generación 0.`;
      }
    }
  },
  disabled: 'gc.disable(): sin recolección automática',
  generation: (n) => `Generación ${n}`,
  objects: (n) => count(n, 'objeto', 'objetos'),
  collect: (n) => `Recolectar ${n}`,
  countOf: (n) => `Contador de la generación ${n}`,
  of: (threshold) => `de ${whole(threshold)}`,
  soFar: (collections, freed) =>
    `Hasta ahora ${count(collections, 'recolección', 'recolecciones')}, ${whole(freed)} liberados.`,
  frozen: (n) => `${count(n, 'objeto congelado', 'objetos congelados')} en la generación permanente.`,
};
