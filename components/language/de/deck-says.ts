import type { Words } from '../words.ts';
import { numbers } from './numbers.ts';

const { count } = numbers;

export const deckSays: Words['deck']['says'] = {
  noText: 'Der Text fehlt.',
  tooLong: (characters) => `Text und Code sind zusammen länger als ${characters} Zeichen.`,
  notPython: (line, message) => `Zeile ${line} ist kein gültiges Python: ${message}`,
  noRight: 'Markiere die Option, die richtig ist.',
  severalRight:
    'Nur eine Option kann richtig sein. Wähle „Alle richtigen Optionen“, wenn es mehr davon gibt.',
  noneRight: 'Markiere mindestens eine Option als richtig.',
  noNumber: 'Die richtige Zahl fehlt.',
  noObject: 'Nenne das gemeinte Objekt, zum Beispiel `ana.a`.',
  noObjectInPicture: 'Nenne das gemeinte Objekt mit einem Namen aus dem Bild.',
  noExpression: (message) => `Das ist kein Ausdruck in Python: ${message}`,
  tooFew: 'Es braucht mindestens zwei Optionen.',
  emptyOption: (option) => `Option ${option} ist leer. Fülle sie aus oder entferne sie.`,
  sameOptions: (one, other) => `Die Optionen ${one} und ${other} sind gleich. Ändere oder entferne eine.`,
  thereIsNone: (expression) => `Ein Objekt ${expression} gibt es nicht.`,
  thereIsNoneSince: (expression, type, message) =>
    `Ein Objekt ${expression} gibt es nicht: ${type}: ${message}`,
  isNew: (expression) => `${expression} erzeugt ein neues Objekt; nenne eines, das schon da ist.`,
  stopsBefore: (type, message) => `Der Code endet vor seiner letzten Zeile: ${type}: ${message}`,
  prints: (printed) => `Die letzte Zeile gibt ${printed ?? 'nichts'} aus`,
  raises: (type) => `Die letzte Zeile löst ${type} aus`,
  isNoNumber: (line) => `${line}, und das ist keine Zahl.`,
  asAnswer: (line) => `${line}, wie es die Antwort sagt.`,
  notAsAnswer: (line, value) => `${line}; die Antwort sagt ${value ?? 'nichts'}.`,
  plainly: (line) => `${line}.`,
  asOption: (line) => `${line}, wie es die richtige Option sagt.`,
  asOther: (line, option) => `${line}: Das ist Option ${option}, die nicht als richtig markiert ist.`,
  noOption: (line) => `${line}, und das ist keine der Optionen.`,
  pictureNotPython: (line, message) => `Zeile ${line} des Bildes ist kein gültiges Python: ${message}`,
  pictureRaises: (type, message) => `Das Programm des Bildes löst ${type} aus: ${message}`,
  isThe: (expression, type, repr) => `${expression} ist ${type} ${repr}.`,
};

export const deckGoals: Words['deck']['goals'] = {
  leak: (objects) => `Lass genau ${count(objects, 'Objekt', 'Objekte')} verloren gehen`,
  free: (name) => `Gib alles frei, wohin ${name} führt`,
  bytes: (most) => `Belege höchstens ${most} Bytes`,
  shrink: (percent) => `Belege ${percent} % weniger Bytes als am Anfang`,
  arena: 'Gib dem System eine Arena zurück',
  generation: (name, generation) => `Bring das Objekt von ${name} lebend in Generation ${generation}`,
  true: (expression) => `Mach ${expression} wahr`,
  standing: {
    leak: (objects, leaked) =>
      `Lass genau ${count(objects, 'Objekt', 'Objekte')} verloren gehen: ${leaked} verloren.`,
    free: (objects, name, left) =>
      `Gib alle ${count(objects, 'Objekt', 'Objekte')} frei, zu denen ${name} führt: ${left} übrig.`,
    bytes: (most, used) => `Belege höchstens ${most} Bytes: ${used} belegt.`,
    shrink: (percent, start, fewer) =>
      `Belege ${percent} % weniger Bytes als die ${start} am Anfang: ${fewer} % weniger.`,
    arena: (given) => `Gib eine Arena zurück: ${given} zurückgegeben.`,
    none: (name, generation) =>
      `Bring das Objekt von ${name} in Generation ${generation}: Es gibt noch kein ${name}.`,
    gone: (name, generation) => `Bring das Objekt von ${name} in Generation ${generation}: Es ist weg.`,
    generation: (name, generation, now) =>
      now === null
        ? `Bring das Objekt von ${name} in Generation ${generation}: Es ist in keiner Generation.`
        : `Bring das Objekt von ${name} in Generation ${generation}: Es ist in Generation ${now}.`,
    true: (expression, says) => `Mach ${expression} wahr: ${says}.`,
  },
};
