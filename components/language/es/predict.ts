import type { Words } from '../words.ts';

export const predict: Words['predict'] = {
  kinds: {
    refcount: 'Qué devuelve sys.getrefcount',
    holders: 'Cuántas referencias mantienen un objeto',
    size: 'Qué devuelve sys.getsizeof',
    identity: 'Si es el mismo objeto',
    counts: 'Qué devuelve gc.get_count()',
    generation: 'Dónde está un objeto tras una recolección',
    block: 'Qué dirección recibe el próximo objeto',
    dies: 'Qué muere si desaparece un nombre',
    frees: 'Qué del libera todo esto',
    collect: 'Qué devuelve gc.collect',
  },
  surprise: 'Sorpréndeme',
  about: 'Sobre',
  level: 'Nivel',
  levels: { 1: 'Fácil', 2: 'Medio', 3: 'Difícil' },
  right: '(correcta)',
};
