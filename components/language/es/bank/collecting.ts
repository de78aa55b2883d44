import type { BankWords } from '../../../../classroom/bank/words.ts';

export const collecting: Readonly<Record<string, BankWords>> = {
  'collect-returns-objects': {
    belief: 'gc.collect() devuelve bytes.',
    wrong: [
      ['2', 'Cuenta las dos listas.'],
      ['56', 'Devuelve los bytes de una lista.'],
    ],
    why: 'Devuelve cuántos objetos inalcanzables ha encontrado. La lista de `b` se liberó al momento por su contador; solo esperaba la que se mantiene a sí misma.',
  },
  'self-cycle-of-an-instance': {
    belief: 'Una instancia que se mantiene a sí misma son dos objetos, con su dict.',
    wrong: [
      ['2', 'La instancia y su dict: así era hasta 3.10.'],
      ['0', 'No es un ciclo de verdad.'],
    ],
    why: 'Desde 3.11, los atributos están al lado de la instancia, y no se crea ningún dict hasta que alguien lo pide.',
  },
  'two-instances-in-a-cycle': {
    belief: 'Dos instancias son cuatro objetos.',
    wrong: [
      ['4', 'Cada una tiene un dict.'],
      ['1', 'Un ciclo cuenta como uno.'],
    ],
    why: 'Dos instancias, y nunca se creó ningún dict.',
  },
  'touched-dicts-count': {
    belief: 'Mirar __dict__ no cambia nada.',
    wrong: [
      ['2', 'Leer no crea nada.'],
      ['3', 'Solo se queda el último dict.'],
    ],
    why: 'Pedir `__dict__` crea un dict de verdad para cada instancia, que también resulta inalcanzable.',
  },
  'del-in-a-cycle': {
    belief: '__del__ en un ciclo bloquea la recolección.',
    wrong: [
      ['1', 'Se pone en gc.garbage: así era antes de 3.4.'],
      ['2', 'Se guardan el objeto y el método.'],
    ],
    why: 'Primero se ejecutan los finalizadores, luego se vacía el ciclo. gc.garbage queda vacía.',
  },
  'del-runs-once': {
    belief: '__del__ se ejecuta cada vez que muere un objeto.',
    wrong: [
      ['2', 'Murió dos veces.'],
      ['0', 'Lo que se salva no ha muerto.'],
    ],
    why: 'A un finalizador se le llama una sola vez. La segunda vez, el objeto desaparece en silencio.',
  },
  'when-it-runs': {
    belief: 'El recolector se ejecuta con un temporizador o cuando queda poca memoria.',
    wrong: [
      ['(0.5, 5, 50)', 'Son segundos.'],
      ['(1048576, 10, 10)', 'El primero son bytes.'],
    ],
    why: 'La generación más joven se recolecta cuando las creaciones de objetos vigilados superan a las liberaciones en más de 700.',
  },
  'numbers-start-nothing': {
    belief: 'Muchos números ponen en marcha el recolector.',
    wrong: [
      ['28', 'Una recolección por cada 700 objetos.'],
      ['1', 'Una por la lista.'],
    ],
    why: 'Los números y los textos no se vigilan: no pueden formar parte de un ciclo. La lista es un solo objeto vigilado.',
  },
  'get-count-is-three-numbers': {
    belief: 'get_count dice cuántas recolecciones ha habido.',
    wrong: [['False', 'No hubo ninguna recolección, así que es 0.']],
    why: 'El primer número son las creaciones menos las liberaciones desde la última recolección de la generación más joven.',
  },
  'young-collections-only': {
    belief: 'gc.collect(0) libera cualquier ciclo.',
    wrong: [
      ['1', 'Un ciclo es un ciclo.'],
      ['2', 'Encuentra la lista y su elemento.'],
    ],
    why: 'La lista sobrevivió a una recolección completa y está en la generación más vieja. gc.collect(0) solo mira la más joven.',
  },
  'old-cycle-is-found': {
    belief: 'Lo que se ha hecho viejo nunca se libera.',
    wrong: [
      ['0', 'La generación más vieja se guarda para siempre.'],
      ['2', 'Encuentra la lista y su elemento.'],
    ],
    why: 'Una recolección de la generación más vieja lo mira todo.',
  },
  'survivors-move': {
    belief: 'Los supervivientes se quedan en la generación 0.',
    wrong: [['False', 'Se quedan donde están.']],
    why: 'Lo que sobrevive a una recolección de la generación 0 pasa a la 1, luego a la 2, y allí se queda.',
  },
  'get-objects-is-not-all': {
    belief: 'gc.get_objects() da todos los objetos.',
    wrong: [['True', 'Da todos los objetos.']],
    why: 'Da los contenedores vigilados. Los números, los textos y similares no están entre ellos.',
  },
  'dict-of-numbers-is-untracked': {
    belief: 'Todo dict se vigila.',
    wrong: [
      ['(True, True)', 'Un dict es un contenedor.'],
      ['(False, False)', 'Los literales son constantes.'],
    ],
    why: 'Un dict se vigila desde el momento en que contiene algo que podría formar parte de un ciclo.',
  },
  'tuple-of-numbers-is-untracked-later': {
    belief: 'Una tupla se vigila siempre.',
    wrong: [['True', 'Una tupla es un contenedor.']],
    why: 'Cuando el recolector ve que una tupla no contiene nada que pueda formar un ciclo, deja de vigilarla.',
  },
  'callback-of-a-dying-weakref': {
    belief: 'El callback de una referencia débil siempre se ejecuta.',
    wrong: [
      ['1', 'Su objeto ha muerto.'],
      ['2', 'Una vez por el objeto y otra por ella misma.'],
    ],
    why: 'La referencia débil es parte de la misma basura: a su callback no se le llama.',
  },
  'a-tail-is-garbage-too': {
    belief: 'Solo se cuentan los objetos del propio ciclo.',
    unit: 'objetos',
    why: 'Las dos listas del ciclo y la lista vacía que solo mantiene el ciclo: a ninguna de las tres se llega desde ningún sitio.',
  },
  'nothing-left-to-collect': {
    belief: 'El recolector cuenta todo lo que se ha liberado.',
    unit: 'objetos',
    why: 'Las cuatro listas no están en ningún ciclo: sus contadores bajaron a 0 en `del a`, y se liberaron en ese mismo momento. El recolector no encuentra nada.',
  },
  'the-oldest-needs-a-quarter': {
    belief:
      'La generación más vieja se recolecta en cuanto la anterior se ha recolectado las veces suficientes.',
    wrong: [
      ['4', 'Cada 24 listas nuevas le toca a la generación más vieja.'],
      ['100', 'Cada lista nueva pone en marcha una recolección.'],
    ],
    why: 'Le llega el turno, pero se salta hasta que los objetos llegados desde la última recolección completa son más de una cuarta parte de los viejos. Si no, un programa que crece lo miraría todo una y otra vez.',
  },
  'what-is-tracked': {
    belief: 'El recolector lleva una lista de todos los objetos.',
    asks: '¿Cuáles de estos objetos vigila el recolector?',
    options: [
      ['[]', null],
      ['{}', 'Todo dict se vigila.'],
      ["{'a': 1}", 'Un dict que contiene algo se vigila.'],
      ["{'a': []}", null],
      ["'text'", 'Todo objeto se vigila.'],
      ['10 ** 20', 'Los números grandes se vigilan, porque ocupan mucho sitio.'],
      ['set()', null],
    ],
    why: 'Solo lo que podría formar parte de un ciclo: las listas y los sets siempre, un dict en cuanto contiene algo que podría. Los números y los textos no hacen referencia a nada.',
  },
  'steps-of-a-collection': {
    belief: 'El recolector sigue las referencias desde los nombres y libera el resto.',
    asks: 'Hay una recolección. ¿En qué orden hace esto?',
    items: [
      'Copiar el contador de referencias de cada objeto',
      'Restar las referencias que vienen de dentro',
      'Apartar lo que no se alcanza desde fuera',
      'Ejecutar los finalizadores',
      'Romper los ciclos vaciando los objetos',
    ],
    why: 'Lo que queda tras la resta son referencias de fuera. Los objetos que no tienen ninguna, y a los que no lleva nada de fuera, son basura; los finalizadores aún los ven enteros.',
  },
  'the-one-that-waits': {
    belief: 'Sin nombres, todo desaparece al momento.',
    asks: 'Se escribe `del a, b, c`. ¿Qué objeto sigue ahí hasta que se ejecuta el recolector?',
    why: 'Primero desaparece `c`, que mantenía `a`; luego `a`, que mantenía `b`. El contador de `b` sigue en 1, porque hace referencia a sí mismo.',
  },
  'age-by-collection': {
    belief: 'Cada recolección hace más viejos a todos los supervivientes.',
    wrong: [
      ['[0]', 'Los supervivientes se quedan donde están.'],
      ['[2]', 'Dos recolecciones, dos generaciones más vieja.'],
    ],
    why: 'La primera recolección pasó la lista a la generación 1. La segunda solo miró la generación 0, donde la lista ya no estaba.',
  },
  'why-generations': {
    belief: 'Las generaciones sirven para liberar primero los objetos viejos.',
    asks: '¿Por qué el recolector mira los objetos jóvenes más a menudo que los viejos?',
    model:
      'La mayoría de los objetos mueren jóvenes, así que mirar los jóvenes encuentra la mayor parte de la basura con poco trabajo; lo que ha sobrevivido mucho tiempo por lo general seguirá vivo, y volver a mirarlo todo cuesta mucho.',
    why: 'Una recolección de la generación 0 mira unos 700 objetos. Una completa mira todos los que hay, que pueden ser millones.',
  },
  'get-count-after-collections': {
    belief: 'get_count dice cuántas recolecciones ha habido.',
    wrong: [
      ['(0, 3)', 'get_count dice cuántas recolecciones de cada generación ha habido.'],
      ['(3, 3)', 'Una recolección completa cuenta para todas las generaciones.'],
    ],
    why: 'El segundo y el tercero cuentan las recolecciones de la generación inmediatamente más joven desde la última de la suya. Una recolección completa pone los tres a 0; cuántas ha habido lo dice `gc.get_stats()`.',
  },
};
