import type { Words } from '../words.ts';

const many = (n: number) => (n === 1 ? '1 Eingabe' : `${n} Eingaben`);

export const liveAnswer: Words['liveAnswer'] = {
  title: (n, challenge) => {
    if (challenge.kind === 'round') return `Runde ${n}: gc.collect(${challenge.generation})`;
    if (challenge.kind === 'task') return `Aufgabe ${n}`;
    return challenge.predicts === undefined ? `Frage ${n}` : `Vorhersage ${n}`;
  },
  closeResult: 'Ergebnis schließen',
  showSteps: 'Schritt für Schritt zeigen',
  watchSteps: 'Schritt für Schritt ansehen',
  closed: 'Es werden keine Antworten mehr angenommen. Die Lehrkraft löst gleich auf.',
  yours: 'Deine Antwort:',
  none: 'Du hast nicht geantwortet.',
  secondVote: 'Zweite Abstimmung',
  secondVoteText: 'Sprecht darüber und wähle dann neu. Änderst du nichts, gilt deine erste Antwort.',
  stopped: 'Die Uhr steht still; Antworten zählen wieder, wenn sie weiterläuft.',
  predicts:
    'Alle sagen vorher, was freigegeben wird und was der Aufruf zurückgibt. Was verloren ist, zeigt das Bild derweil nicht.',
  allAnswered: 'Alle haben geantwortet.',
  nobodyYet: 'Noch sind keine Lernenden da.',
  thinking: (names, more) =>
    `Noch am Überlegen: ${names.join(', ')}${more > 0 ? ` und ${more} weitere` : ''}.`,
  judging: (done, of) => `${done} von ${of} bewertet`,
  judgingLabel: 'Bewertete Antworten',
  judgingText: 'Es werden keine Antworten mehr angenommen. Alle werden noch einmal ausgeführt und bewertet.',
  howSure: 'Wie sicher bist du?',
  sure: { guess: 'Geraten', fairly: 'Eher sicher', certain: 'Sicher' },
  sent: 'Gesendet',
  send: 'Antwort senden',
  isIn: 'Sie ist angekommen. Du kannst sie ändern, bis die Lehrkraft die Frage schließt.',
  your: 'Deine Antwort',
  yourSeveral: 'Deine Antwort: alles, was richtig ist',
  yourIn: (unit) => `Deine Antwort, in ${unit}`,
  chooseWhere: 'Wähle es hier oder im Graphen, in der Tabelle oder im Baum.',
  yourObject: 'Deine Antwort: das Objekt, das gemeint ist',
  yourWords: 'Deine Antwort, in eigenen Worten',
  yourOrder: 'Deine Antwort: vom Ersten zum Letzten',
  up: (item) => `Nach oben: ${item}`,
  down: (item) => `Nach unten: ${item}`,
  pausedAt: (left) => `angehalten bei ${left}`,
  timeOver: 'die Zeit ist um',
  meant: 'deine Antwort',
  chooseMeant: 'Wähle das Objekt, das gemeint ist.',
  chosen: (object) => `Gewählt: ${object}. Sende es mit der Frage.`,
  toQuestion: 'Zur Frage',
  round: {
    willRun: (call) => [
      'Die Lehrkraft wird ',
      call,
      ' ausführen. Markiere, was dabei freigegeben wird, im Graphen oder hier, und sag, was der Aufruf zurückgibt.',
    ],
    willFree: 'Objekte, die freigegeben werden',
    willMove: 'Objekte, die in eine ältere Generation kommen',
    marked: (title, _n, drawn) => [`${title}: `, drawn, ' markiert'],
    returns: (call) => `${call} gibt zurück`,
    wholeNumber: 'Eine ganze Zahl, 0 oder mehr.',
    sent: 'Gesendet',
    send: 'Vorhersage senden',
    isIn: 'Sie ist angekommen. Du kannst sie ändern, bis die Lehrkraft sammelt.',
    nothing: 'Noch gibt es nichts, was der Garbage Collector ansieht.',
    by: (owner) => `von ${owner}`,
    goes: 'wird freigegeben',
    moves: 'rückt auf',
    freeing: (n) =>
      `Wähle ein Objekt, um es als eines zu markieren, das die Sammlung freigibt. ${n} markiert.`,
    moving: (n) =>
      `Wähle ein Objekt, um es als eines zu markieren, das in eine ältere Generation kommt. ${n} markiert.`,
    meaning: 'Was die Wahl eines Objekts bedeutet',
    freed: 'Wird freigegeben',
    moved: 'Rückt auf',
    toRound: 'Zur Runde',
  },
  task: {
    you: 'Du',
    noFuel:
      'Deine Eingaben haben verbraucht, was ein eigener Heap verbrauchen darf. Nimm einige zurück oder beginne von vorn.',
    prompt: 'Eingabe für deinen eigenen Heap',
    closed: 'Es werden keine Antworten mehr angenommen.',
    full: (n) =>
      `${n === 1 ? 'Die eine Eingabe ist' : `Alle ${n} Eingaben sind`} verbraucht. Nimm eine zurück, um weiterzumachen.`,
    takeBack: 'Die letzte zurücknehmen',
    startOver: 'Von vorn beginnen',
    sent: (n, most) => `${most === null ? many(n) : `${n} von ${many(most)}`}, als deine Antwort gesendet`,
    goals: 'Ziele',
    met: 'erreicht',
    notMet: 'noch nicht erreicht',
  },
  said: {
    round: (returned, marked) => `gibt ${returned} zurück, ${marked} markiert`,
    object: (serial) => `Objekt ${serial}`,
  },
};
