import type { ScenarioWords } from '../../../../classroom/scenarios/words.ts';

export const counts: Readonly<Record<string, ScenarioWords>> = {
  counting: {
    title: 'Referenzen zählen',
    aim: 'Zwei Namen für eine Liste. Die Liste stirbt, wenn der letzte davon geht.',
    say: [
      'Ein Name, eine Referenz: Der Zähler auf der Karte steht auf 1.',
      'Ein zweiter Name für dieselbe Liste. Nichts wird kopiert.',
      'Ausgegeben wird 3: zwei Namen und das Argument des Aufrufs.',
      '`del` nimmt den Namen weg. Die Liste bleibt, `b` hat sie noch.',
      'Mit der letzten Referenz wird die Liste freigegeben, in genau diesem Moment.',
    ],
    question: {
      belief: 'del zerstört das Objekt.',
      wrong: [
        ['ein Fehler', 'Die Liste wurde gelöscht.'],
        ['[]', 'Die Liste wurde geleert.'],
      ],
      why: '`del` entfernt einen Namen. Das Objekt geht erst, wenn nichts mehr darauf verweist.',
    },
  },
  'containers-count': {
    title: 'Container verweisen wie Namen',
    aim: 'Listen, Tupel und Dicts halten eigene Referenzen, eine für jeden Platz.',
    say: [
      'Eine Referenz, durch den Namen.',
      'Zwei Plätze in einer Liste: zwei mehr.',
      '4: der Name, zwei Plätze in der Liste und der Aufruf.',
      'Ein Dict hält eine für jeden Wert.',
      'Jetzt sind es 5.',
      'Wenn die Liste stirbt, lässt sie beide los.',
      'Wieder 3: der Name, das Dict, der Aufruf.',
    ],
    question: {
      belief: 'Ein Container zählt einmal, egal wie oft er ein Objekt hält.',
      wrong: [
        ['3', 'Das Tupel zählt einmal.'],
        ['4', 'Das Argument des Aufrufs zählt nicht.'],
      ],
      why: 'Ein Name, drei Plätze im Tupel und das Argument des Aufrufs.',
    },
  },
  cascade: {
    title: 'Einmal löschen, eine ganze Kette',
    aim: 'Was stirbt, lässt los, was es hielt, und auch das kann sterben.',
    say: [
      'Ein Glied, das sagt, wenn es geht.',
      'Drei Glieder hintereinander. Nur das erste hat einen Namen.',
      'Eine zweite Referenz, in die Mitte.',
      'Das erste geht allein: Das mittlere wird von einem Namen gehalten.',
      'Jetzt fällt der Rest, Glied um Glied.',
    ],
    question: {
      belief: 'Was innen ist, stirbt zuerst.',
      wrong: [
        ['inner outer', 'Erst die Teile, dann das Ganze.'],
        ['outer', 'Das innere muss auf den Collector warten.'],
      ],
      why: 'Der Zähler des äußeren erreicht zuerst null. Stirbt es, fällt die letzte Referenz auf das innere weg.',
    },
  },
  rebinding: {
    title: 'Ein neuer Wert lässt den alten los',
    aim: 'Eine Zuweisung zählt zweimal: eins hinauf beim neuen Wert, eins hinunter beim alten.',
    say: [
      'Ein Objekt, das sagt, wenn es geht.',
      'Ein Name dafür.',
      'Der Name bekommt einen anderen Wert, und sonst hielt nichts das Ding.',
      'In einer Liste ist es genauso.',
      'Der Platz bekommt einen neuen Wert und lässt den alten los.',
      'Ein Ding, das niemand behält, ist am Ende seiner Anweisung schon weg.',
    ],
    question: {
      belief: 'Der alte Wert geht, bevor der neue erzeugt wird.',
      wrong: [
        ['made gone made', 'Erst wird der Name leer.'],
        ['made made', 'Das erste muss auf den Collector warten.'],
      ],
      why: 'Erst wird die rechte Seite ausgewertet, während der Name noch den alten Wert hält. Dann erst wechselt der Name.',
    },
  },
  arguments: {
    title: 'Auch ein Aufruf verweist',
    aim: 'Solange eine Funktion läuft, sind ihre Parameter Namen wie andere.',
    say: [
      'Eine Funktion, die fragt, wie oft auf ihr Argument verwiesen wird.',
      'Eine Liste mit einem Namen.',
      'Von außen wird 2 ausgegeben.',
      'Von innen 3: Der Parameter `p` ist ein Name mehr.',
      'Wenn der Aufruf vorbei ist, ist sein Name weg: wieder 2.',
    ],
    question: {
      belief: 'Ein Argument wird als Kopie übergeben.',
      wrong: [['[]', 'Die Funktion arbeitet mit einer Kopie.']],
      why: 'Der Parameter ist ein weiterer Name für dieselbe Liste.',
    },
  },
  'last-answer': {
    title: 'Der Prompt merkt sich etwas',
    aim: 'Was der Prompt zeigt, behält er unter dem Namen `_`, und das zählt.',
    say: [
      'Eine Liste mit einem Namen.',
      '2, wie immer.',
      'Wird sie gezeigt, verweist `_` auf sie.',
      'Also sind es jetzt 3.',
      'Diese Antwort war eine Zahl, und `_` ist weitergezogen: 2.',
    ],
    question: {
      belief: 'Ein Objekt anzusehen ändert nichts.',
      right: 'nichts',
      wrong: [['gone', 'Der letzte Name wird gelöscht.']],
      why: 'Das `_` des Prompts verweist noch auf das Letzte, was gezeigt wurde.',
    },
  },
};
