import type { ScenarioWords } from '../../../../classroom/scenarios/words.ts';

export const tools: Readonly<Record<string, ScenarioWords>> = {
  'who-refers': {
    title: 'Wer verweist darauf?',
    aim: '`gc` kennt die Pfeile des Bildes, in beiden Richtungen.',
    say: [
      'Ein Objekt, nach dem gefragt wird.',
      'Eine Liste, die es hält.',
      '3: der Name, die Box und der Aufruf.',
      'Der Weg hinaus: worauf die Box verweist.',
      'Der Weg hinein: wer auf `x` verweist. Die Box ist dabei.',
      'Die Namen eines Moduls sind ein Dict, und auch das verweist darauf.',
    ],
    question: {
      belief: 'getrefcount nennt die Zahl der Namen.',
      wrong: [
        ['1', 'Es gibt einen Namen.'],
        ['2', 'Der Aufruf zählt nicht.'],
      ],
      why: 'Der Name, der Platz in der Liste und das Argument des Aufrufs.',
    },
  },
  'finding-a-leak': {
    title: 'Ein Speicherleck finden',
    aim: 'Zähle, was lebt, finde, wer es hält, lass los.',
    say: [
      'Ein Programm mit eigenem Gedächtnis.',
      'Es notiert, was es getan hat.',
      'Und vergisst nie.',
      '20 Jobs.',
      'Alle 20 leben.',
      'Einer davon.',
      'Wer hält ihn? Das Log.',
      'Der Übeltäter wird geleert.',
      '0 sind übrig.',
    ],
    question: {
      belief: 'gc.collect() gibt alles frei, was nicht gebraucht wird.',
      wrong: [['0', 'Niemand benutzt die Jobs mehr.']],
      why: 'Der Collector gibt frei, wohin nichts führt. Das Log führt zu allen.',
    },
  },
  'save-all': {
    title: 'Was hat der Collector gefunden?',
    aim: 'Mit DEBUG_SAVEALL behält er, was er freigegeben hätte, sodass man es ansehen kann.',
    say: [
      'Von jetzt an wird Müll behalten.',
      'Ein kleiner Zyklus, vergessen.',
      '1 Objekt gefunden.',
      'Es liegt in `gc.garbage`.',
      'Zurück zum Üblichen.',
      'Die Liste mit dem Müll wird geleert.',
    ],
    question: {
      belief: 'gc.garbage hält, was gesammelt wurde.',
      wrong: [['[[[...]]]', 'Die Liste wurde gefunden.']],
      why: 'Was gesammelt wird, wird freigegeben. Nur mit DEBUG_SAVEALL, oder wo das Leeren unmöglich ist, kommt es dorthin.',
    },
  },
  thresholds: {
    title: 'Wie oft ist oft genug?',
    aim: 'Eine höhere Schwelle bedeutet weniger Sammlungen und mehr, was wartet.',
    say: [
      'Die Vorgabe: 700 neue Objekte.',
      '5000 Listen werden behalten, und der Collector sieht sie immer wieder vergeblich an.',
      'So oft lief er.',
      'Was jetzt da ist, wird eingefroren: Keine Sammlung wird es ansehen.',
      'So viele.',
      'Und zurück.',
      'Dieselben 5000 Listen, mit der vorgegebenen Schwelle und mit 10000.',
    ],
    sides: ['Schwelle 700', 'Schwelle 10000'],
    question: {
      belief: 'Bei einer Schwelle von 0 wird ständig gesammelt.',
      wrong: [['False', 'Jedes Objekt liegt über 0.']],
      why: 'Eine erste Schwelle von 0 schaltet die automatische Sammlung ab.',
    },
  },
  'whole-size': {
    title: 'Wie groß ist das Ganze?',
    aim: '`getsizeof` sieht ein Objekt. Mit `get_referents` lässt sich eine ganze Struktur zusammenzählen.',
    say: [
      'Eine Liste aus zwei Listen.',
      '72 Bytes: nur die äußere Liste.',
      'Eine Funktion, die den Pfeilen folgt und jedes Objekt einmal zählt.',
      '280 Bytes: drei Listen und drei Zahlen.',
      'Dieselbe Zeile zweimal …',
      '… braucht den Platz von einer: 192.',
    ],
    question: {
      belief: 'getsizeof folgt Referenzen.',
      wrong: [
        ['8064', 'Auch die innere Liste zählt.'],
        ['0', 'Elemente zählen überhaupt nicht.'],
      ],
      why: 'Gesehen wird ein Objekt: Die äußere Liste hat eine Adresse mehr als die leere.',
    },
  },
  'being-told': {
    title: 'Von Sammlungen erfahren',
    aim: 'Ein Programm kann sich vor und nach jeder Sammlung aufrufen lassen.',
    say: [
      'Eine Funktion, die sagt, was der Collector tut.',
      'Von jetzt an wird sie aufgerufen.',
      'Etwas zum Finden.',
      'Die Sammlung beginnt mit Generation 0 und endet: 1 Objekt freigegeben.',
      'Keine Aufrufe mehr.',
    ],
    question: {
      belief: 'Eine Sammlung lässt sich nicht bemerken.',
      wrong: [['nichts', 'Der Collector arbeitet im Geheimen.']],
      why: 'Funktionen in `gc.callbacks` werden aufgerufen, wenn eine Sammlung beginnt und wenn sie endet.',
    },
  },
};
