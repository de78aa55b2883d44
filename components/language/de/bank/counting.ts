import type { BankWords } from '../../../../classroom/bank/words.ts';

export const counting: Readonly<Record<string, BankWords>> = {
  'count-of-one-name': {
    belief: 'getrefcount gibt die Anzahl der Namen an.',
    wrong: [
      ['1', 'Nur Namen zählen.'],
      ['3', 'Der Aufruf braucht selbst zwei Referenzen.'],
    ],
    why: 'Der Name `x` ist eine Referenz, das Argument des Aufrufs ist die zweite.',
  },
  'count-of-no-name': {
    belief: 'getrefcount([]) ist 2.',
    wrong: [
      ['0', 'Ohne Namen zählt nichts.'],
      ['2', 'Der Aufruf zählt zu einem Namen immer eine dazu.'],
    ],
    why: 'Nichts verweist auf die neue Liste außer dem Argument selbst.',
  },
  'count-inside-a-function': {
    belief: 'In einer Funktion kommt auch auf dem Stack noch eine dazu.',
    wrong: [
      ['2', 'Der Parameter ist dieselbe Referenz wie der Name draußen.'],
      ['4', 'Auch der Stack des Aufrufers zählt: So war es bis 3.10.'],
    ],
    why: 'Der Name `a`, der Parameter `x` und das Argument von getrefcount. Seit 3.11 gibt der Stack des Aufrufers seine Referenz an den Parameter ab.',
  },
  'count-of-a-small-int': {
    belief: 'Eine zweimal benutzte Zahl hat den Zähler 2.',
    wrong: [['False', 'Jede 1 ist ein eigenes Objekt.']],
    why: 'Für 1 gibt es nur ein Objekt, und der ganze Interpreter verweist darauf. Erst ab 3.12 steht sein Zähler fest.',
  },
  'del-removes-a-name': {
    belief: 'del gibt das Objekt frei.',
    wrong: [
      ['[]', 'del leert das Objekt.'],
      ['NameError', 'Mit dem Objekt gehen alle seine Namen.'],
    ],
    why: '`del` nimmt den Namen `a` weg. Die Liste lebt, weil `b` auf sie verweist.',
  },
  'freed-at-once': {
    belief: 'Ein Objekt wartet auf den Collector.',
    wrong: [
      ['nichts', 'Nur der Collector gibt frei, und er ist ausgeschaltet.'],
      ['ein Fehler', 'Solange der Collector aus ist, darf nichts freigegeben werden.'],
    ],
    why: 'Beim Zählerstand 0 wird das Objekt auf der Stelle freigegeben. Der Collector ist daran nicht beteiligt.',
  },
  'cycle-keeps-its-count': {
    belief: 'Zwei Listen, die ihre Namen verlieren, werden freigegeben.',
    wrong: [['True', 'Ohne Namen stehen die Zähler auf 0.']],
    why: 'Jedes steht noch auf 1, weil das andere darauf verweist. Referenzzählung allein gibt einen Zyklus nie frei.',
  },
  'cycle-is-collected': {
    belief: 'Zyklen bleiben für immer im Speicher.',
    wrong: [['False', 'Was auf sich selbst verweist, wird nie freigegeben.']],
    why: 'Der Collector zieht die Referenzen von innen ab; keine bleibt übrig, also geht das Objekt.',
  },
  'list-times-shares': {
    belief: '[[]] * 5 erzeugt fünf Listen.',
    wrong: [
      ['1', 'Jede Zeile ist eine eigene Liste.'],
      ['0', 'append auf einer Kopie ändert nichts.'],
    ],
    why: 'Die äußere Liste hält fünfmal dieselbe innere Liste.',
  },
  'instances-hold-their-class': {
    belief: 'Eine Instanz berührt ihre Klasse nicht.',
    wrong: [
      ['0', 'Eine Klasse wird von ihren Instanzen nicht gehalten.'],
      ['1', 'Alle Instanzen teilen sich eine Referenz.'],
    ],
    why: 'Jede Instanz einer in Python geschriebenen Klasse besitzt eine Referenz auf sie.',
  },
  'loop-variable-stays': {
    belief: 'Die Schleifenvariable endet mit der Schleife.',
    wrong: [
      ['NameError', 'Sie gehört zur Schleife.'],
      ['None', 'Sie wird am Ende geleert.'],
    ],
    why: 'Eine Schleife schafft keinen Gültigkeitsbereich. Der Name hält das letzte Element am Leben.',
  },
  'except-name-goes': {
    belief: 'Der Name einer Exception bleibt wie eine Schleifenvariable.',
    wrong: [['True', 'Namen bleiben, bis sie gelöscht werden.']],
    why: 'Python löscht den Namen am Ende des Blocks: Die Exception hält den Frame, der Frame hielte die Exception.',
  },
  'traceback-keeps-locals': {
    belief: 'Eine Exception abzufangen gibt die lokalen Variablen der Funktion frei.',
    wrong: [['True', 'Die Funktion ist vorbei, also sind ihre lokalen Variablen weg.']],
    why: 'Die Exception hält ihren Traceback, der Traceback den Frame und der Frame seine lokalen Variablen.',
  },
  'weakref-does-not-count': {
    belief: 'Eine schwache Referenz zählt.',
    wrong: [
      ['3', 'Referenz ist Referenz.'],
      ['1', 'Eine schwache Referenz nimmt eine weg.'],
    ],
    why: 'Der Name und das Argument zählen. Eine schwache Referenz sieht ihr Objekt und hält es nicht.',
  },
  'count-of-items': {
    belief: 'Nur Namen zählen, nicht Plätze in einer Liste.',
    unit: 'Referenzen',
    why: 'Der Name `x`, drei Plätze in `box` und das Argument des Aufrufs. Jeder Platz, der auf ein Objekt verweist, zählt.',
  },
  'count-of-a-shared-row': {
    belief: 'Jede Zeile von [[]] * 5 hat eine Referenz.',
    unit: 'Referenzen',
    why: 'Alle fünf Plätze verweisen auf eine einzige Liste, und das Argument des Aufrufs ist die sechste Referenz.',
  },
  'what-lets-an-object-go': {
    belief: 'del oder der Collector gibt ein Objekt frei, das noch einen Namen hat.',
    asks: 'Nach welchen dieser Anweisungen ist die Instanz von `A` weg?',
    options: [
      ['del a', 'del gibt das Objekt frei.'],
      ['del a, b', null],
      ['a = b = None', null],
      ['del a; n = gc.collect()', 'Der Collector gibt frei, was del vorgemerkt hat.'],
      ['a = None', 'Einen Namen zu überschreiben genügt.'],
      ['b = a = []', null],
    ],
    why: 'Sie geht, wenn die letzte Referenz auf sie geht: Beide Namen müssen loslassen, gleich auf welche Weise. Der Collector hat damit nichts zu tun.',
  },
  'order-of-a-cascade': {
    belief: 'Was von einem Objekt gehalten wird, wird vor ihm freigegeben.',
    asks: 'In welcher Reihenfolge gibt die letzte Zeile dies aus?',
    why: 'Das äußere erreicht den Zählerstand 0 zuerst. Erst wenn es zerlegt wird, lässt es los, was es hält, und so weiter.',
  },
  'the-one-that-goes': {
    belief: 'del gibt alles frei, wohin der Name führt.',
    asks: '`del list_a` wird eingegeben. Welches Objekt wird freigegeben?',
    why: 'Der erste Knoten verliert seine einzige Referenz. Den zweiten hält noch `keep`, und den dritten hält der zweite.',
  },
  'why-a-cycle-stays': {
    belief: 'Zwei Listen, die ihre Namen verlieren, werden freigegeben.',
    asks: 'Warum gibt Referenzzählung allein die beiden Listen nicht frei?',
    model:
      'Auf jede Liste verweist noch die andere, also fällt keiner der beiden Zähler auf 0, obwohl kein Name mehr zu ihnen führt.',
    why: 'Ein Zähler sagt, wie viele Referenzen es gibt, nicht, woher sie kommen. Erst der Collector findet heraus, dass alle von innen kommen.',
  },
  'count-of-none': {
    belief: 'None hat so viele Referenzen, wie man hingeschrieben hat.',
    wrong: [['False', 'None hat einen kleinen Zähler: die zwei Namen und das Argument.']],
    why: 'Es gibt nur ein None, und der Interpreter selbst verweist tausendfach darauf: Standardwerte, leere Plätze, Konstanten jeder Funktion.',
  },
};
