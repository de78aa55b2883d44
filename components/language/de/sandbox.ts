import type { Words } from '../words.ts';
import { numbers } from './numbers.ts';

const { count } = numbers;

export const sandbox: Words['sandbox'] = {
  title: 'Sandbox',
  starting: 'Ein Interpreter wird gestartet …',
  bar: {
    scenarios: 'Szenarien',
    predict: 'Vorhersagen',
    undo: 'Letzte Anweisung zurücknehmen',
    reset: 'Zurücksetzen: ein leerer Heap',
    copyLink: 'Link kopieren',
    around: 'Führ mich herum',
  },
  tabs: {
    heap: 'Der Heap',
    views: 'Ansichten des Heaps',
    graph: 'Graph',
    table: 'Tabelle',
    tree: 'Baum',
    memory: 'Speicher',
    time: 'Zeit',
    details: 'Einzelheiten',
    object: 'Objekt',
    names: 'Namen',
    generations: 'Generationen',
    transcript: 'Verlauf',
    predict: 'Vorhersagen',
  },
  picker: 'Kurze Skripte über je eine Idee, Schritt für Schritt. Ein Szenario beginnt mit einem leeren Heap.',
  closingQuestion: 'Schlussfrage',
  share: {
    moment: {
      title: 'Ein Moment einer Stunde hat keinen Link',
      text: 'Seinen Heap hat die ganze Klasse gemacht. Gib anderen den Link der Wiedergabe.',
    },
    long: { title: 'Zu viel für einen Link', text: 'Setze zurück und teile eine kürzere Geschichte.' },
    copied: {
      title: 'Link kopiert',
      text: 'Er führt dieselben Anweisungen aus und ergibt denselben Heap.',
    },
    shown: {
      title: 'Der Link steht in der Adresszeile',
      text: 'Von selbst kopieren lässt er sich hier nicht.',
    },
  },
  link: {
    title: 'Dieser Link lässt sich nicht öffnen',
    dismiss: 'Ausblenden',
    meanwhile: 'Du kannst inzwischen mit einem leeren Heap oder einem Szenario anfangen.',
    momentGone:
      'Dieser Moment einer Stunde ist nicht mehr in diesem Browser. Geh zur Wiedergabe und öffne ihn von dort noch einmal.',
    /** `moment`: the class and the entry. */
    momentOlder: (moment) =>
      `${moment} wurde mit einer anderen Version der Engine aufbewahrt und lässt sich nicht öffnen. Öffne den Moment in der Wiedergabe noch einmal, sofern er dort noch gezeichnet wird.`,
    long: 'Der Link ist länger als jeder, den die Sandbox macht.',
    noScenario: 'Ein Szenario dieses Namens gibt es hier nicht. Such es in der Liste der Szenarien.',
    other: 'Das ist kein Link der Sandbox, oder eine neuere Version hat ihn gemacht.',
    damaged:
      'Ein Teil des Links fehlt oder wurde verändert. Kopiere den ganzen Link und versuche es noch einmal.',
    tooMany: 'Der Link enthält mehr Anweisungen, als die Sandbox öffnet.',
    notPython: (statement, line, message) =>
      `Anweisung ${statement} darin ist kein gültiges Python: Zeile ${line}, ${message}. Nichts wurde ausgeführt.`,
  },
  ground: {
    moment: (classroom, entry) => `${classroom}, Eintrag ${entry}`,
    title: (moment) => `Der Heap von ${moment}`,
    text: (module) => [
      'Du schreibst als ',
      module,
      ', und niemand sonst sieht es. „Zurücksetzen“ beginnt mit einem leeren Heap.',
    ],
  },
  fault: {
    title: 'Bei uns stimmt etwas nicht',
    text: (source, what) =>
      `Der simulierte Interpreter ist an „${source}“ gescheitert (${what}). Der Heap ist, wie er vorher war.`,
  },
  note: {
    collected: (generation, unreachable) =>
      `Generation ${generation} gesammelt: ${count(unreachable, 'Objekt', 'Objekte')} unerreichbar`,
    collectedAutomatically: (generation, unreachable) =>
      `Generation ${generation} von selbst gesammelt: ${count(unreachable, 'Objekt', 'Objekte')} unerreichbar`,
    made: (n) => `${count(n, 'Objekt', 'Objekte')} erzeugt`,
    freed: (n) => `${count(n, 'Objekt', 'Objekte')} freigegeben`,
  },
  practice: {
    title: 'Vorhersagen',
    tally: (right, asked) => `${right} von ${asked} richtig`,
    leave: 'Vorhersagen beenden',
    asking: 'Eine Kopie des Heaps wird befragt.',
    check: 'Prüfen',
    another: 'Eine andere',
    right: 'Richtig.',
    wrong: 'Nicht ganz.',
    answer: (answer) => `Deine Antwort: ${answer}`,
    next: 'Weiter',
    runHere: 'Hier ausführen',
  },
};
