import type { BankWords } from '../../../../classroom/bank/words.ts';

export const counting: Readonly<Record<string, BankWords>> = {
  'count-of-one-name': {
    belief: 'getrefcount da el número de nombres.',
    wrong: [
      ['1', 'Solo cuentan los nombres.'],
      ['3', 'La llamada necesita dos referencias propias.'],
    ],
    why: 'El nombre `x` es una referencia; el argumento de la llamada es la segunda.',
  },
  'count-of-no-name': {
    belief: 'getrefcount([]) es 2.',
    wrong: [
      ['0', 'Sin nombre no cuenta nada.'],
      ['2', 'La llamada siempre suma una a un nombre.'],
    ],
    why: 'A la lista nueva solo le hace referencia el propio argumento.',
  },
  'count-inside-a-function': {
    belief: 'Dentro de una función hay además una referencia más en la pila.',
    wrong: [
      ['2', 'El parámetro es la misma referencia que el nombre de fuera.'],
      ['4', 'La pila de quien llama también cuenta: así era hasta 3.10.'],
    ],
    why: 'El nombre `a`, el parámetro `x` y el argumento de getrefcount. Desde 3.11, la pila de quien llama cede su referencia al parámetro.',
  },
  'count-of-a-small-int': {
    belief: 'El contador de un número usado dos veces es 2.',
    wrong: [['False', 'Cada 1 es un objeto propio.']],
    why: 'Para 1 hay un único objeto, y todo el intérprete le hace referencia. Su contador solo es fijo desde 3.12.',
  },
  'del-removes-a-name': {
    belief: 'del libera el objeto.',
    wrong: [
      ['[]', 'del vacía el objeto.'],
      ['NameError', 'Con el objeto desaparecen todos sus nombres.'],
    ],
    why: '`del` quita el nombre `a`. La lista vive porque `b` le hace referencia.',
  },
  'freed-at-once': {
    belief: 'Un objeto espera al recolector.',
    wrong: [
      ['nada', 'Solo libera el recolector, y está desactivado.'],
      ['un error', 'No se puede liberar nada con el recolector desactivado.'],
    ],
    why: 'Cuando el contador llega a 0, el objeto se libera en ese mismo momento. El recolector no interviene.',
  },
  'cycle-keeps-its-count': {
    belief: 'Dos listas que pierden sus nombres se liberan.',
    wrong: [['True', 'Sin nombres, los contadores son 0.']],
    why: 'El contador de cada uno sigue en 1, porque el otro le hace referencia. Contar referencias, por sí solo, nunca libera un ciclo.',
  },
  'cycle-is-collected': {
    belief: 'Los ciclos se pierden para siempre.',
    wrong: [['False', 'Lo que hace referencia a sí mismo nunca se libera.']],
    why: 'El recolector resta las referencias que vienen de dentro; no queda ninguna, así que el objeto se libera.',
  },
  'list-times-shares': {
    belief: '[[]] * 5 crea cinco listas.',
    wrong: [
      ['1', 'Cada fila es una lista propia.'],
      ['0', 'append sobre una copia no cambia nada.'],
    ],
    why: 'La lista exterior contiene cinco veces la misma lista interior.',
  },
  'instances-hold-their-class': {
    belief: 'Una instancia no afecta a su clase.',
    wrong: [
      ['0', 'A una clase no la mantienen sus instancias.'],
      ['1', 'Todas las instancias comparten una referencia.'],
    ],
    why: 'Cada instancia de una clase creada en Python tiene una referencia propia a ella.',
  },
  'loop-variable-stays': {
    belief: 'La variable del bucle termina con el bucle.',
    wrong: [
      ['NameError', 'Pertenece al bucle.'],
      ['None', 'Se vacía al final.'],
    ],
    why: 'Un bucle no crea ningún ámbito. El nombre mantiene vivo el último elemento.',
  },
  'except-name-goes': {
    belief: 'El nombre de una excepción se queda, como la variable de un bucle.',
    wrong: [['True', 'Los nombres se quedan hasta que se borran.']],
    why: 'Python borra el nombre al final de la cláusula: la excepción mantiene el marco, y el marco mantendría la excepción.',
  },
  'traceback-keeps-locals': {
    belief: 'Capturar una excepción libera las variables locales de la función.',
    wrong: [['True', 'La función ha terminado, así que sus variables locales ya no están.']],
    why: 'La excepción mantiene su traceback, el traceback el marco, y el marco sus variables locales.',
  },
  'weakref-does-not-count': {
    belief: 'Una referencia débil cuenta.',
    wrong: [
      ['3', 'Una referencia es una referencia.'],
      ['1', 'Una referencia débil resta una.'],
    ],
    why: 'Cuentan el nombre y el argumento. Una referencia débil ve su objeto, pero no lo mantiene.',
  },
  'count-of-items': {
    belief: 'Solo cuentan los nombres, no los sitios de una lista.',
    unit: 'referencias',
    why: 'El nombre `x`, tres sitios de `box` y el argumento de la llamada. Cuenta cada sitio que hace referencia a un objeto.',
  },
  'count-of-a-shared-row': {
    belief: 'Cada fila de [[]] * 5 tiene una referencia.',
    unit: 'referencias',
    why: 'Los cinco sitios hacen referencia a una misma lista, y el argumento de la llamada es la sexta referencia.',
  },
  'what-lets-an-object-go': {
    belief: 'del o el recolector liberan un objeto que aún tiene un nombre.',
    asks: '¿Tras cuáles de estas sentencias deja de existir la instancia de `A`?',
    options: [
      ['del a', 'del libera el objeto.'],
      ['del a, b', null],
      ['a = b = None', null],
      ['del a; n = gc.collect()', 'El recolector libera lo que del ha marcado.'],
      ['a = None', 'Basta con sobrescribir un nombre.'],
      ['b = a = []', null],
    ],
    why: 'Desaparece cuando desaparece la última referencia a ella: ambos nombres tienen que soltarla, de la manera que sea. El recolector no tiene nada que ver.',
  },
  'order-of-a-cascade': {
    belief: 'Lo que un objeto mantiene se libera antes que él.',
    asks: '¿En qué orden imprime la última línea estos textos?',
    why: 'El contador del exterior es el primero que llega a 0. Solo al deshacerse suelta lo que mantiene, y así sucesivamente.',
  },
  'the-one-that-goes': {
    belief: 'del libera todo aquello a lo que lleva el nombre.',
    asks: 'Se escribe `del list_a`. ¿Qué objeto se libera?',
    why: 'El primer nodo pierde su única referencia. Al segundo lo sigue manteniendo `keep`, y al tercero, el segundo.',
  },
  'why-a-cycle-stays': {
    belief: 'Dos listas que pierden sus nombres se liberan.',
    asks: '¿Por qué contar referencias, por sí solo, no libera las dos listas?',
    model:
      'A cada lista le sigue haciendo referencia la otra, así que ninguno de los contadores baja a 0, aunque ya ningún nombre lleva a ellas.',
    why: 'Un contador dice cuántas referencias hay, no de dónde vienen. Solo el recolector descubre que todas vienen de dentro.',
  },
  'count-of-none': {
    belief: 'None tiene tantas referencias como se hayan escrito.',
    wrong: [['False', 'El contador de None es pequeño: los dos nombres y el argumento.']],
    why: 'Hay un único None, y el propio intérprete le hace referencia miles de veces: valores por defecto, sitios vacíos, constantes de cada función.',
  },
};
