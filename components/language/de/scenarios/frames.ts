import type { ScenarioWords } from '../../../../classroom/scenarios/words.ts';

export const frames: Readonly<Record<string, ScenarioWords>> = {
  locals: {
    title: 'Ein Name geht, das Objekt bleibt',
    aim: 'Die Namen eines Aufrufs enden mit ihm. Worauf sie verwiesen, endet nur, wenn sonst niemand darauf verweist.',
    say: [
      'Eine Funktion mit zwei lokalen Variablen, von denen sie eine zurückgibt.',
      'Nach dem Aufruf ist die eine Liste da und die andere weg.',
      'Die Liste lag nie auf einem Stack: Dort lag nur der Name `kept`.',
      'Ein zweiter Aufruf hat eigene Namen und erzeugt eine eigene Liste.',
    ],
    question: {
      belief: 'Eine Liste, die in einer Funktion erzeugt wurde, stirbt mit dem Aufruf.',
      wrong: [
        ['[]', 'Sie wird geleert, wenn der Aufruf endet.'],
        ['None', 'Sie ist weg, wenn der Aufruf endet.'],
      ],
      why: 'Der Name `x` geht. Die Liste wird über ihre Adresse weitergegeben.',
    },
  },
  'deep-call': {
    title: 'Jeder Aufruf auf dem Weg hält fest',
    aim: 'Eine Rekursion hält so viele Referenzen auf ihr Argument, wie sie tief ist.',
    say: [
      'Eine Funktion, die ganz unten fragt.',
      'Eine Liste mit einem Namen.',
      'Ein Aufruf: 3, wie bei jeder Funktion.',
      '10 Aufrufe tiefer: 13, eine mehr für jeden Frame.',
      'Alle Frames sind weg: 2.',
    ],
    question: {
      belief: 'Wird ein Argument weitergegeben, kommt keine Referenz dazu.',
      wrong: [
        ['2', 'Nur der Name und der Aufruf zählen.'],
        ['3', 'Nur die innerste Funktion zählt.'],
      ],
      why: 'Die Namen `a`, `x` und `y` und das Argument von `getrefcount`.',
    },
  },
  suspended: {
    title: 'Ein Frame, der wartet',
    aim: 'Ein Generator behält seinen Frame mit den lokalen Variablen auf dem Heap, bis er fertig ist.',
    say: [
      'Eine Funktion, die eine große lokale Variable hat und unterwegs anhält.',
      'Ihr Aufruf erzeugt einen Generator. Noch ist nichts gelaufen.',
      'Er läuft bis zum ersten yield.',
      'Der Frame ist angehalten. Unter den Namen findet sich `big`.',
      'Das Schließen beendet den Frame, und die Liste geht.',
      'Der Generator ist da, hat aber keinen Frame mehr.',
    ],
    question: {
      belief: 'Lokale Variablen enden an einem yield.',
      wrong: [
        ['gone closing', 'Die lokale Variable endet am yield.'],
        ['closing', 'Das Ding wartet auf den Collector.'],
      ],
      why: 'Der angehaltene Frame behält seine lokalen Variablen. Das Schließen beendet ihn.',
    },
  },
  closure: {
    title: 'Was eine Funktion mitnimmt',
    aim: 'Eine lokale Variable, die eine innere Funktion benutzt, zieht aus dem Frame in eine Zelle um.',
    say: [
      'Eine Funktion, die eine Funktion zurückgibt.',
      'Der Aufruf ist vorbei, doch `seen` lebt weiter, in einer Zelle der inneren Funktion.',
      'Ausgegeben wird 1.',
      'Noch einmal dieselbe Liste: 2.',
      'Der Weg zu ihr.',
      'Eine Antwort, die eine Zahl ist, damit `_` loslässt.',
      'Mit der Funktion geht die Zelle, und mit der Zelle die Liste.',
    ],
    question: {
      belief: 'Eine Closure kopiert die Werte, die sie benutzt.',
      wrong: [['1', 'Der Wert wurde kopiert, als die Funktion erzeugt wurde.']],
      why: 'Beide benutzen dieselbe Zelle. Die Funktion sieht hinein, wenn sie aufgerufen wird.',
    },
  },
  traceback: {
    title: 'Ein Fehler, der festhält',
    aim: 'Der letzte Traceback behält seine Frames, und die Frames behalten ihre lokalen Variablen.',
    say: [
      'Eine Funktion, die scheitert, während sie eine große lokale Variable hat.',
      'Der Frame des gescheiterten Aufrufs ist noch da, mit `big`.',
      'Dort hängt es.',
      'Der nächste Fehler ersetzt diesen, und die Liste geht.',
    ],
    question: {
      belief: 'Nach einem Fehler ist vom Aufruf alles weg.',
      right: 'nichts',
      wrong: [['gone', 'Der Aufruf ist vorbei.']],
      why: 'Der Fehler kennt seinen Traceback, der Traceback seinen Frame und der Frame seine lokale Variable.',
    },
  },
};
