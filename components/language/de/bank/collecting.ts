import type { BankWords } from '../../../../classroom/bank/words.ts';

export const collecting: Readonly<Record<string, BankWords>> = {
  'collect-returns-objects': {
    belief: 'gc.collect() gibt Bytes zurück.',
    wrong: [
      ['2', 'Es zählt beide Listen.'],
      ['56', 'Es gibt die Bytes einer Liste zurück.'],
    ],
    why: 'Zurück kommt, wie viele unerreichbare Objekte gefunden wurden. Die Liste von `b` wurde durch ihren Zähler sofort freigegeben; nur die, die sich selbst hält, wartete.',
  },
  'self-cycle-of-an-instance': {
    belief: 'Eine Instanz, die sich selbst hält, ist mit ihrem Dict zwei Objekte.',
    wrong: [
      ['2', 'Die Instanz und ihr Dict: So war es bis 3.10.'],
      ['0', 'Das ist kein richtiger Zyklus.'],
    ],
    why: 'Seit 3.11 liegen die Attribute neben der Instanz, und ein Dict wird erst erzeugt, wenn jemand danach fragt.',
  },
  'two-instances-in-a-cycle': {
    belief: 'Zwei Instanzen sind vier Objekte.',
    wrong: [
      ['4', 'Jede hat ein Dict.'],
      ['1', 'Ein Zyklus zählt als eines.'],
    ],
    why: 'Zwei Instanzen, und ein Dict wurde nie erzeugt.',
  },
  'touched-dicts-count': {
    belief: '__dict__ anzusehen ändert nichts.',
    wrong: [
      ['2', 'Lesen erzeugt nichts.'],
      ['3', 'Nur das letzte Dict bleibt.'],
    ],
    why: 'Nach `__dict__` zu fragen erzeugt für jede Instanz ein richtiges Dict, und auch das wird als unerreichbar gefunden.',
  },
  'del-in-a-cycle': {
    belief: '__del__ in einem Zyklus verhindert die Sammlung.',
    wrong: [
      ['1', 'Es kommt nach gc.garbage: So war es vor 3.4.'],
      ['2', 'Objekt und Methode werden aufbewahrt.'],
    ],
    why: 'Zuerst laufen die Finalizer, dann wird der Zyklus geleert. gc.garbage bleibt leer.',
  },
  'del-runs-once': {
    belief: '__del__ läuft jedes Mal, wenn ein Objekt stirbt.',
    wrong: [
      ['2', 'Es ist zweimal gestorben.'],
      ['0', 'Was gerettet wird, ist nicht gestorben.'],
    ],
    why: 'Ein Finalizer wird nur einmal aufgerufen. Beim zweiten Mal geht das Objekt still.',
  },
  'when-it-runs': {
    belief: 'Der Collector läuft nach der Uhr oder wenn der Speicher knapp ist.',
    wrong: [
      ['(0.5, 5, 50)', 'Das sind Sekunden.'],
      ['(1048576, 10, 10)', 'Die erste Zahl steht für Bytes.'],
    ],
    why: 'Die jüngste Generation wird gesammelt, wenn die Allokationen beobachteter Objekte deren Freigaben um mehr als 700 übersteigen.',
  },
  'numbers-start-nothing': {
    belief: 'Viele Zahlen lösen den Collector aus.',
    wrong: [
      ['28', 'Eine Sammlung je 700 Objekte.'],
      ['1', 'Eine für die Liste.'],
    ],
    why: 'Zahlen und Texte werden nicht beobachtet: Sie können nicht Teil eines Zyklus sein. Die Liste ist ein einziges beobachtetes Objekt.',
  },
  'get-count-is-three-numbers': {
    belief: 'get_count sagt, wie viele Sammlungen es gab.',
    wrong: [['False', 'Es lief keine Sammlung, also ist es 0.']],
    why: 'Die erste Zahl ist Allokationen minus Freigaben seit der letzten Sammlung der jüngsten Generation.',
  },
  'young-collections-only': {
    belief: 'gc.collect(0) gibt jeden Zyklus frei.',
    wrong: [
      ['1', 'Zyklus ist Zyklus.'],
      ['2', 'Es findet die Liste und ihr Element.'],
    ],
    why: 'Die Liste hat eine volle Sammlung überlebt und ist in der ältesten Generation. gc.collect(0) sieht nur die jüngste an.',
  },
  'old-cycle-is-found': {
    belief: 'Was alt geworden ist, wird nie freigegeben.',
    wrong: [
      ['0', 'Die älteste Generation wird für immer aufbewahrt.'],
      ['2', 'Es findet die Liste und ihr Element.'],
    ],
    why: 'Eine Sammlung der ältesten Generation sieht alles an.',
  },
  'survivors-move': {
    belief: 'Überlebende bleiben in Generation 0.',
    wrong: [['False', 'Sie bleiben, wo sie sind.']],
    why: 'Was eine Sammlung von Generation 0 überlebt, rückt auf in 1, dann in 2, und bleibt dort.',
  },
  'get-objects-is-not-all': {
    belief: 'gc.get_objects() führt jedes Objekt auf.',
    wrong: [['True', 'Es führt alle Objekte auf.']],
    why: 'Es führt die beobachteten Container auf. Zahlen, Texte und dergleichen sind nicht darunter.',
  },
  'dict-of-numbers-is-untracked': {
    belief: 'Jedes Dict wird beobachtet.',
    wrong: [
      ['(True, True)', 'Ein Dict ist ein Container.'],
      ['(False, False)', 'Literale sind Konstanten.'],
    ],
    why: 'Ein Dict wird von dem Moment an beobachtet, in dem es etwas hält, das Teil eines Zyklus sein könnte.',
  },
  'tuple-of-numbers-is-untracked-later': {
    belief: 'Ein Tupel wird immer weiter beobachtet.',
    wrong: [['True', 'Ein Tupel ist ein Container.']],
    why: 'Wenn der Collector sieht, dass ein Tupel nichts hält, was einen Zyklus bilden könnte, beobachtet er es nicht länger.',
  },
  'callback-of-a-dying-weakref': {
    belief: 'Der Callback einer schwachen Referenz läuft immer.',
    wrong: [
      ['1', 'Ihr Objekt ist gestorben.'],
      ['2', 'Einmal für das Objekt, einmal für sie selbst.'],
    ],
    why: 'Die schwache Referenz ist Teil desselben Mülls: Ihr Callback wird nicht aufgerufen.',
  },
  'a-tail-is-garbage-too': {
    belief: 'Gezählt werden nur die Objekte des Zyklus selbst.',
    unit: 'Objekte',
    why: 'Die zwei Listen des Zyklus und die leere Liste, die nur der Zyklus hält: Alle drei sind von nirgendwo zu erreichen.',
  },
  'nothing-left-to-collect': {
    belief: 'Der Collector zählt alles, was freigegeben wurde.',
    unit: 'Objekte',
    why: 'Die vier Listen sind in keinem Zyklus: Ihre Zähler fielen bei `del a` auf 0, und sie wurden auf der Stelle freigegeben. Der Collector findet nichts.',
  },
  'the-oldest-needs-a-quarter': {
    belief: 'Die älteste Generation wird gesammelt, sobald die davor oft genug gesammelt worden ist.',
    wrong: [
      ['4', 'Nach je 24 neuen Listen ist die älteste Generation fällig.'],
      ['100', 'Jede neue Liste löst eine Sammlung aus.'],
    ],
    why: 'Sie kommt an die Reihe, wird aber übersprungen, bis die Objekte, die seit der letzten vollen Sammlung dazukamen, mehr als ein Viertel der alten ausmachen. Sonst sähe ein wachsendes Programm immer wieder alles an.',
  },
  'what-is-tracked': {
    belief: 'Der Collector führt eine Liste aller Objekte.',
    asks: 'Welche dieser Objekte beobachtet der Collector?',
    options: [
      ['[]', null],
      ['{}', 'Jedes Dict wird beobachtet.'],
      ["{'a': 1}", 'Ein Dict, das etwas hält, wird beobachtet.'],
      ["{'a': []}", null],
      ["'text'", 'Jedes Objekt wird beobachtet.'],
      ['10 ** 20', 'Große Zahlen werden beobachtet, weil sie viel Platz brauchen.'],
      ['set()', null],
    ],
    why: 'Nur, was Teil eines Zyklus sein könnte: Listen und Sets immer, ein Dict, sobald es so etwas hält. Zahlen und Texte verweisen auf nichts.',
  },
  'steps-of-a-collection': {
    belief: 'Der Collector folgt von den Namen aus den Referenzen und gibt den Rest frei.',
    asks: 'Eine Sammlung läuft. In welcher Reihenfolge tut sie dies?',
    items: [
      'Den Referenzzähler jedes Objekts kopieren',
      'Die Referenzen abziehen, die von innen kommen',
      'Beiseitelegen, was von außen nicht erreicht wird',
      'Die Finalizer ausführen',
      'Die Zyklen aufbrechen, indem die Objekte geleert werden',
    ],
    why: 'Was nach dem Abziehen übrig ist, sind Referenzen von außen. Objekte ohne solche, zu denen auch sonst nichts von außen führt, sind Müll; die Finalizer sehen sie noch heil.',
  },
  'the-one-that-waits': {
    belief: 'Ohne Namen geht alles sofort.',
    asks: '`del a, b, c` wird eingegeben. Welches Objekt ist noch da, bis der Collector läuft?',
    why: 'Zuerst geht `c`, das `a` hielt; dann `a`, das `b` hielt. `b` steht noch auf 1, weil es auf sich selbst verweist.',
  },
  'age-by-collection': {
    belief: 'Jede Sammlung macht alle Überlebenden älter.',
    wrong: [
      ['[0]', 'Überlebende bleiben, wo sie sind.'],
      ['[2]', 'Zwei Sammlungen, zwei Generationen älter.'],
    ],
    why: 'Durch die erste Sammlung rückte die Liste auf in Generation 1. Die zweite sah nur Generation 0 an, und dort war die Liste nicht mehr.',
  },
  'why-generations': {
    belief: 'Generationen sind dazu da, alte Objekte zuerst freizugeben.',
    asks: 'Warum sieht der Collector junge Objekte öfter an als alte?',
    model:
      'Die meisten Objekte sterben jung, also findet man bei den jungen mit wenig Arbeit den meisten Müll; was lange überlebt hat, lebt meist weiter, und all das noch einmal anzusehen kostet viel.',
    why: 'Eine Sammlung von Generation 0 sieht etwa 700 Objekte an. Eine volle sieht alle an, die es gibt, und das können Millionen sein.',
  },
  'get-count-after-collections': {
    belief: 'get_count sagt, wie viele Sammlungen es gab.',
    wrong: [
      ['(0, 3)', 'get_count sagt, wie viele Sammlungen jeder Generation es gab.'],
      ['(3, 3)', 'Eine volle Sammlung zählt für jede Generation.'],
    ],
    why: 'Die zweite und die dritte Zahl zählen Sammlungen der nächstjüngeren Generation seit der letzten der eigenen. Eine volle Sammlung setzt alle drei auf 0; wie viele es gab, sagt `gc.get_stats()`.',
  },
};
