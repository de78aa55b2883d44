import type { Words } from '../words.ts';
import { numbers } from './numbers.ts';

const { count } = numbers;

export const deckSays: Words['deck']['says'] = {
  noText: 'Falta el texto.',
  tooLong: (characters) => `El texto y el código juntos superan los ${characters} caracteres.`,
  notPython: (line, message) => `La línea ${line} no es Python válido: ${message}`,
  noRight: 'Marca la opción correcta.',
  severalRight: 'Solo una opción puede ser correcta. Elige «Todas las opciones correctas» si hay más de una.',
  noneRight: 'Marca al menos una opción como correcta.',
  noNumber: 'Falta el número correcto.',
  noObject: 'Nombra el objeto al que te refieres, por ejemplo `ana.a`.',
  noObjectInPicture: 'Nombra el objeto al que te refieres con un nombre del dibujo.',
  noExpression: (message) => `Esto no es una expresión de Python: ${message}`,
  tooFew: 'Hacen falta al menos dos opciones.',
  emptyOption: (option) => `La opción ${option} está vacía. Rellénala o quítala.`,
  sameOptions: (one, other) => `Las opciones ${one} y ${other} son iguales. Cambia o quita una.`,
  thereIsNone: (expression) => `No hay ningún objeto ${expression}.`,
  thereIsNoneSince: (expression, type, message) => `No hay ningún objeto ${expression}: ${type}: ${message}`,
  isNew: (expression) => `${expression} crea un objeto nuevo; nombra uno que ya exista.`,
  stopsBefore: (type, message) => `El código se detiene antes de su última línea: ${type}: ${message}`,
  prints: (printed) =>
    printed === null ? 'La última línea no muestra nada' : `La última línea muestra ${printed}`,
  raises: (type) => `La última línea lanza ${type}`,
  isNoNumber: (line) => `${line}, y eso no es un número.`,
  asAnswer: (line) => `${line}, como dice la respuesta.`,
  notAsAnswer: (line, value) => `${line}; la respuesta dice ${value ?? 'nada'}.`,
  plainly: (line) => `${line}.`,
  asOption: (line) => `${line}, como dice la opción correcta.`,
  asOther: (line, option) => `${line}: esa es la opción ${option}, que no está marcada como correcta.`,
  noOption: (line) => `${line}, y eso no es ninguna de las opciones.`,
  pictureNotPython: (line, message) => `La línea ${line} del dibujo no es Python válido: ${message}`,
  pictureRaises: (type, message) => `El programa del dibujo lanza ${type}: ${message}`,
  isThe: (expression, type, repr) => `${expression} es el ${type} ${repr}.`,
};

export const deckGoals: Words['deck']['goals'] = {
  leak: (objects) => `Pierde exactamente ${count(objects, 'objeto', 'objetos')}`,
  free: (name) => `Libera todo aquello a lo que lleva ${name}`,
  bytes: (most) => `Usa como mucho ${most} bytes`,
  shrink: (percent) => `Usa un ${percent} % menos de bytes que al principio`,
  arena: 'Devuelve una arena al sistema',
  generation: (name, generation) => `Lleva el objeto de ${name}, vivo, a la generación ${generation}`,
  true: (expression) => `Haz que ${expression} sea verdadero`,
  standing: {
    leak: (objects, leaked) =>
      `Pierde exactamente ${count(objects, 'objeto', 'objetos')}: ${count(leaked, 'perdido', 'perdidos')}.`,
    free: (objects, name, left) =>
      `Libera ${count(objects, 'objeto', 'objetos')} a los que lleva ${name}: ${left === 1 ? 'queda' : 'quedan'} ${left}.`,
    bytes: (most, used) => `Usa como mucho ${most} bytes: ${used} usados.`,
    shrink: (percent, start, fewer) =>
      `Usa un ${percent} % menos de bytes que los ${start} del principio: un ${fewer} % menos.`,
    arena: (given) => `Devuelve una arena: ${count(given, 'devuelta', 'devueltas')}.`,
    none: (name, generation) =>
      `Lleva el objeto de ${name} a la generación ${generation}: todavía no hay ningún ${name}.`,
    gone: (name, generation) => `Lleva el objeto de ${name} a la generación ${generation}: ya no está.`,
    generation: (name, generation, now) =>
      now === null
        ? `Lleva el objeto de ${name} a la generación ${generation}: no está en ninguna generación.`
        : `Lleva el objeto de ${name} a la generación ${generation}: está en la generación ${now}.`,
    true: (expression, says) => `Haz que ${expression} sea verdadero: ${says}.`,
  },
};
