import type { ScenarioWords } from '../../../../classroom/scenarios/words.ts';

export const collector: Readonly<Record<string, ScenarioWords>> = {
  generations: {
    title: 'Alt werden',
    aim: 'Was eine Sammlung überlebt, rückt eine Generation auf und wird seltener angesehen.',
    say: [
      'Eine neue Liste ist in Generation 0.',
      'Sie überlebt eine Sammlung von Generation 0 und rückt auf in 1.',
      'Eine zweite Liste: Generation 0.',
      'Diese Sammlung sieht 0 und 1 an. Beide Listen überleben.',
      'Jetzt sind sie in Generation 2, wo sie für immer bleiben.',
      'Wann welche durchgesehen wird: nach 700 neuen Objekten, nach 10 Durchgängen von 0, nach 10 von 1.',
    ],
    question: {
      belief: 'gc.collect(0) sieht alles an.',
      wrong: [['1', 'Die Liste ist unerreichbar.']],
      why: 'Die Liste hat eine volle Sammlung überlebt und ist in der ältesten Generation, und die sieht gc.collect(0) nicht an.',
    },
  },
  'by-itself': {
    title: 'Der Collector startet von selbst',
    aim: 'Niemand ruft ihn auf: Das tut die Zahl der neuen Objekte.',
    say: [
      'Eine niedrigere Schwelle, um es früher zu sehen.',
      'Eine Funktion, die Zyklen zurücklässt.',
      '20 Zyklen, und noch geschieht nichts. Sie liegen als verloren auf dem Heap.',
      '40 weitere sind zu viele: Die jüngste Generation wird mitten in der Schleife gesammelt.',
      'Was nach dieser Sammlung kam, ist noch da. Nun wieder die Vorgabe.',
      'Der Rest geht mit einer Sammlung von Hand.',
    ],
    question: {
      belief: 'Der Collector läuft in regelmäßigen Abständen.',
      wrong: [['False', 'Es ist keine Zeit vergangen.']],
      why: 'Eine Sammlung beginnt, wenn die erzeugten Objekte die freigegebenen um die Schwelle übersteigen, hier mehrmals.',
    },
  },
  watched: {
    title: 'Was der Collector ansieht',
    aim: 'Beobachtet wird nur, was Teil eines Zyklus sein könnte.',
    say: [
      'Eine Zahl verweist auf nichts. Sie ist nie in einem Zyklus.',
      'Ein Text auch nicht.',
      'Eine Liste könnte sich eines Tages selbst halten, also wird sie von Anfang an beobachtet.',
      'Ein Dict nur mit Zahlen: noch nicht.',
      'So wird es auch ausgegeben.',
      'Mit einer Liste darin könnte es Teil eines Zyklus sein.',
      'Von jetzt an wird es beobachtet.',
    ],
    question: {
      belief: 'Der Collector sieht jedes Objekt an.',
      wrong: [
        ['[True, True, True, True]', 'Jedes Objekt wird angesehen.'],
        ['[False, False, True, True]', 'Jeder Container wird angesehen.'],
      ],
      why: 'Zahlen und Texte halten nichts. Ein leeres Dict wird erst beobachtet, wenn etwas hineinkommt, was es seinerseits halten könnte.',
    },
  },
  'switched-off': {
    title: 'Der Collector, ausgeschaltet',
    aim: 'Das Zählen geht ohne ihn weiter. Nur Zyklen bleiben.',
    say: [
      'Von jetzt an wird nichts von selbst gesammelt.',
      'Listen ohne Zyklen werden sofort freigegeben, wie immer.',
      '1000 kleine Ringe, weit über der Schwelle von 700.',
      'Der letzte hat einen Namen; ohne den sind alle 1000 verloren.',
      'Von Hand geht es weiterhin: 1000 Objekte.',
      'Wieder an.',
    ],
    question: {
      belief: 'Ohne den Collector wird nichts freigegeben.',
      wrong: [['nichts', 'Der Collector ist ausgeschaltet.']],
      why: 'Der Zähler hat null erreicht. Das braucht keinen Collector.',
    },
  },
  'last-words': {
    title: 'Letzte Worte',
    aim: 'Der Collector lässt jedes Objekt Abschied nehmen, bevor eines von ihnen zerlegt wird.',
    say: [
      'Zwei Freunde, die einander grüßen, wenn sie gehen.',
      'Zwei davon.',
      'Sie kennen einander.',
      'Und werden vergessen.',
      'Beide können einander noch nennen: Erst laufen alle Finalizer, dann wird der Zyklus aufgelöst.',
    ],
    question: {
      belief: 'Objekte mit __del__ in einem Zyklus werden nie freigegeben.',
      wrong: [['nichts', 'Der Collector lässt sie in Ruhe.']],
      why: 'Sie werden gesammelt wie andere; ihre Finalizer werden vorher aufgerufen.',
    },
  },
};
