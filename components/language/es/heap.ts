import type { ObjectView } from '../../../heap/index.ts';
import type { Words } from '../words.ts';
import { numbers } from './numbers.ts';

const { whole, bytes, count } = numbers;

function generationOf({ generation, tracked }: Pick<ObjectView, 'generation' | 'tracked'>): string {
  if (generation === 'permanent') return 'permanente';
  if (generation !== null) return `gen. ${generation}`;
  return tracked ? 'vigilado' : 'no vigilado';
}

function references(n: number): string {
  return count(n, 'referencia', 'referencias');
}

function objects(n: number): string {
  return count(n, 'objeto', 'objetos');
}

function some(parts: readonly string[], more: number): string {
  return more === 0 ? parts.join(', ') : `${parts.join(', ')} y ${more} más`;
}

export const heap: Words['heap'] = {
  generationOf,
  objects,
  refs: (n) => (n === 1 ? '1 ref.' : `${n} refs.`),
  sentence(object) {
    const parts = [`${object.type} ${object.repr}`];
    parts.push(object.refcount === null ? 'compartido por el intérprete' : references(object.refcount));
    parts.push(`${whole(object.size)} bytes`);
    parts.push(generationOf(object));
    if (object.owner !== null) parts.push(`creado por ${object.owner}`);
    if (!object.reachable) parts.push('perdido: nada de lo que se ejecuta puede alcanzarlo');
    return parts.join(', ');
  },
  leaked: 'perdido',
  freed: 'liberado',
  newborn: 'nuevo',
  weak: 'débil',
  made: 'creado por ella',
  changed: 'cambiado por ella',
  names: 'nombres',
  myNames: 'mis nombres',
  frame: 'marco',
  frameIn: (module) => `marco en ${module}`,
  namesOf: (title) => `Nombres de ${title}`,
  frameOf: (title) => `Marco de ${title}`,
  noNames: 'aún no hay nombres',
  noNamesTitle: 'Aún no hay nombres',
  noNamesText: 'Un nombre aparece cuando una sentencia lo enlaza.',
  pointsTo: 'apunta a',
  nameCount: (n) => count(n, 'nombre', 'nombres'),
  more: (n) => `${n} más`,
  pile: (type, n) => (type === null ? objects(n) : `${type} × ${whole(n)}`),
  pilePress: (size, off) => `${bytes(size)}, pulsa para sacar ${off}`,
  aPile: 'una pila de objetos',
  pileSpoken: (title, leaked, size) => `Pila: ${title}, ${leaked ? 'perdida, ' : ''}${size} bytes`,
  news: {
    born: (parts, more) => `Nuevo: ${some(parts, more)}.`,
    freed: (parts, more) => `Liberado: ${some(parts, more)}.`,
    leaked: (parts, more) => `Perdido: ${some(parts, more)}.`,
    counted: (name, refs) => `${name}: ${references(refs)}`,
    counts: (parts, more) => `${some(parts, more)}.`,
    moved: (n) => `${count(n, 'objeto ha pasado', 'objetos han pasado')} a otra generación.`,
  },
  legend: {
    title: 'Leyenda',
    generation: (n) => `gen. ${n}`,
    freed: 'recién liberado',
    mine: 'mío',
    weak: 'referencia débil',
  },
  bar: {
    objects: (n) => (n === 1 ? 'objeto' : 'objetos'),
    leaked: (n) => (n === 1 ? 'perdido' : 'perdidos'),
    meter: 'Bytes en uso de los bytes del sistema',
    meterAt: (used, all) => `${bytes(used)} en uso de ${bytes(all)} del sistema`,
    of: (used, all) => `${bytes(used)} de ${bytes(all)}`,
    blocks: (arenas, blocks) => `${count(arenas, 'arena', 'arenas')}, ${count(blocks, 'bloque', 'bloques')}`,
  },
  effect: {
    running: (id) => `Ejecutando de nuevo el registro hasta la entrada ${id}`,
    entry: (id, author) => `Entrada ${id}, ${author}:`,
    close: 'Cerrar lo que hizo la entrada',
  },
  noCanvas: {
    title: 'Este navegador no dibuja imágenes',
    text: 'No le da a la página un lienzo, así que no hay tarjetas ni flechas. La tabla tiene los mismos objetos, y todo lo demás funciona.',
  },
};
