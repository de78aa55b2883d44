import type { ScenarioWords } from '../../../../classroom/scenarios/words.ts';

export const leaner: Readonly<Record<string, ScenarioWords>> = {
  'list-or-generator': {
    title: 'Lista o generador',
    aim: 'Una lista contiene todos sus elementos a la vez. Un generador los crea uno a uno.',
    say: [
      'Una lista de 1000 cuadrados.',
      'Solo sus direcciones ocupan 8856 bytes.',
      'Los mismos cuadrados como generador.',
      'Tiene un marco y ningún elemento: 208 bytes, y los mismos para un millón de cuadrados.',
      'La suma es la misma. La lista tuvo que existir entera antes de poder sumarse.',
    ],
    sides: ['Lista', 'Generador'],
    question: {
      belief: 'Un generador se puede recorrer tantas veces como una lista.',
      wrong: [
        ['(3, 3)', 'Empieza de nuevo.'],
        ['(0, 0)', 'Aún no se había creado nada.'],
      ],
      why: 'No guarda nada de lo que dio. Tras la primera suma está agotado.',
    },
  },
  slots: {
    title: 'Con __slots__ y sin ellos',
    aim: 'Unos slots con nombre ocupan el lugar de una tabla de atributos en cada instancia.',
    say: [
      'Un punto como de costumbre.',
      'Un punto. Sus atributos están en una tabla propia: mira sus bytes.',
      'Un punto con slots.',
      'Sus atributos están en el propio objeto.',
      '48 bytes, y eso es todo.',
      '1000 puntos de cada clase. Las instancias con slots son un bloque; las otras, dos.',
    ],
    sides: ['__dict__', '__slots__'],
    question: {
      belief: 'Los slots son solo una indicación.',
      wrong: [['nada', 'Siempre se puede añadir un atributo.']],
      why: 'Sin un `__dict__` no hay dónde poner otro atributo.',
    },
  },
  'weak-parent': {
    title: 'Un padre fuerte o uno débil',
    aim: 'Un hijo que conoce débilmente a su padre no crea ningún ciclo: el árbol muere con su raíz.',
    say: [
      'Un árbol cuyos hijos mantienen débilmente a su padre.',
      'Una raíz con un hijo. El camino hacia arriba se dibuja a trazos: no cuenta.',
      'Se llama a la referencia para obtener el padre.',
      'La raíz muere al momento, y el camino del hijo hacia arriba no lleva a ninguna parte.',
      'Ya no hay padre.',
      'Se construyen y se olvidan 100 árboles pequeños. Con padres fuertes esperan al recolector; con padres débiles ya no están.',
    ],
    sides: ['Padre fuerte', 'Padre débil'],
    question: {
      belief: 'Una referencia débil mantiene su objeto durante un tiempo.',
      wrong: [['False', 'Está ahí hasta que llega el recolector.']],
      why: 'No cuenta. El nodo se liberó al final de la llamada.',
    },
  },
  join: {
    title: 'Sumar textos o unirlos',
    aim: 'Un texto no puede cambiar: sumarle algo crea uno nuevo; unir crea solo el último.',
    say: [
      'Un texto.',
      'Un segundo nombre para él.',
      'Sumar crea otro texto; `b` aún tiene el viejo.',
      'Son dos objetos.',
      'Un texto de 2000 trozos, guardado en cada paso o compuesto al final. Sumar copia una y otra vez lo que ya hay.',
    ],
    sides: ['Sumar', 'Unir'],
    question: {
      belief: '+= cambia el propio texto.',
      wrong: [["'one two'", 'Ambos nombres tienen el mismo texto.']],
      why: '`+=` crea un texto nuevo y se lo da al nombre `a`.',
    },
  },
  interning: {
    title: 'Textos iguales, un objeto',
    aim: 'Los textos creados durante la ejecución se guardan todos, por iguales que sean, salvo que se internen.',
    say: [
      'Dos textos iguales, cada uno compuesto de nuevo.',
      'Iguales, y dos objetos.',
      'Internar da el que ya se conoce.',
      'Ahora son uno.',
      '1000 respuestas, de las que solo 3 son distintas.',
    ],
    sides: ['Tal como llegan', 'Internadas'],
    question: {
      belief: 'Los textos iguales son siempre un solo objeto.',
      wrong: [
        ['(True, True)', 'Python ya conoce el texto.'],
        ['(False, False)', 'Dos objetos distintos nunca son iguales.'],
      ],
      why: 'Lo que se crea durante la ejecución es un objeto nuevo, aunque exista uno igual.',
    },
  },
  'tuple-or-list': {
    title: 'Tupla o lista',
    aim: 'Lo que nunca cambia no necesita sitio para crecer.',
    say: [
      'Una lista: una cabecera y un bloque para las direcciones.',
      '88 bytes en dos bloques.',
      'Una tupla: todo en un bloque.',
      '64 bytes.',
      '2000 pares. Además, el recolector deja de mirar las tuplas de números.',
    ],
    sides: ['Listas', 'Tuplas'],
    question: {
      belief: 'Una copia de una tupla ocupa tanto como la tupla.',
      wrong: [
        ['(False, False)', 'Una copia es otro objeto.'],
        ['(True, True)', 'Las cosas iguales se comparten.'],
      ],
      why: 'Una tupla no puede cambiar, así que es su propia copia. Una lista hay que copiarla.',
    },
  },
  'bytes-or-list': {
    title: 'Números pequeños como bytes',
    aim: 'Una lista gasta 8 bytes en la dirección de un número que cabe en uno.',
    say: [
      '100 ceros en una lista.',
      '856 bytes.',
      '100 ceros en un bytearray.',
      '157 bytes: una cabecera, 100 bytes y uno al final.',
      '10.000 contadores que nunca pasan de 255.',
    ],
    sides: ['Lista', 'bytearray'],
    question: {
      belief: 'Un bytearray admite cualquier número.',
      wrong: [['nada', 'Crece.']],
      why: '256 es uno más de lo que cabe en un byte.',
    },
  },
  temporaries: {
    title: 'Listas por el camino',
    aim: 'Una cadena de pasos no tiene por qué crear una lista en cada uno.',
    say: [
      'Números.',
      'Una lista de los pares…',
      '…y una lista de sus cuadrados.',
      '120 es lo que se quería.',
      'Lo mismo con 10.000 números. Los generadores pasan cada número por toda la cadena antes de que se cree el siguiente.',
    ],
    sides: ['Una lista en cada paso', 'Una cadena de generadores'],
    question: {
      belief: 'Los generadores aplican un paso tras otro a todo.',
      wrong: [
        ['1 2 10 20', 'Primero un paso, luego el otro.'],
        ['10 20', 'El primer paso se salta.'],
      ],
      why: 'El segundo paso pide un número, y el primero crea justo ese.',
    },
  },
  reuse: {
    title: 'Usar otra vez una misma lista',
    aim: 'Lo que se necesita en cada vuelta se puede crear una sola vez.',
    say: [
      'Un búfer.',
      'Su dirección.',
      'Se rellena de nuevo en el mismo sitio: ningún objeto nuevo.',
      'Es el mismo búfer.',
      '200 vueltas con una lista nueva cada vez, o con una que se rellena de nuevo.',
    ],
    sides: ['Una lista nueva en cada vuelta', 'Una lista'],
    question: {
      belief: 'Una lista que se usa otra vez es tan buena como una nueva.',
      wrong: [
        ['[[0], [1], [2]]', 'Cada vuelta guarda la suya.'],
        ['[[0], [0], [0]]', 'La primera se queda.'],
      ],
      why: 'Todos los sitios guardan la misma lista. Usa una otra vez solo donde nadie la guarde.',
    },
  },
  'weak-cache': {
    title: 'Una caché que suelta',
    aim: 'Una caché que mantiene sus entradas con referencias fuertes nunca encoge.',
    say: [
      'Una página.',
      'Una caché cuyos valores se mantienen débilmente.',
      'Una página en ella.',
      'Se encuentra mientras alguien la usa.',
      'Ya no la usa nadie.',
      'Y la caché la ha olvidado.',
      'Se crean 200 páginas, y al final 1 sigue en uso.',
    ],
    sides: ['dict', 'WeakValueDictionary'],
    question: {
      belief: 'Una caché mantiene lo que se puso en ella.',
      wrong: [['1', 'La página está en la caché.']],
      why: 'Ninguna otra cosa hacía referencia a la página, así que murió al final de la sentencia.',
    },
  },
  'breaking-cycles': {
    title: 'Romper un ciclo a mano',
    aim: 'Quien sabe dónde se cierra un anillo puede abrirlo, y el recuento hace el resto.',
    say: [
      'Dos nodos que se conocen.',
      'Un anillo de dos.',
      'Se abre en un punto.',
      'Los nombres se van, y con ellos los dos nodos.',
      'No queda nada para el recolector: 0.',
      '1000 anillos, dejados al recolector o abiertos a mano. De los que se dejaron cerrados, los más nuevos aún lo esperan.',
    ],
    sides: ['Dejados cerrados', 'Abiertos'],
    question: {
      belief: 'Hay que quitar todas las referencias de un anillo.',
      wrong: [
        ['gone', 'Solo el que se soltó.'],
        ['nada', 'Los otros aún se mantienen entre sí.'],
      ],
      why: 'Donde el anillo está abierto, a su extremo ya no llega ninguna referencia. Muere, y los demás tras él.',
    },
  },
};
