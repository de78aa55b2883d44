import type { ScenarioWords } from '../../../../classroom/scenarios/words.ts';

export const leaner: Readonly<Record<string, ScenarioWords>> = {
  'list-or-generator': {
    title: 'Liste oder Generator',
    aim: 'Eine Liste hält alle ihre Elemente zugleich. Ein Generator erzeugt sie eins nach dem anderen.',
    say: [
      'Eine Liste von 1000 Quadratzahlen.',
      'Allein ihre Adressen brauchen 8856 Bytes.',
      'Dieselben Quadratzahlen als Generator.',
      'Er hat einen Frame und keine Elemente: 208 Bytes, und ebenso viele für eine Million Quadratzahlen.',
      'Die Summe ist dieselbe. Die Liste musste als Ganzes da sein, bevor sie summiert werden konnte.',
    ],
    sides: ['Liste', 'Generator'],
    question: {
      belief: 'Ein Generator lässt sich so oft durchlaufen wie eine Liste.',
      wrong: [
        ['(3, 3)', 'Er beginnt von vorn.'],
        ['(0, 0)', 'Noch wurde nichts erzeugt.'],
      ],
      why: 'Er behält nichts von dem, was er hergab. Nach der ersten Summe ist er verbraucht.',
    },
  },
  slots: {
    title: 'Mit __slots__ und ohne',
    aim: 'Benannte Slots treten in jeder Instanz an die Stelle einer Tabelle der Attribute.',
    say: [
      'Ein Punkt wie üblich.',
      'Ein Punkt. Seine Attribute liegen in einer eigenen Tabelle: Sieh dir seine Bytes an.',
      'Ein Punkt mit Slots.',
      'Seine Attribute liegen im Objekt selbst.',
      '48 Bytes, und das ist alles.',
      'Je 1000 Punkte. Die Instanzen mit Slots sind ein Block, die anderen zwei.',
    ],
    sides: ['__dict__', '__slots__'],
    question: {
      belief: 'Slots sind nur ein Hinweis.',
      wrong: [['nichts', 'Ein Attribut lässt sich immer hinzufügen.']],
      why: 'Ohne ein `__dict__` gibt es keinen Ort für ein weiteres Attribut.',
    },
  },
  'weak-parent': {
    title: 'Ein starker oder ein schwacher Elternknoten',
    aim: 'Ein Kind, das seinen Elternknoten schwach kennt, macht keinen Zyklus: Der Baum stirbt mit seiner Wurzel.',
    say: [
      'Ein Baum, dessen Kinder ihren Elternknoten schwach halten.',
      'Eine Wurzel mit einem Kind. Der Weg nach oben ist gestrichelt gezeichnet: Er zählt nicht.',
      'Er wird aufgerufen, um den Elternknoten zu bekommen.',
      'Die Wurzel stirbt sofort, und der Weg des Kindes nach oben führt nirgendwohin.',
      'Kein Elternknoten mehr.',
      '100 kleine Bäume werden gebaut und vergessen. Mit starken Elternknoten warten sie auf den Collector, mit schwachen sind sie weg.',
    ],
    sides: ['Starker Elternknoten', 'Schwacher Elternknoten'],
    question: {
      belief: 'Eine schwache Referenz hält ihr Objekt eine Weile.',
      wrong: [['False', 'Es ist da, bis der Collector kommt.']],
      why: 'Sie zählt nicht. Der Knoten wurde am Ende des Aufrufs freigegeben.',
    },
  },
  join: {
    title: 'Texte addieren oder verbinden',
    aim: 'Ein Text kann sich nicht ändern: Addieren erzeugt einen neuen, Verbinden erzeugt nur den letzten.',
    say: [
      'Ein Text.',
      'Ein zweiter Name dafür.',
      'Addieren erzeugt einen anderen Text; `b` hat noch den alten.',
      'Es sind zwei Objekte.',
      'Ein Text aus 2000 Stücken, bei jedem Schritt behalten oder am Ende zusammengesetzt. Addieren kopiert immer wieder, was da ist.',
    ],
    sides: ['Addieren', 'Verbinden'],
    question: {
      belief: '+= ändert einen Text an Ort und Stelle.',
      wrong: [["'one two'", 'Beide Namen haben denselben Text.']],
      why: '`+=` erzeugt einen neuen Text und gibt ihn dem Namen `a`.',
    },
  },
  interning: {
    title: 'Gleiche Texte, ein Objekt',
    aim: 'Zur Laufzeit erzeugte Texte werden alle einzeln behalten, auch gleiche, außer sie werden interniert.',
    say: [
      'Zwei gleiche Texte, jeder neu zusammengesetzt.',
      'Gleich, und zwei Objekte.',
      'Internieren gibt den zurück, der schon bekannt ist.',
      'Jetzt sind sie eins.',
      '1000 Antworten, von denen nur 3 verschieden sind.',
    ],
    sides: ['Wie sie kommen', 'Interniert'],
    question: {
      belief: 'Gleiche Texte sind immer ein Objekt.',
      wrong: [
        ['(True, True)', 'Python kennt den Text schon.'],
        ['(False, False)', 'Verschiedene Objekte sind nie gleich.'],
      ],
      why: 'Was zur Laufzeit erzeugt wird, ist ein neues Objekt, auch wo es ein gleiches gibt.',
    },
  },
  'tuple-or-list': {
    title: 'Tupel oder Liste',
    aim: 'Was sich nie ändert, braucht keinen Platz zum Wachsen.',
    say: [
      'Eine Liste: ein Kopf und ein Block für die Adressen.',
      '88 Bytes in zwei Blöcken.',
      'Ein Tupel: alles in einem Block.',
      '64 Bytes.',
      '2000 Paare. Tupel aus Zahlen sieht der Collector außerdem nicht mehr an.',
    ],
    sides: ['Listen', 'Tupel'],
    question: {
      belief: 'Die Kopie eines Tupels braucht so viel wie das Tupel.',
      wrong: [
        ['(False, False)', 'Eine Kopie ist ein anderes Objekt.'],
        ['(True, True)', 'Gleiches wird geteilt.'],
      ],
      why: 'Ein Tupel kann sich nicht ändern, also ist es seine eigene Kopie. Eine Liste muss kopiert werden.',
    },
  },
  'bytes-or-list': {
    title: 'Kleine Zahlen als Bytes',
    aim: 'Eine Liste gibt 8 Bytes für die Adresse einer Zahl aus, die in eines passt.',
    say: [
      '100 Nullen in einer Liste.',
      '856 Bytes.',
      '100 Nullen in einem bytearray.',
      '157 Bytes: ein Kopf, 100 Bytes und eines am Ende.',
      '10000 Zähler, die nie über 255 steigen.',
    ],
    sides: ['Liste', 'bytearray'],
    question: {
      belief: 'Ein bytearray nimmt jede Zahl.',
      wrong: [['nichts', 'Es wächst.']],
      why: '256 ist eins mehr, als ein Byte fassen kann.',
    },
  },
  temporaries: {
    title: 'Listen unterwegs',
    aim: 'Eine Kette von Schritten muss nicht bei jedem eine Liste erzeugen.',
    say: [
      'Zahlen.',
      'Eine Liste der geraden …',
      '… und eine Liste ihrer Quadrate.',
      '120 war gesucht.',
      'Dasselbe über 10000 Zahlen. Generatoren reichen jede Zahl durch die ganze Kette, bevor die nächste erzeugt wird.',
    ],
    sides: ['Eine Liste bei jedem Schritt', 'Eine Kette von Generatoren'],
    question: {
      belief: 'Generatoren machen einen Schritt nach dem anderen, jeden über alles.',
      wrong: [
        ['1 2 10 20', 'Erst der eine Schritt, dann der andere.'],
        ['10 20', 'Der erste Schritt wird übersprungen.'],
      ],
      why: 'Der zweite Schritt verlangt eine Zahl, und der erste erzeugt nur diese eine.',
    },
  },
  reuse: {
    title: 'Eine Liste wieder benutzen',
    aim: 'Was in jeder Runde gebraucht wird, lässt sich ein für alle Mal erzeugen.',
    say: [
      'Ein Puffer.',
      'Seine Adresse.',
      'An Ort und Stelle neu gefüllt: kein neues Objekt.',
      'Es ist derselbe Puffer.',
      '200 Runden, mit je einer neuen Liste oder mit einer, die wieder gefüllt wird.',
    ],
    sides: ['Jede Runde eine neue Liste', 'Eine Liste'],
    question: {
      belief: 'Eine wieder benutzte Liste ist so gut wie eine neue.',
      wrong: [
        ['[[0], [1], [2]]', 'Jede Runde behält ihre eigene.'],
        ['[[0], [0], [0]]', 'Die erste bleibt.'],
      ],
      why: 'Alle Plätze halten dieselbe Liste. Benutze eine nur dort wieder, wo niemand sie behält.',
    },
  },
  'weak-cache': {
    title: 'Ein Cache, der loslässt',
    aim: 'Ein Cache, der seine Einträge stark hält, wird nie kleiner.',
    say: [
      'Eine Seite.',
      'Ein Cache, dessen Werte schwach gehalten werden.',
      'Eine Seite darin.',
      'Sie wird gefunden, solange jemand sie benutzt.',
      'Niemand benutzt sie mehr.',
      'Und der Cache hat sie vergessen.',
      '200 Seiten werden erzeugt, und 1 wird am Ende noch benutzt.',
    ],
    sides: ['dict', 'WeakValueDictionary'],
    question: {
      belief: 'Ein Cache hält, was hineingelegt wurde.',
      wrong: [['1', 'Die Seite ist im Cache.']],
      why: 'Sonst verwies nichts auf die Seite, sodass sie am Ende der Anweisung starb.',
    },
  },
  'breaking-cycles': {
    title: 'Einen Zyklus von Hand aufbrechen',
    aim: 'Wer weiß, wo ein Ring sich schließt, kann ihn öffnen, und das Zählen erledigt den Rest.',
    say: [
      'Zwei Knoten, die einander kennen.',
      'Ein Ring aus zweien.',
      'An einer Stelle wird er geöffnet.',
      'Die Namen gehen, und beide Knoten mit ihnen.',
      'Für den Collector ist nichts übrig: 0.',
      '1000 Ringe, dem Collector überlassen oder von Hand geöffnet. Von den geschlossenen warten die neuesten noch auf ihn.',
    ],
    sides: ['Geschlossen gelassen', 'Geöffnet'],
    question: {
      belief: 'Alle Referenzen eines Rings müssen entfernt werden.',
      wrong: [
        ['gone', 'Nur der, der losgelassen wurde.'],
        ['nichts', 'Die anderen halten einander noch.'],
      ],
      why: 'Wo der Ring offen ist, verweist nichts mehr auf sein Ende. Es stirbt, und die anderen danach.',
    },
  },
};
