import type { Words } from '../words.ts';

export const refusals: Words['refusals'] = {
  badShape: 'Diese Anfrage kennt Heaproom nicht.',
  unknownEvent: 'Ein solches Ereignis kennt Heaproom nicht.',
  tooLarge: 'Das ist zu groß zum Senden. Teile es in kleinere Anweisungen auf.',
  tooFast: 'Zu viele Anfragen auf einmal. Warte einen Moment und versuche es noch einmal.',
  wrongOrigin: 'Diese Anfrage kam von einer anderen Website und wurde nicht ausgeführt.',
  wrongWire: 'Diese Seite ist älter als der Server. Lade sie neu.',
  notSignedIn: 'Melde dich zuerst als Lehrkraft an, mit dem Link, den der Server beim Start ausgegeben hat.',
  badToken:
    'Dieser Anmeldelink wurde schon benutzt oder gehört zu einem früheren Start. Nimm den neuesten Link, den der Server ausgegeben hat.',
  notFound: 'Hier ist nichts, oder es gehört dir nicht.',
  unknownCode: 'Keine Klasse hat diesen Code. Vergleiche ihn mit dem deiner Lehrkraft.',
  noSession: 'In dieser Klasse läuft gerade keine Stunde. Bitte deine Lehrkraft, eine zu beginnen.',
  sessionEnded: 'Diese Stunde ist zu Ende. Ansehen kannst du sie weiterhin.',
  classFull: 'Diese Klasse ist voll.',
  nicknameRefused:
    'Wähle einen anderen Namen: 1 bis 24 Zeichen, mindestens ein Buchstabe, und nichts, was andere verletzen könnte.',
  notMember: 'Tritt zuerst der Klasse bei.',
  removed: 'Die Lehrkraft hat dich aus dieser Stunde entfernt.',
  notAllowed: 'Das kann nur die Lehrkraft.',
  viewOnly: 'Dieser Bildschirm zeigt die Klasse nur; ändern kann er nichts.',
  locked: 'Die Lehrkraft hat den Raum geschlossen: Im Moment kann niemand neu dazukommen.',
  frozen: 'Die Lehrkraft hat den Heap gerade eingefroren; deine Anweisung wurde nicht ausgeführt.',
  syntaxError: 'Die Anweisung ist kein gültiges Python.',
  limit: 'Die Anweisung hat eine Grenze überschritten; nichts wurde geändert.',
  challengeOpen: 'Es läuft schon eine Aufgabe. Beende sie zuerst.',
  noChallenge: 'Es läuft keine Aufgabe.',
  wrongChallenge: 'Diese Antwort gehört zu etwas, das nicht mehr läuft.',
  tooEarly: 'Es hat noch nicht begonnen.',
  tooLate: 'Die Zeit für diese Antwort ist um.',
  paused: 'Die Uhr steht gerade still; Antworten zählen wieder, wenn sie weiterläuft.',
  judging: 'Die Antworten werden gerade bewertet. Das dauert einen Moment.',
  taskOpen: 'Der Heap der Klasse steht still, solange eine Aufgabe läuft.',
  predictionOpen: 'Der Heap der Klasse steht still, solange eine Vorhersage läuft.',
  heapMoved: 'Der Heap hat sich geändert, seit diese Vorhersage gemacht wurde. Nimm eine neue.',
  badAnswer: 'Diese Antwort passt nicht zur Frage.',
  stale:
    'Das wurde inzwischen in einem anderen Tab oder Browser geändert und deshalb nicht überschrieben. Was du hier siehst, ist noch so, wie du es verlassen hast.',
  engineFault:
    'Daran ist der Interpreter gescheitert; nichts wurde geändert. Der Raum ist wiederhergestellt.',
  notSaved: 'Der Server konnte das nicht speichern, also wurde es nicht getan. Versuche es noch einmal.',
  restarting: 'Der Server startet neu. Deine Seite verbindet sich von selbst wieder.',
};

export const refusalDetails: Words['refusalDetails'] = {
  begun: 'Es hat schon begonnen.',
  closedAlready: 'Hier werden schon keine Antworten mehr angenommen.',
  votedTwice: 'Es wurde schon zweimal abgestimmt.',
  solutionShown: 'Eine Lösung wird gerade gezeigt: Abzustimmen gibt es nichts mehr.',
  noClock: 'Es läuft keine Uhr.',
  clockRuns: 'Die Uhr läuft schon.',
  predictionGiven: 'Eine Vorhersage wird aus dem Heap gemacht und nicht vorgegeben.',
  noPrediction: 'Dieser Heap gibt keine solche Vorhersage her.',
  noTask: 'Eine solche Aufgabe gibt es nicht.',
  closeFirst: 'Schließe zuerst die Antworten: Dann kann eine Lösung gezeigt werden.',
  notTried: 'Diese Person hat die Aufgabe nicht versucht.',
  notAskedHowSure: 'Hier wird nicht gefragt, wie sicher man ist.',
  noStudent: 'Diese Person ist nicht in der Klasse.',
  oneIsNoStudent: 'Eine dieser Personen ist nicht in der Klasse.',
  noMember: 'Dieses Mitglied ist nicht in der Klasse.',
  teacherStays: 'Die Lehrkraft kann nicht entfernt werden.',
  noMoment: 'Einen solchen Moment hat die Stunde noch nicht.',
  noScenario: 'Ein solches Szenario gibt es nicht, oder es hat keinen solchen Schritt.',
  noCollection: 'Eine solche Sammlung lief in der Klasse nicht.',
  endFirst: 'Beende zuerst die Stunde: Ihre Namen sind noch in Gebrauch.',
  noSolution: 'Zu einer Frage gehört ihre Lösung.',
  otherKey: 'Die Lösung gehört nicht zu dieser Form von Frage.',
  sameOptions: 'Zwei Optionen dieser Frage sind gleich.',
  beliefs: 'Es gibt mehr Vorstellungen als Optionen.',
  keyNotThere: 'Die Lösung nennt eine Option, die es nicht gibt.',
  keyTwice: 'Die Lösung nennt eine Option zweimal.',
  noneRight: 'Mindestens eine Option muss richtig sein.',
  keyOrder: 'Die richtige Reihenfolge braucht jedes Element genau einmal.',
  otherKind: 'Das ist eine Antwort auf eine andere Art von Aufgabe.',
  otherForm: 'Das ist eine Antwort auf eine andere Form von Frage.',
  answerNotThere: 'Die Antwort nennt eine Option, die es nicht gibt.',
  answerTwice: 'Die Antwort nennt eine Option zweimal.',
  answerOrder: 'Die Antwort muss jedes Element einordnen.',
  serverFailed: 'An dieser Anfrage ist der Server gescheitert.',
  unreachable: 'Der Server ist nicht erreichbar. Prüfe deine Verbindung und versuche es noch einmal.',
};

export const limits: Words['limits'] = {
  fuel: () => 'Die Anweisung lief zu lange und wurde angehalten; nichts wurde geändert.',
  memory: (n) => `Der Heap dieser Klasse ist auf ${n} MiB begrenzt; nichts wurde geändert.`,
  output: (n) => `Eine Anweisung darf ${n} Zeichen ausgeben; nichts wurde geändert.`,
  depth: () => 'Die Anweisung ruft tiefer auf, als dieser Computer folgen kann; nichts wurde geändert.',
  source: (n) => `Eine Anweisung darf ${n} Zeichen haben.`,
};

function otherCourse(what: string): string {
  return `Diese Stunde kann nicht unter anderen Namen laufen, denn ${what} ginge anders aus: Jemand hat verwendet, wie ein Name lautet. Nichts wurde geändert. Du kannst sie stattdessen löschen.`;
}

export const precisely: Words['precisely'] = {
  inputsAllowed: (n) => `Diese Aufgabe erlaubt ${n} ${n === '1' ? 'Eingabe' : 'Eingaben'}.`,
  input: (n, says) => `Eingabe ${n}: ${says}`,
  statementDiffers: (n) => otherCourse(`Anweisung ${n}`),
  roundDiffers: (n) => otherCourse(`Runde ${n}`),
};
