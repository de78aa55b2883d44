import type { Words } from '../words.ts';

const FIELDS = {
  prompt: 'Text',
  code: 'Code',
  picture: 'Bild',
  options: 'Optionen',
  answer: 'Antwort',
  setup: 'Anfang des Heaps',
  goals: 'Ziele',
} as const;

export const deckFiles: Words['deck']['files'] = {
  line: (line) => `Zeile ${line}`,
  lineColumn: (line, column) => `Zeile ${line}, Spalte ${column}`,
  question: (number) => `Frage ${number}`,
  fieldOf: (where, field) => `${where}, ${FIELDS[field]}`,
  parts: { question: 'Frage', options: 'Option', items: 'Teil', goals: 'Ziel' },
  empty: 'Das ist leer.',
  xml: 'Das ist XML. Exportiere die Fragen aus Moodle noch einmal, als GIFT oder Aiken.',
  notText:
    'Ab hier ist das kein Text in UTF-8. Speichere die Datei als UTF-8-Text und wähle sie noch einmal.',
  tooLarge: (size, allowed) =>
    `Das ist zu groß: ${size}, erlaubt sind ${allowed}. Teile es auf mehrere Fragensammlungen auf.`,
  tooMany: (questions, most) => `Es sind ${questions} Fragen; eine Fragensammlung hat höchstens ${most}.`,
  tooLong: 'Diese Frage oder ein Teil davon ist für Heaproom zu lang.',
  untilMended: (says) => `${says} Bis das behoben ist, lässt sich die Datei nicht wieder importieren.`,
  deck: {
    none: (version) =>
      `Das ist JSON, aber keine Fragensammlung: Die beginnt mit {"heaproom": "deck", "version": ${version}, …}.`,
    newer: (version, known) =>
      `Diese Fragensammlung hat Version ${version}; dieses Heaproom liest Version ${known}. Aktualisiere Heaproom, oder exportiere die Sammlung dort noch einmal als GIFT.`,
    unknownFields: (names) =>
      `Ein Feld ${names.map((name) => `„${name}“`).join(', ')} gibt es hier nicht. Entferne es oder berichtige seinen Namen.`,
    tooLong: (most) => `Das ist zu lang: Erlaubt sind ${most} Zeichen.`,
    tooMany: (most) => `Das sind zu viele: Erlaubt sind ${most}.`,
    tooHigh: (most) => `Der größte Wert ist ${most}.`,
    empty: 'Das ist leer. Fülle es aus.',
    tooFew: (least) => `Mindestens ${least} sind nötig.`,
    tooLow: (least) => `Der kleinste Wert ist ${least}.`,
    wrongKind: (expected) => `Das fehlt oder ist von der falschen Art: Erwartet wird ${expected}.`,
    oneOf: (values) => `Hier muss ${values.join(' oder ')} stehen.`,
    unknownKind: 'Diese Art kennt Heaproom nicht. Im Schema stehen die, die es kennt.',
  },
  json: {
    behindEnd: 'Hier sollte die Datei enden; hinter ihrer letzten Klammer steht noch etwas.',
    cutOff: 'Die Datei endet mittendrin: Etwas ist abgeschnitten.',
    singleQuotes: 'JSON nimmt nur doppelte Anführungszeichen (").',
    value:
      'Hier wird ein Wert erwartet: ein Text in doppelten Anführungszeichen, eine Zahl, true, false, null, [ oder {.',
    missing: (close) => `Die Datei endet mittendrin: Es fehlt ${close}.`,
    comma: (close) => `Davor fehlt ein Komma oder ${close}.`,
    extraComma: (close) => `Vor diesem ${close} steht ein Komma zu viel.`,
    field: 'Hier wird der Name eines Feldes in doppelten Anführungszeichen erwartet.',
    colon: 'Davor fehlt ein Doppelpunkt.',
    newLine: 'Ein Text in Anführungszeichen muss in seiner Zeile enden; schreibe \\n für eine neue Zeile.',
    unescaped: 'Dieses Zeichen muss maskiert werden.',
    hexadecimal: '\\u braucht vier hexadezimale Ziffern.',
    noEscape: (character) =>
      `JSON kennt \\${character} nicht; schreibe \\\\ für einen umgekehrten Schrägstrich.`,
    insideText: 'Die Datei endet in einem Text in Anführungszeichen.',
  },
  aiken: {
    leftOut: (why) => `${why} Sie wird weggelassen.`,
    noTasks: 'Aiken hat keine Aufgaben.',
    oneRight: 'Aiken hat nur Fragen mit einer richtigen Option.',
    noCode: 'Aiken hat keinen Code.',
    oneLine: 'In Aiken ist jeder Text eine einzige Zeile.',
    readOtherwise: 'Ihr Text würde in Aiken als etwas anderes gelesen.',
    noBeliefs: 'Erklärung und Vorstellungen gibt es in Aiken nicht.',
    noPicture: 'Aiken hat kein Bild eines Heaps; die Frage geht ohne es hinaus.',
    noRules: 'Zeitgrenze und die Frage, wie sicher man ist, gibt es in Aiken nicht.',
    strayOption: 'Eine Option ohne Frage davor.',
    tooManyOptions: (most) => `Eine Frage hat hier höchstens ${most} Optionen.`,
    expected: (letter, found) => `Hier wird Option ${letter} erwartet, nicht ${found}.`,
    strayAnswer: 'ANSWER: ohne Frage davor.',
    tooFewOptions: 'Diese Frage hat vor ANSWER: weniger als zwei Optionen.',
    answerNames: (last, found) => `ANSWER: muss eine der Optionen A bis ${last} nennen; es nennt „${found}“.`,
    oneLineQuestion: 'Der Text einer Frage ist in Aiken eine Zeile; danach kommen Optionen wie „A. …“.',
    noAnswer: 'Vor dieser Zeile fehlt die Zeile ANSWER:, die eine Frage beendet.',
    capitalOption: 'Optionen beginnen mit einem Großbuchstaben, wie in „A. …“.',
    capitalAnswer: 'Das muss in Großbuchstaben stehen, wie in „ANSWER: B“.',
    notEnded: 'Diese Frage wird von keiner Zeile ANSWER: beendet.',
    none: 'Hier ist keine Frage in Aiken.',
    tooLong: 'Diese Frage oder eine ihrer Optionen ist für Heaproom zu lang.',
  },
  gift: {
    noTasks: 'GIFT hat keine Aufgaben; diese wird weggelassen.',
    noObjects: 'GIFT kann nicht nach einem Objekt eines Heaps fragen; diese Frage wird weggelassen.',
    noPicture: 'GIFT hat kein Bild eines Heaps; die Frage geht ohne es hinaus.',
    noRules: 'Zeitgrenze und die Frage, wie sicher man ist, gibt es in GIFT nicht.',
    noOrder: 'GIFT hat keine Reihenfolge; daraus wird eine Zuordnung der Teile zu 1, 2, 3 …',
    noUnit: (unit) => `Die Einheit „${unit}“ gibt es in GIFT nicht.`,
    noModel: 'Was eine gute Antwort sagt, gibt es bei den Freitexten von GIFT nicht.',
    noKind: 'Keine dieser Fragen ist von einer Art, die Heaproom hat.',
    none: 'Hier ist keine Frage in GIFT.',
    openName: 'Der Name dieser Frage wird nicht mit einem zweiten „::“ geschlossen.',
    strayBrace: 'Hier steht } ohne { davor. Schreibe \\} für eine Klammer in einem Text.',
    description: 'Ein Text ohne { } ist eine Beschreibung, die nichts fragt; er wird weggelassen.',
    openBrace:
      'Die Antworten, die mit diesem { beginnen, werden nicht mit } geschlossen. Eine leere Zeile beendet eine Frage, auch in { }.',
    braceInside: 'In { } steht noch ein {. Schreibe \\{ für eine Klammer in einer Antwort.',
    twice:
      'Diese Frage hat zweimal Antworten in { }; nur eine Stelle ist möglich. Schreibe \\{ und \\} für Klammern in einem Text.',
    textBefore: 'Vor der ersten Antwort steht Text. Antworten beginnen mit = (richtig) oder ~ (falsch).',
    ownWords:
      'Nach einer kurzen Antwort wird hier in eigenen Worten gefragt; sie wird nicht bewertet, und die Antworten werden zu dem, was eine gute Antwort sagt.',
    noText: 'Diese Antwort hat keinen Text.',
    tooFew: 'Eine Auswahl braucht mindestens zwei Antworten.',
    tooMany: 'Eine Frage hat hier höchstens 8 Optionen; das ist die neunte.',
    noRight: 'Keine Antwort ist richtig: Die richtige beginnt mit =, oder mehrere beginnen mit ~%50%.',
    oneEnough:
      'Sie hat mehrere richtige Antworten, von denen eine genügt; das gibt es in Heaproom nicht, und sie wird weggelassen.',
    partly: 'Optionen, die zum Teil richtig sind, zählen hier als falsch.',
    cut: 'Ein Feedback war länger, als eine Vorstellung sein darf, und wird gekürzt.',
    matching:
      'Eine Zuordnung ist hier nur als Reihenfolge möglich: Teile, die 1, 2, 3 … zugeordnet sind; sie wird weggelassen.',
    noAnswers:
      'Das sind keine Antworten: Sie beginnen mit = oder ~, mit # für eine Zahl, oder sind TRUE oder FALSE.',
    firstNumber: 'Von mehreren richtigen Zahlen bleibt nur die erste.',
    noNumber: (text) =>
      `„${text}“ ist keine Zahl. Schreibe #4, #4:0.5 für eine Toleranz oder #3.5..4.5 für einen Bereich.`,
    tolerance: 'Die Toleranz dieser Zahl ist kleiner als 0.',
  },
};
