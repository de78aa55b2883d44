import type { ScenarioWords } from '../../../../classroom/scenarios/words.ts';

export const objects: Readonly<Record<string, ScenarioWords>> = {
  header: {
    title: 'Was jedes Objekt mit sich trägt',
    aim: 'Ein Wert kommt nie allein: Vor ihm stehen ein Zähler und ein Typ.',
    say: [
      'Ein Float ist ein Objekt auf dem Heap. Wähle seine Karte aus und sieh dir seine Bytes an.',
      'Auch der Typ ist ein Objekt; jeder Float verweist darauf.',
      '24 Bytes: 8 für den Zähler, 8 für den Typ, 8 für die Zahl selbst.',
      'Der Zähler steht auf 2, während nach ihm gefragt wird: der Name `a` und das Argument des Aufrufs.',
      'Ein Objekt ohne Wert ist nur der Kopf: 16 Bytes.',
    ],
    question: {
      belief: 'Ein Float braucht die 8 Bytes eines Double.',
      wrong: [
        ['0', 'Jedes Objekt ist gleich groß.'],
        ['24', 'Der Kopf zählt nur bei Zahlen.'],
      ],
      why: 'Beide haben den Kopf von 16 Bytes. Beim Float kommt sein Double dazu, beim einfachen Objekt nichts.',
    },
  },
  'growing-numbers': {
    title: 'Ein Int wächst Ziffer um Ziffer',
    aim: 'Pythons Ints haben keinen größten Wert. Sie bezahlen das mit 4 Bytes für je 30 Bit.',
    say: [
      '28 Bytes: ein Kopf von 24 und eine Ziffer von 4.',
      'Die größte Zahl, die in eine Ziffer passt, braucht immer noch 28.',
      'Eins mehr, und es braucht eine zweite Ziffer: 32.',
      'Eine Zahl mit 301 Dezimalstellen.',
      'Sie braucht 160 Bytes und ist immer noch ein Objekt in einem Block.',
    ],
    question: {
      belief: 'Ein Int hat 64 Bit.',
      wrong: [
        ['0', 'Beide passen in 64 Bit.'],
        ['8', 'Ints wachsen in Wörtern von 8 Bytes.'],
      ],
      why: 'Eine Ziffer fasst 30 Bit. 2 ** 60 ist die erste Zahl, die drei davon braucht.',
    },
  },
  'wide-text': {
    title: 'Ein Zeichen macht einen Text breit',
    aim: 'Alle Zeichen eines Textes brauchen so viel wie das breiteste darin.',
    say: [
      '100 Buchstaben aus ASCII: 49 Bytes Kopf und je 1 Byte.',
      'Ein Eurozeichen braucht 2 Bytes, also bekommen alle 101 Zeichen 2.',
      'Ein Gesicht braucht 4, und wieder zahlen alle.',
      'Als Bytes ist jeder ASCII-Buchstabe wieder ein Byte, und der Kopf ist kleiner.',
    ],
    question: {
      belief: 'Ein einzelnes breites Zeichen kostet nur seinen eigenen Platz.',
      wrong: [['False', 'Nur das Gesicht braucht 4 Bytes.']],
      why: 'Zeichen werden über ihren Index gefunden, also sind alle in einem Text gleich breit: hier 4 Bytes.',
    },
  },
  'list-growth': {
    title: 'Wie eine Liste wächst',
    aim: 'Platz wird im Voraus angefordert, damit das Anhängen meist keinen neuen Speicher braucht.',
    say: [
      'Eine leere Liste hat noch keinen Platz für Elemente.',
      '56 Bytes: Köpfe, Länge und wo die Elemente liegen.',
      'Das erste Anhängen fordert Platz für 4 an.',
      '56 und 4 Adressen von 8 Bytes: 88.',
      'Das zweite nimmt einen Platz, der schon da ist.',
      'Immer noch 88.',
      '3 weitere sind eins zu viel für die 4 Plätze.',
      'Jetzt sind es 8 Plätze: 56 + 8 × 8.',
    ],
    question: {
      belief: 'Jedes Anhängen macht die Liste größer.',
      wrong: [
        ['16', 'Jedes Anhängen fordert 8 Bytes an.'],
        ['5', 'Der Platz verdoppelt sich.'],
      ],
      why: 'Platz ist erst für 4, dann für 8, dann für 16 Elemente: drei Größen bei sechzehnmal Anhängen.',
    },
  },
  'addresses-not-copies': {
    title: 'Ein Container hält Adressen',
    aim: 'Eine Liste großer Dinge ist so klein wie eine Liste kleiner Dinge.',
    say: [
      'Ein Text von 10000 Zeichen.',
      'Er braucht 10049 Bytes.',
      'Eine Liste, in der er dreimal steht: drei Pfeile auf ein Objekt.',
      '80 Bytes: 56 und drei Adressen von 8.',
      '5: der Name, drei Plätze in der Liste und der Aufruf.',
    ],
    question: {
      belief: 'Was in eine Liste kommt, wird kopiert.',
      wrong: [
        ['[0]', 'Die Tabelle hat zwei Listen.'],
        ['[0, 0]', 'Angehängt wird, was schon da war.'],
      ],
      why: 'Beide Plätze halten die Adresse derselben Liste.',
    },
  },
};
