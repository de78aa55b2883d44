import type { ScenarioWords } from '../../../../classroom/scenarios/words.ts';

export const frames: Readonly<Record<string, ScenarioWords>> = {
  locals: {
    title: 'Un nombre se va, el objeto se queda',
    aim: 'Los nombres de una llamada terminan con ella. Aquello a lo que hacían referencia termina solo si nadie más le hace referencia.',
    say: [
      'Una función con dos variables locales, de las que devuelve una.',
      'Tras la llamada, una lista está y la otra ya no.',
      'La lista nunca estuvo en una pila: solo lo estuvo el nombre `kept`.',
      'Una segunda llamada tiene sus propios nombres y crea su propia lista.',
    ],
    question: {
      belief: 'Una lista creada en una función muere con la llamada.',
      wrong: [
        ['[]', 'Se vacía cuando termina la llamada.'],
        ['None', 'Ya no está cuando termina la llamada.'],
      ],
      why: 'El nombre `x` desaparece. La lista se entrega por su dirección.',
    },
  },
  'deep-call': {
    title: 'Ninguna llamada del camino suelta',
    aim: 'Una recursión mantiene tantas referencias a su argumento como niveles de profundidad tiene.',
    say: [
      'Una función que pregunta al llegar al fondo.',
      'Una lista con un nombre.',
      'Una llamada: 3, como con cualquier función.',
      '10 llamadas más abajo: 13, una más por cada marco.',
      'Todos los marcos han desaparecido: 2.',
    ],
    question: {
      belief: 'Pasar un argumento a otra función no añade ninguna referencia.',
      wrong: [
        ['2', 'Solo cuentan el nombre y la llamada.'],
        ['3', 'Solo cuenta la función más interna.'],
      ],
      why: 'Los nombres `a`, `x` e `y`, y el argumento de `getrefcount`.',
    },
  },
  suspended: {
    title: 'Un marco que espera',
    aim: 'Un generador guarda su marco en el heap, con sus variables locales, hasta que termina.',
    say: [
      'Una función con una variable local grande, que se detiene por el camino.',
      'Al llamarla se crea un generador. Aún no se ha ejecutado nada.',
      'Se ejecuta hasta el primer yield.',
      'El marco está suspendido. Entre los nombres encuentras `big`.',
      'Cerrarlo acaba con el marco, y la lista se va.',
      'El generador está ahí, pero ya no tiene marco.',
    ],
    question: {
      belief: 'Las variables locales terminan en un yield.',
      wrong: [
        ['gone closing', 'La variable local termina en el yield.'],
        ['closing', 'El objeto espera al recolector.'],
      ],
      why: 'El marco suspendido guarda sus variables locales. Cerrar el generador acaba con él.',
    },
  },
  closure: {
    title: 'Lo que una función se lleva consigo',
    aim: 'Una variable local que usa una función interna pasa del marco a una celda.',
    say: [
      'Una función que devuelve una función.',
      'La llamada ha terminado, pero `seen` sigue viviendo en una celda de la función interna.',
      'Dice 1.',
      'La misma lista, otra vez: 2.',
      'El camino hasta ella.',
      'Una respuesta que es un número, para que `_` suelte.',
      'Con la función se va la celda, y con la celda, la lista.',
    ],
    question: {
      belief: 'Una clausura copia los valores que usa.',
      wrong: [['1', 'El valor se copió cuando se creó la función.']],
      why: 'Ambas usan la misma celda. La función mira dentro de ella cuando se la llama.',
    },
  },
  traceback: {
    title: 'Un error que no suelta',
    aim: 'El último traceback mantiene sus marcos, y los marcos mantienen sus variables locales.',
    say: [
      'Una función que falla con una variable local grande a mano.',
      'El marco de la llamada fallida sigue ahí, con `big`.',
      'De ahí cuelga.',
      'El siguiente error ocupa su lugar, y la lista se va.',
    ],
    question: {
      belief: 'Tras un error desaparece todo lo de la llamada.',
      right: 'nada',
      wrong: [['gone', 'La llamada ha terminado.']],
      why: 'El error conoce su traceback; el traceback, su marco; y el marco, su variable local.',
    },
  },
};
