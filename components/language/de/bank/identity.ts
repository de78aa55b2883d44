import type { BankWords } from '../../../../classroom/bank/words.ts';

export const identity: Readonly<Record<string, BankWords>> = {
  'address-is-used-again': {
    belief: 'Ein neues Objekt hat eine neue Adresse.',
    wrong: [['False', 'Adressen werden nur einmal vergeben.']],
    why: 'Der zuletzt frei gewordene Block wird als erster wieder ausgegeben, an das nächste Objekt seiner Größe.',
  },
  'equal-ids-of-the-dead': {
    belief: 'Gleiche ids bedeuten dasselbe Objekt.',
    wrong: [['False', 'Verschiedene Listen, verschiedene ids.']],
    why: 'Die erste Liste ist tot, bevor die zweite erzeugt wird, und die nimmt ihren Platz ein. Ids unterscheiden Objekte nur, solange beide leben.',
  },
  'same-constant-in-one-input': {
    belief: '257 is 257 ist immer falsch.',
    wrong: [['False', 'Nur -5 … 256 werden geteilt.']],
    why: 'Gleiche Konstanten in einem Stück kompiliertem Code sind ein Objekt.',
  },
  'computed-numbers-differ': {
    belief: 'Gleiche Zahlen sind ein Objekt.',
    wrong: [['True', 'Zahlen sind Werte, keine Objekte.']],
    why: 'Nur für -5 … 256 gibt es je ein einziges Objekt. Wird 257 zweimal berechnet, sind das zwei Objekte.',
  },
  'small-numbers-are-shared': {
    belief: 'Jede Zahl ist ein eigenes Objekt.',
    wrong: [['False', 'Zwei Berechnungen, zwei Objekte.']],
    why: '256 ist eine der Zahlen, die es für den ganzen Interpreter nur einmal gibt.',
  },
  'texts-made-at-run-time': {
    belief: 'Gleiche Texte sind ein Objekt.',
    wrong: [['True', 'Texte werden immer geteilt.']],
    why: 'Texte im Quelltext, die wie Namen aussehen, werden geteilt; was zur Laufzeit zusammengesetzt wird, nicht.',
  },
  'interned-by-hand': {
    belief: 'Zur Laufzeit erzeugte Texte lassen sich auf keine Weise teilen.',
    wrong: [['False', 'Ein Text kann seine Identität nicht ändern.']],
    why: '`sys.intern` gibt den zurück, der schon bekannt ist.',
  },
  'empty-tuple-and-frozenset': {
    belief: 'Alles Leere gibt es nur einmal.',
    wrong: [
      ['(True, True)', 'In beiden kann sich nichts ändern.'],
      ['(False, False)', 'Jeder Aufruf erzeugt ein neues Objekt.'],
    ],
    why: 'Es gibt nur ein leeres Tupel. Das leere frozenset wird in 3.11 jedes Mal neu erzeugt.',
  },
  'locals-are-on-the-heap': {
    belief: 'Lokale Variablen leben auf dem Stack und sterben mit dem Aufruf.',
    wrong: [
      ['None', 'Die Liste starb mit dem Aufruf.'],
      ['ein Fehler', 'Die Referenz zeigt in einen Stack, den es nicht mehr gibt.'],
    ],
    why: 'Namen leben im Frame, Objekte immer auf dem Heap. Die Liste lebt weiter, weil etwas auf sie verweist.',
  },
  'arena-size': {
    belief: 'Eine Arena hat 256 KiB.',
    asks: 'Wie groß ist eine Arena von CPython 3.11?',
    wrong: [
      ['256 KiB', 'So war es bis 3.9.'],
      ['4 KiB', 'Eine Speicherseite.'],
    ],
    why: 'Seit 3.10 hat eine Arena 1 MiB: 64 Pools von 16 KiB.',
  },
  'large-requests-go-outside': {
    belief: 'Alles liegt in Arenen.',
    asks: 'Wo liegt der Text?',
    right: 'Außerhalb der Arenen',
    wrong: [
      ['In einem Pool für große Blöcke', 'Es gibt Pools für jede Größe.'],
      ['In zwei Blöcken von 512 Bytes', 'Große Objekte werden aufgeteilt.'],
    ],
    why: 'Anforderungen bis 512 Bytes werden aus Pools bedient. Größere gehen an das malloc der C-Bibliothek.',
  },
  'one-size-per-pool': {
    belief: 'Ein Pool mischt Größen.',
    asks: 'Welche davon können im selben Pool liegen?',
    right: 'Nur Objekte, deren Blöcke dieselbe Größe haben',
    wrong: [
      [
        'Alle drei: Ein Pool hält, was hineinpasst',
        'Ein Pool füllt sich in der Reihenfolge der Anforderungen.',
      ],
      ['Nur Objekte desselben Typs', 'Pools gehören zu Typen.'],
    ],
    why: 'Ein Pool bedient eine Größenklasse. Blöcke von 16, 32, 48 … Bytes mischen sich nie.',
  },
  'memory-is-given-back': {
    belief: 'Python gibt Speicher nie zurück.',
    asks: 'Was wird aus den Arenen, die gefüllt wurden?',
    right: 'Die ganz freien gehen an das System zurück',
    wrong: [
      ['Sie werden behalten, bis Python endet', 'Python gibt Speicher nie zurück.'],
      ['Sie gehen zurück, wenn der Collector läuft', 'Der Collector gibt Speicher zurück.'],
    ],
    why: 'Eine Arena geht zurück, sobald ihr letzter Pool frei ist.',
  },
  'one-survivor-pins-an-arena': {
    belief: '99 % freizugeben gibt 99 % zurück.',
    asks: 'Wie viel vom Speicher für die Listen geht zurück an das System?',
    right: 'Kaum etwas: Fast jede Arena hält noch eine lebende Liste',
    wrong: [
      ['99 %', 'Was frei ist, geht zurück.'],
      ['Alle Arenen bis auf eine', 'Überlebende werden zusammengeschoben.'],
    ],
    why: 'Objekte werden nie verschoben. Ein lebender Block hält seinen Pool fest, und ein Pool seine Arena.',
  },
  'which-are-one-object': {
    belief: 'Was gleich ist und sich nicht ändern kann, ist ein Objekt.',
    asks: 'Welche davon sind `True`?',
    options: [
      ["int('7') is int('7')", null],
      ["int('777') is int('777')", 'Gleiche Zahlen sind ein Objekt.'],
      ["float('1') is float('1')", 'Gleiche Zahlen sind ein Objekt.'],
      ['tuple([]) is tuple([])', null],
      ['frozenset() is frozenset()', 'Alles Leere gibt es nur einmal.'],
      ['list() is list()', 'Alles Leere gibt es nur einmal.'],
      ['bool(1) is bool(2)', null],
    ],
    why: 'Die ints von -5 bis 256, das leere Tupel, `True` und `False` gibt es nur einmal. Alles andere erzeugt jeder Aufruf neu.',
  },
  'block-pool-arena': {
    belief: 'Pools sind in Arenen unterteilt.',
    asks: 'Ordne dies, das Kleinste zuerst.',
    items: ['Block eines object()', 'Pool', 'Arena'],
    why: '16 Bytes, 16 KiB und 1 MiB: Eine Arena ist in 64 Pools unterteilt, und ein Pool in Blöcke einer Größe.',
  },
  'room-of-a-block': {
    belief: 'Speicher wird Byte für Byte ausgegeben.',
    asks: '`sys.getsizeof(b)` ist 50: So viele Bytes braucht das Objekt. Wie viele hat sein Block?',
    unit: 'Bytes',
    why: 'Blöcke haben ein Vielfaches von 16 Bytes: 64 ist das nächste über 50.',
  },
  'frame-and-heap': {
    belief: 'Lokale Variablen leben auf dem Stack und sterben mit dem Aufruf.',
    asks: 'Während `f` läuft: Was liegt im Frame und was auf dem Heap? Was ist nach der Rückkehr noch da?',
    model:
      'Der Frame hält den Namen x, eine Referenz; die Liste (und die Zahl darin) liegt auf dem Heap. Nach der Rückkehr ist der Frame weg, und die Liste lebt weiter, weil y auf sie verweist.',
    why: 'In Python liegt kein Objekt in einem Frame. Bei der Rückgabe wird eine Referenz übergeben, nichts wird kopiert.',
  },
  'the-row-that-is-meant': {
    belief: '[[]] * 3 erzeugt drei Listen.',
    asks: 'Auf welches Objekt verweist `rows[2]`?',
    why: 'Die drei Plätze von `rows` verweisen alle auf die eine innere Liste. Nur eine eigene Liste für jeden Platz, wie in `other`, ergäbe mehrere.',
  },
  'another-object-with-the-same-id': {
    belief: 'Gleiche ids bedeuten dasselbe Objekt.',
    wrong: [
      ['(True, [1])', 'Gleiche ids bedeuten dasselbe Objekt.'],
      ['(False, [2])', 'Ein neues Objekt hat eine neue Adresse.'],
    ],
    why: 'Die erste Liste ist weg, und worin sie lag, wird sofort wieder ausgegeben. Welches Objekt gemeint ist, sagt eine id nur, solange es lebt.',
  },
  'blocks-are-aligned': {
    belief: 'Blöcke sind auf 8 Bytes ausgerichtet.',
    wrong: [
      ['2', 'Blöcke sind auf 8 Bytes ausgerichtet: So war es bis 3.7.'],
      ['16', 'Ein Block beginnt an jedem beliebigen Byte.'],
    ],
    why: 'Ein float braucht 24 Bytes, und sein Block hat 32: Die Größen gehen in Schritten von 16, also ist jede Adresse ein Vielfaches von 16.',
  },
};
