import type { ScenarioWords } from '../../../../classroom/scenarios/words.ts';

export const cycles: Readonly<Record<string, ScenarioWords>> = {
  cycle: {
    title: 'Zwei Listen, die einander halten',
    aim: 'Ohne Namen wird noch auf sie verwiesen, von der jeweils anderen: verloren, bis der Collector sie findet.',
    say: [
      'Eine Liste.',
      'Und noch eine.',
      'Die erste hält die zweite …',
      '… und die zweite die erste.',
      'Ein Name weniger. Die Liste wird von der anderen gehalten.',
      'Kein Name führt mehr zu ihnen, doch ihre Zähler sind nicht null. Sie sind als verloren markiert.',
      'Der Collector findet beide und gibt sie frei: 2.',
    ],
    question: {
      belief: 'Wohin kein Name führt, das wird sofort freigegeben.',
      right: 'nichts',
      wrong: [['gone\ngone', 'Kein Name ist übrig.']],
      why: 'Jeder Knoten wird noch vom anderen gehalten, sodass keiner der Zähler null erreicht.',
    },
  },
  itself: {
    title: 'Eine Liste in sich selbst',
    aim: 'Der kleinste Zyklus hat ein Objekt.',
    say: [
      'Eine Liste.',
      'Sie wird ihr eigenes erstes Element.',
      'Python zeigt die Wiederholung mit Punkten.',
      'Eine Antwort, die eine Zahl ist, damit `_` die Liste loslässt.',
      'Der Name geht, und der Zähler bleibt bei 1: sie selbst.',
      'Der Collector gibt 1 Objekt frei.',
    ],
    question: {
      belief: 'Eine Liste kann sich nicht selbst halten.',
      wrong: [
        ['False', 'Sie hält eine Kopie von dem, was sie war.'],
        ['ein Fehler', 'Das hätte kein Ende.'],
      ],
      why: 'Ein Platz in einer Liste hält eine Adresse, und das kann die jedes Objekts sein.',
    },
  },
  tree: {
    title: 'Ein Elternknoten und seine Kinder',
    aim: 'Jedes Kind kennt seinen Elternknoten: ein Ring, den Zählen allein nicht freigibt.',
    say: [
      'Ein Baum, dessen Kinder ihren Elternknoten kennen.',
      'Eine Wurzel.',
      'Zwei Kinder, jedes mit einem Namen.',
      'Auch ohne ihre Namen hält die Wurzel sie noch.',
      'Auch ohne den Namen der Wurzel halten die Kinder sie noch: Alles davon ist verloren.',
      '6 Objekte: drei Bäume und ihre drei Listen.',
    ],
    question: {
      belief: 'Wer die Wurzel löscht, gibt den Baum frei.',
      wrong: [
        ['0', 'Alles wurde mit dem Namen freigegeben.'],
        ['1', 'Nur die Wurzel ist übrig.'],
      ],
      why: 'Zwei Bäume und ihre zwei Listen halten einander, bis der Collector kommt.',
    },
  },
  'long-way-round': {
    title: 'Ein Zyklus durch eine Closure',
    aim: 'Zyklen entstehen selten mit Absicht: Ein Callback, der seinen Besitzer kennt, macht einen.',
    say: [
      'Ein Button bekommt eine Funktion, die den Button benutzt.',
      'Ein Button.',
      'Folge den Pfeilen: Button, Funktion, ihre Closure, eine Zelle und wieder der Button.',
      'Der Name geht, und der Ring bleibt.',
      '4 Objekte: Button, Funktion, Tupel der Zellen, Zelle.',
    ],
    question: {
      belief: 'Eine Funktion hält nur ihren Code.',
      right: 'nichts',
      wrong: [['gone', 'Der Button hat keinen Namen mehr.']],
      why: 'Die Funktion behält in einer Zelle, was sie benutzt, und das ist der Button, der sie hält.',
    },
  },
};
