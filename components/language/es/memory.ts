import type { Words } from '../words.ts';
import { numbers } from './numbers.ts';

const { whole, bytes, count } = numbers;

const PARTS: Readonly<Record<Parameters<Words['memory']['holder']>[0], (object: string) => string>> = {
  object: (object) => object,
  items: (object) => `los elementos de ${object}`,
  keys: (object) => `la tabla de ${object}`,
  'shared keys': (object) => `los nombres compartidos por las instancias de ${object}`,
  docstring: (object) => `el docstring de ${object}`,
  values: (object) => `los atributos de ${object}`,
  table: (object) => `la tabla de ${object}`,
  text: (object) => `el texto de ${object}`,
  state: (object) => `los datos propios de ${object}`,
  callback: (object) => `una función a la que llamar al final, guardada por ${object}`,
};

export const memory: Words['memory'] = {
  title: 'Memoria',
  holder: (part, object, owner) => `${PARTS[part](object)}${owner === null ? '' : `, creado por ${owner}`}`,
  states: {
    untouched: 'nunca entregado',
    header: 'cabecera del pool, 48 bytes',
    tail: 'resto del pool, demasiado corto para un bloque',
    free: 'libre: devuelto, se entrega de nuevo antes que los intactos',
    used: 'en uso por el intérprete',
    kept: 'guardado por su tipo para el próximo objeto',
  },
  shares: {
    used: 'en uso en pools',
    outside: 'más de 512 bytes, fuera',
    kept: 'guardados por tipos',
    freeInPools: 'libres en pools en uso',
    overhead: 'cabeceras y restos de pools',
    emptyPools: 'pools vacíos',
    untouched: 'aún sin usar',
  },
  pool: (pool, arena) => `Pool ${pool} de la arena ${arena}`,
  poolEmpty: (name) => `${name}: vacío. Cualquier clase de tamaño puede tomarlo.`,
  poolUsed: (name, size, used, all) =>
    `${name}: bloques de ${size} bytes, ${whole(used)} de ${whole(all)} en uso${used === all ? ', lleno' : ''}.`,
  poolUntouched: (name) => `${name}: aún sin usar.`,
  block: (block, size, what) => `Bloque ${block}, ${size} bytes: ${what}.`,
  noPool: 'Ningún pool está en uso.',
  fragmentation: (percent, free) =>
    `El ${percent} % de los pools en uso está libre (${bytes(free)}), y solo para bloques del tamaño del pool.`,
  map: (arenas, pools, rest) =>
    `${count(arenas, 'arena', 'arenas')} de 1 MiB, ${count(pools, 'pool', 'pools')} en uso. ${rest}`,
  noCanvas:
    'No le da a la página un lienzo, así que las arenas no se dibujan. La tabla tiene los mismos pools.',
  noArena: 'Aún no hay arena: el primer objeto pequeño pide una.',
  pools: 'Pools de todas las arenas',
  blocks: 'Bloques del pool',
  empty: 'vacío',
  form: 'Forma de la memoria',
  asMap: 'Mapa',
  asTable: 'Tabla',
  colour: 'Color de los bloques',
  byClass: 'Por clase de tamaño',
  byOwner: 'Por dueño',
  figures: {
    title: 'Bytes del sistema',
    used: 'en uso',
    asked: 'pedidos al sistema',
    blocks: (arenas, blocks) => `${count(arenas, 'arena', 'arenas')}, ${count(blocks, 'bloque', 'bloques')}`,
  },
  legend: {
    title: 'Leyenda del mapa',
    bytes: (size) => count(size, 'byte', 'bytes'),
    interpreter: 'el intérprete',
    moreOwners: (n) => `y ${count(n, 'dueño más', 'dueños más')}: señala un bloque para leer su dueño`,
    free: 'libre',
    kept: 'guardado por su tipo',
    untouched: 'nunca entregado',
    header: 'cabecera del pool',
  },
  outside: {
    title: 'Fuera de los pools',
    requests: (n, size) =>
      `${count(n, 'petición', 'peticiones')} de más de 512 bytes${n === 0 ? '' : `, ${bytes(size)}`}`,
    kept: 'guardado por el intérprete',
    smaller: (n) => `y ${count(n, 'más pequeño', 'más pequeños')}`,
  },
  table: {
    classes: 'Clases de tamaño',
    noArena: 'Aún no hay arena: no se ha pedido nada.',
    blocksOf: 'Bloques de',
    bytes: (size) => count(size, 'byte', 'bytes'),
    pools: 'Pools',
    used: 'En uso',
    free: 'Sin usar',
    usedBytes: 'Bytes en uso',
    firstPools: (listed, all) => `Los primeros ${listed} de ${count(all, 'pool', 'pools')} en uso`,
    allPools: (n) => `${count(n, 'pool', 'pools')} en uso`,
    pool: 'Pool',
    show: 'Mostrar en el mapa:',
    usedOf: (used, all) => `${whole(used)} de ${whole(all)}`,
    state: 'Estado',
    full: 'lleno',
    hasRoom: 'tiene sitio',
    address: 'Dirección',
    others: (n) => `${count(n, 'pool', 'pools')} sin usar.`,
  },
};
