import type { BankWords } from '../../../../classroom/bank/words.ts';

export const sizes: Readonly<Record<string, BankWords>> = {
  'getsizeof-is-shallow': {
    belief: 'getsizeof zählt mit, was darin ist.',
    wrong: [
      ['8120', 'Die ganze innere Liste zählt mit.'],
      ['56', 'Elemente zählen überhaupt nicht.'],
    ],
    why: 'Eine Liste mit einem Element: 56 Bytes und ein Zeiger von 8. Die innere Liste ist ein anderes Objekt.',
  },
  'append-reserves': {
    belief: 'Eine Liste ist so groß wie ihre Elemente.',
    wrong: [
      ['64', 'Ein Zeiger von 8 Bytes zusätzlich zu 56.'],
      ['56', 'Ein int braucht keinen Platz.'],
    ],
    why: 'Das erste append schafft Platz für vier Elemente: 56 + 4 × 8.',
  },
  'clear-gives-back': {
    belief: 'clear() behält den Platz einer Liste.',
    wrong: [
      ['8056', 'Der Platz wird für später behalten.'],
      ['88', 'Platz für vier Elemente bleibt.'],
    ],
    why: 'clear() gibt das Array der Elemente zurück; die leere Liste hat 56 Bytes.',
  },
  'deleting-keys-keeps-the-table': {
    belief: 'Ein Dict schrumpft, wenn Schlüssel gelöscht werden.',
    wrong: [['False', 'Die Tabelle schrumpft mit ihren Einträgen.']],
    why: 'Löschen lässt die Tabelle, wie sie ist. clear() oder ein neu gebautes Dict gibt Speicher zurück.',
  },
  'empty-and-first-key': {
    belief: 'Ein Schlüssel mehr kostet ein paar Bytes mehr.',
    wrong: [
      ['24', 'Ein Hash, ein Schlüssel und ein Wert.'],
      ['0', 'Platz ist von Anfang an da.'],
    ],
    why: 'Leere Dicts teilen sich eine leere Tabelle. Der erste Schlüssel erzeugt eine Tabelle für fünf: 224 gegenüber 64 Bytes.',
  },
  'int-size': {
    belief: 'Ein int hat 4 oder 8 Bytes.',
    wrong: [
      ['8', 'Wie im Register eines Prozessors.'],
      ['4', 'Wie in C.'],
    ],
    why: 'Referenzzähler, Typ und Größe brauchen 24 Bytes; dazu kommen 4 für die Ziffer.',
  },
  'str-kinds': {
    belief: 'Jedes Zeichen braucht gleich viel.',
    wrong: [
      ['(50, 52)', 'Drei Bytes in UTF-8.'],
      ['(49, 49)', 'Je ein Zeichen.'],
    ],
    why: 'Ein ASCII-Text hat 49 Bytes und eines je Zeichen; mit einem Eurozeichen sind es 74 und zwei je Zeichen.',
  },
  'slots-are-smaller': {
    belief: '__slots__ spart wenig.',
    wrong: [
      ['40', 'Was der Collector braucht, zählt nicht mit.'],
      ['24', 'Drei Zeiger und sonst nichts.'],
    ],
    why: 'Der Kopf für den Collector, Referenzzähler und Typ, drei Slots: 16 + 16 + 3 × 8. Kein Dict, und kein Platz für Attribute daneben.',
  },
  'slots-of-a-subclass': {
    belief: 'Auch eine Unterklasse einer Klasse mit __slots__ hat kein __dict__.',
    wrong: [['False', 'Slots werden vererbt.']],
    why: 'Ohne eigene `__slots__` gibt eine Unterklasse ihren Instanzen wieder ein Dict.',
  },
  'no-weakref-to-a-list': {
    belief: 'Eine schwache Referenz funktioniert mit allem.',
    wrong: [
      ['nichts', 'Auf jedes Objekt kann man schwach verweisen.'],
      ['ReferenceError', 'Die Liste stirbt sofort.'],
    ],
    why: 'Ein Objekt braucht Platz für die Liste seiner schwachen Referenzen. Listen, Zahlen und Slots ohne `__weakref__` haben keinen.',
  },
  'generator-size': {
    belief: 'Ein Generator wächst mit dem, was er liefern wird.',
    wrong: [['False', 'Eine Million Elemente braucht mehr Platz.']],
    why: 'Ein Generator hält seinen Frame, nicht seine Elemente.',
  },
  'generator-holds-its-frame': {
    belief: 'Ein Generator, der nicht aufgebraucht ist, hält nichts.',
    wrong: [['True', 'Die lokale Variable ist nach yield weg.']],
    why: 'Der Frame ist mit seinen lokalen Variablen angehalten, bis der Generator endet oder geschlossen wird.',
  },
  'size-of-a-display': {
    belief: 'Eine Liste hat Platz für genau ihre Elemente.',
    unit: 'Bytes',
    why: '56 Bytes und Platz für vier Zeiger von 8 Bytes, obwohl es drei sind: Die Liste wird aus der Konstante `(1, 2, 3)` gefüllt und bekommt Platz auf Vorrat.',
  },
  'pop-keeps-some-room': {
    belief: 'pop() behält den ganzen Platz oder gar keinen.',
    unit: 'Bytes',
    why: 'Wenn weniger als die Hälfte des Platzes benutzt ist, wird er verkleinert. Für das eine Element, das bleibt, ist Platz für vier da: 56 + 4 × 8.',
  },
  'order-by-size': {
    belief: 'Was nichts hält, braucht nichts.',
    asks: 'Ordne dies nach `sys.getsizeof`, das Kleinste zuerst.',
    why: '28, 49, 56, 64 und 76 Bytes. Jedes Objekt hat einen Kopf, und ein Text mit einem Eurozeichen braucht einen größeren als ein ASCII-Text.',
  },
  'keys-before-it-grows': {
    belief: 'Ein Dict wächst immer um einen einzelnen Eintrag.',
    unit: 'Schlüssel',
    why: 'Die erste Tabelle hat 8 Plätze, von denen zwei Drittel benutzt werden: Fünf Schlüssel passen hinein. Der sechste erzeugt eine größere Tabelle.',
  },
  'size-of-an-emoji': {
    belief: 'Ein Zeichen braucht 1 bis 4 Bytes, und das ist alles.',
    unit: 'Bytes',
    why: '76 Bytes für das Objekt und 4 für die Schlange: Mit einem Zeichen jenseits von U+FFFF braucht jedes Zeichen eines Textes 4 Bytes.',
  },
  'what-can-be-referred-to-weakly': {
    belief: 'Eine schwache Referenz funktioniert mit allem.',
    asks: 'Auf welche davon lässt sich eine schwache Referenz erzeugen?',
    options: [
      ['A()', null],
      ['A', null],
      ['f', null],
      ['[]', 'Auf jeden Container kann man schwach verweisen.'],
      ['7', 'Auf jedes Objekt kann man schwach verweisen.'],
      ['()', 'Auf das, was sich nicht ändern kann, kann man schwach verweisen.'],
      ['{1, 2}', null],
    ],
    why: 'Ein Objekt braucht einen Platz für die Liste seiner schwachen Referenzen. Instanzen eigener Klassen, Klassen, Funktionen und Sets haben einen; Listen, Dicts, Tupel und Zahlen nicht.',
  },
  'generator-has-no-index': {
    belief: 'Ein Generator ist eine Liste, die sich billiger indizieren lässt.',
    wrong: [
      ['9', 'Ein Generator lässt sich indizieren wie eine Liste.'],
      ['None', 'Wonach noch nicht gefragt wurde, ist None.'],
    ],
    why: 'Ein Generator hält einen Frame, keine Werte: Jeder Wert wird erst erzeugt, wenn nach ihm gefragt wird, einer nach dem anderen. Es gibt nichts zu indizieren.',
  },
  'slots-take-weak-references-away': {
    belief: '__slots__ kostet nichts außer dem Dict.',
    wrong: [['a weak reference', '__slots__ hilft immer: Nur das Dict ist weg.']],
    why: "Eine Instanz hat keinen Platz mehr für eine schwache Referenz, außer wenn `'__weakref__'` einer ihrer Slots ist.",
  },
};
