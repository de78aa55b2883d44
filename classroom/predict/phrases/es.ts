/** Objects are named by how they look, with their type behind, so that no sentence has to know their gender. */
import type { Phrases } from './en.ts';

function counted(n: number, one: string, many: string): string {
  return `${n} ${n === 1 ? one : many}`;
}

const COLLECTOR = 'incluidos los 16 bytes de delante que usa el recolector';
const GENERATIONS = ['solo la generación 0', 'las generaciones 0 y 1', 'todas las generaciones'] as const;

export const spanish: Phrases = {
  ifTyped: 'Si se escribieran ahora estas líneas, ¿qué imprimiría la última?',
  ifTypedOne: 'Si se escribiera ahora esta línea, ¿qué imprimiría?',
  shown: (type, repr) => `${repr} (${type})`,
  kind: (type) => type,
  beside: (object, text) => `${text} = ${object}`,
  variable: (name, called) => `la variable ${name} de ${called}`,
  name: (name) => `el nombre ${name}`,
  times: (holder, n) => `${holder}, ${n} veces`,
  inside: (label, holder) => `${label} de ${holder}`,
  list: (parts) =>
    parts.length <= 2 ? parts.join(' y ') : `${parts.slice(0, -1).join('; ')}; y ${parts.at(-1) ?? ''}`,
  life: {
    alive: (way) => `se alcanza por ${way}`,
    leaked: (cycle) => `solo lo mantiene un ciclo (${cycle}), que nada de lo que se ejecuta alcanza`,
    builtin: 'pertenece al intérprete',
    gone: 'ya no está',
  },
  nothing: {
    empty:
      'El heap aún no tiene nada sobre lo que preguntar. Ejecuta antes una sentencia, por ejemplo `a = [1, 2]`.',
    atLevel: 'El heap, tal como está, no da ninguna pregunta nueva de este tipo en este nivel.',
    noOther: 'Elige otro tipo o nivel, o cambia el heap.',
    easier: 'Elige un nivel más fácil, o crea unos cuantos objetos que se hagan referencia.',
  },
  missing: {
    refcount: 'Da antes uno o dos nombres a un objeto tuyo, por ejemplo `a = [1, 2]` y `b = a`.',
    holders: 'Da antes uno o dos nombres a un objeto tuyo, por ejemplo `a = [1, 2]` y `b = a`.',
    size: 'Crea antes una lista, una tupla, un dict o un set, por ejemplo `a = [1, 2, 3]`.',
    identity:
      'Crea antes dos nombres para un objeto, o dos objetos que se vean iguales: `a = [1]`, `b = a` y `c = [1]`.',
    counts: 'Crea antes un objeto que el recolector cuente, por ejemplo `a = [1, 2]`.',
    generation: 'Crea antes un contenedor, por ejemplo `a = [1, 2]`.',
    block:
      'Crea antes un objeto, por ejemplo `a = [1, 2]`: las preguntas son sobre un heap que contiene algo.',
    dies: 'Crea antes un contenedor que mantenga otro, por ejemplo `a = [[1], [2]]` y `b = a[0]`.',
    frees: 'Crea antes objetos que mantengan otros, por ejemplo `a = [[1], [2]]` y `b = [a[0]]`.',
    collect: 'Pierde algo antes: `a = []`, `a.append(a)`, `del a`.',
  },
  prints: (said, why) => `Imprime ${said}. ${why}`,
  notes: {
    none: '',
    repeated: 'Una lista repetida mantiene el mismo objeto una y otra vez.',
    slice: 'El corte es otra lista: hace referencia a los elementos, no a la lista.',
    lambda: 'Una función busca sus nombres globales cuando se la llama; no mantiene ninguno.',
    echo: 'El intérprete guarda como `_` lo último que imprimió, y con ello esa lista con sus dos elementos.',
    inCall: 'La lista dentro de la llamada ya no está cuando la llamada ha vuelto.',
    weak: 'Una referencia débil no cuenta.',
    itself: 'Una lista puede mantenerse a sí misma: eso cuenta como cualquier otra referencia.',
  },
  refcount: (said, n, object, held) =>
    `Imprime ${said}. ${counted(n, 'referencia', 'referencias')} a ${object}: ${held}. El argumento de la llamada es una más.`,
  holders: {
    asks: (object) =>
      `Si se escribiera esto ahora, ¿cuántas referencias mantendrían después ${object}? Cuenta nombres y sitios en otros objetos.`,
    why: (n, held, call) =>
      `${counted(n, 'referencia', 'referencias')}: ${held}. ${call} diría ${n + 1}, porque su argumento es una más.`,
  },
  size: {
    unit: 'bytes',
    bytes: (n) => `${n} bytes`,
    why: (value, parts) => `Imprime ${value}: ${parts} Lo que ocupan los propios elementos no se cuenta.`,
    list: (places, used, size) =>
      `56 bytes para la propia lista, ${COLLECTOR}, y 8 por cada sitio para un elemento, de los que tiene ${places}: 56 + 8 × ${places} = ${size}. ${counted(used, 'sitio está', 'sitios están')} en uso.`,
    tuple: (items, size) =>
      `40 bytes para la propia tupla, ${COLLECTOR}, y 8 por cada elemento: 40 + 8 × ${items} = ${size}. Una tupla no tiene sitio de sobra.`,
    dict: (room, used, size) =>
      `64 bytes para el propio dict, ${COLLECTOR}, y ${size - 64} para su tabla, que tiene sitio para ${counted(room, 'clave', 'claves')}: 64 + ${size - 64} = ${size}. Dentro hay ${counted(used, 'clave', 'claves')}.`,
    smallSet: (used) =>
      `216 bytes, ${COLLECTOR}: un set lleva dentro una tabla para 8, y ${counted(used, 'elemento no necesita', 'elementos no necesitan')} otra.`,
    set: (places, size) =>
      `216 bytes para el propio set, ${COLLECTOR}, y 16 por cada uno de los ${places} sitios de su tabla: 216 + 16 × ${places} = ${size}. La tabla pequeña de dentro cuenta aunque ya no se use.`,
  },
  identity: {
    heldBy: (object, held) => `${object}, mantenido por: ${held}`,
    same: (left, right, object) => `${left} y ${right} llevan a un único objeto: ${object}.`,
    fresh: (left, right, object) => `${right} crea un objeto nuevo. ${left} es ${object}.`,
    alike: (left, right, one, other) =>
      `${left} y ${right} llevan a dos objetos que se ven iguales. Uno es ${one}. El otro es ${other}.`,
    unchanging: 'Una tupla no puede cambiar, así que Python no hace ninguna copia de ella.',
    asks: (module) =>
      `¿Cuáles de estas comparaciones imprimirían \`True\` si se escribieran ahora${module === null ? '' : ` en ${module}`}?`,
    verdict: (source, said, why) => `${source} es ${said}: ${why}`,
  },
  counts: {
    makes: {
      none: '',
      threeLists: 'Se crean tres listas, y se quedan.',
      listAndDict: 'Se crean una lista y un dict; un número y un texto no cuentan.',
      oneList: 'Se crea una lista; el objeto que lleva dentro ya estaba antes.',
      fourContainers: 'Se crean cuatro contenedores: la lista y los tres que lleva dentro.',
      goneAtOnce: 'La lista ya no está cuando la llamada ha vuelto: creada y liberada, no cambia nada.',
      fiveLists: 'Se quedan cinco listas: las cuatro y la que las mantiene.',
      twoGone: 'Se crean dos listas y se van otra vez, con el nombre que las mantenía.',
      dictTupleList: 'Se crean un dict, una tupla y una lista, y se quedan.',
      onlyList: 'Solo cuenta la lista: los números y los textos no pueden tener referencias.',
      oneOfThree: 'Se crean tres listas, y una de ellas se va otra vez.',
    },
    now: (counts) => `Los contadores están ahora en ${counts}.`,
    before: (counts) => `Antes, los contadores estaban en ${counts}.`,
    ran: (threshold, generations) =>
      `Cuando el primero superó su umbral, ${threshold}, dentro de la creación se ejecutó ${generations.map((each) => `una recolección de la generación ${each}`).join(', luego ')}: puso el primero a 0 y contó uno más detrás de él. El primero cuenta lo que se creó desde entonces, menos lo que se fue.`,
    change(stays) {
      if (stays === 0) return 'Así que el primero queda como estaba.';
      return stays > 0
        ? `Así que el primero sube ${stays}: creaciones menos liberaciones.`
        : `Así que el primero baja ${-stays}: se liberó más de lo que se creó.`;
    },
    prompt: (own) =>
      own === 1
        ? '1 más es el objeto función en el que se ejecuta la última línea.'
        : `${own} más son los objetos en los que se ejecuta la última línea.`,
  },
  generation: {
    places: ['En la generación 0', 'En la generación 1', 'En la generación 2'],
    none: 'En ninguna: vive, pero el recolector no lo vigila',
    gone: 'En ningún sitio: se libera',
    stands: (object, generation) => `Ahora ${object} está en la generación ${generation}.`,
    untracked: (object) => `Ahora ${object} no está vigilado.`,
    del: '`del` quita el nombre.',
    held: (held, life) => `Lo mantiene esto: ${held}${life === '' ? '' : `; ${life}`}.`,
    last: 'Era la última referencia, así que el objeto se libera antes de cualquier recolección.',
    looks: (call, generation) =>
      `${call} mira ${GENERATIONS[generation]}; lo que sobrevive allí pasa a la generación ${Math.min(2, generation + 1)}.`,
    passes: (call, generation, stands) =>
      `${call} mira ${GENERATIONS[generation]}, y para entonces está en la generación ${stands}: allí se queda.`,
    untracks: 'No contiene nada vigilado, así que la recolección lo quita de las listas.',
    asks: (text, module) =>
      `Si se escribiera esto ahora, ¿dónde estaría después el objeto al que ahora hace referencia ${module === null ? text : `${text} en ${module}`}?`,
  },
  block: {
    place: (address, name) => `${address}, donde estaba primero ${name}`,
    at: (name, address) => `${name} en ${address}`,
    asks: (bytes, places) =>
      `Objetos de ${bytes} bytes: si se escribieran ahora estas líneas, los primeros objetos estarían aquí: ${places.join(', ')}. ¿Qué dirección imprimiría la última línea?`,
    why: (address, make, bytes, given, name, before) =>
      `${address}: ${make} pide ${bytes} bytes, y un pool de ese tamaño entrega primero el bloque que recuperó en último lugar. Bloques devueltos: el de ${given.join(', luego el de ')}; este es el de ${name}.${before === null ? '' : ` ${before} tomó el anterior.`}`,
  },
  dies: {
    nothing: 'Ninguno: todos siguen vivos',
    asks: 'Si se escribiera ahora esta línea, ¿cuáles de estos objetos liberaría?',
    spot: (text, object) => `${text}, ${object}`,
    dies: (text, held) => `${text} muere. Solo lo mantenía esto: ${held}. Y eso desaparece.`,
    lives: (text, held, life) =>
      `${text} vive. Aún lo mantiene esto: ${held}${life === '' ? '' : `; ${life}`}.`,
    del: '`del` quita un nombre, no un objeto.',
  },
  frees: {
    asks: (one) =>
      `¿Cuál de estas sentencias, escrita ahora, liberaría ${one ? 'este objeto' : 'todos estos objetos'}?`,
    why: (statement, one) =>
      `${statement} quita la última referencia que lleva a ${one ? 'él' : 'ellos'} desde fuera.`,
    held: (text, held) => `A ${text} solo lo mantiene esto: ${held}.`,
    survives: (statement, text, held, life) =>
      `Tras ${statement} aún está ${text}, mantenido por: ${held}${life === '' ? '' : `; ${life}`}.`,
  },
  collect: {
    zero: 'Devuelve 0: de lo que mira, todo es alcanzable.',
    value: (n, objects) => `Devuelve ${n}, el número de objetos que mira y que nada alcanza: ${objects}.`,
    held: (object, held, life) => `A ${object} lo mantiene esto: ${held}${life === '' ? '' : `: ${life}`}.`,
    older: (object, generation, call) =>
      `${object} también está perdido, pero está en la generación ${generation}, que ${call} no mira.`,
  },
};
