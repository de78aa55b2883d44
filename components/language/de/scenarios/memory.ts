import type { ScenarioWords } from '../../../../classroom/scenarios/words.ts';

export const memory: Readonly<Record<string, ScenarioWords>> = {
  blocks: {
    title: 'Blöcke von sechzehn Bytes',
    aim: 'Ein kleines Objekt liegt in einem Block, dessen Größe ein Vielfaches von 16 ist.',
    say: [
      '16 Bytes Objekt in einem Block von 16. Sieh dir die Karte des Speichers an.',
      '24 Bytes Float.',
      'Er liegt in einem Block von 32, in einem anderen Pool: Ein Pool hat nur Blöcke einer Größe.',
      'Ein Text von zehn Ziffern.',
      '59 Bytes, in einem Block von 64: Die letzten 5 bleiben unbenutzt.',
    ],
    question: {
      belief: 'Ein Objekt kann an jeder Adresse liegen.',
      wrong: [
        ['8', 'Objekte beginnen nur bei Vielfachen von 8.'],
        ['jedes Mal eine andere Zahl', 'Es liegt, wo gerade Platz ist.'],
      ],
      why: 'Jeder Block beginnt bei einem Vielfachen von 16.',
    },
  },
  'too-large': {
    title: 'Zu groß für einen Pool',
    aim: 'Anforderungen bis 512 Bytes liegen in Pools. Größere gehen an die C-Bibliothek.',
    say: [
      'Ein Bytes-Objekt, das genau 512 braucht.',
      '512: Es liegt in einem Block der größten Größenklasse.',
      'Ein Byte mehr.',
      '513: Es liegt außerhalb der Arenen, in der Liste unter der Karte.',
      'Eine lange Liste ist geteilt: Ihr Kopf liegt in einem Pool, ihre Elemente außerhalb.',
      'Blöcke außerhalb gehen sofort zurück, wenn sie freigegeben werden.',
    ],
    question: {
      belief: 'Eine große Liste liegt in einem Stück.',
      asks: 'Wo liegt diese Liste?',
      right: 'Ihr Kopf in einem Pool, ihre Elemente außerhalb der Arenen',
      wrong: [
        ['Ganz in einem Pool', 'Listen liegen immer in Pools.'],
        ['Ganz außerhalb der Arenen', 'Sie ist größer als 512 Bytes.'],
      ],
      why: 'Eine Liste besteht aus zwei Blöcken: einem Kopf von 56 Bytes und den Adressen ihrer Elemente, hier 8000 Bytes.',
    },
  },
  arenas: {
    title: 'Eine Arena wird voll, eine weitere kommt dazu',
    aim: 'Speicher kommt vom System, ein Mebibyte nach dem anderen.',
    say: [
      'Eine Arena genügt für den Anfang: ein Mebibyte, in 64 Pools geteilt.',
      '10000 Listen mit einem Element. Sieh zu, wie sich die Karte füllt.',
      'Noch einmal doppelt so viele: Eine Arena genügt nicht.',
      'Die Listen gehen, und mit ihnen die Arenen, die ganz frei sind.',
    ],
    question: {
      belief: 'Jedes Objekt wird beim Betriebssystem angefordert.',
      asks: 'Ein Programm erzeugt eine kleine Liste. Wie oft wird das System um Speicher gebeten?',
      right: 'So gut wie nie: Ein Pool einer Arena hat einen freien Block',
      wrong: [
        ['Einmal für die Liste', 'Jedes Objekt ist eine Anforderung an das System.'],
        ['Zweimal: für den Kopf und für die Elemente', 'Jeder Block ist eine Anforderung an das System.'],
      ],
      why: 'Eine Arena fasst Tausende von Blöcken. Das System wird gebeten, wenn sie voll ist.',
    },
  },
  'used-again': {
    title: 'Der freigegebene Block ist der nächste',
    aim: 'Was stirbt, macht Platz für das nächste Objekt seiner Größe, an derselben Adresse.',
    say: [
      'Ein Objekt.',
      'Seine Adresse.',
      'Es stirbt, und sein Block ist frei.',
      'Ein neues Objekt derselben Größe.',
      'Es liegt, wo das alte lag.',
      'Eine Adresse ist also keine Identität für das, was weg ist: Nur lebende Objekte unterscheiden sich darin.',
    ],
    question: {
      belief: 'Zwei verschiedene Objekte haben nie dieselbe id.',
      wrong: [['False', 'Es sind zwei Objekte.']],
      why: 'Das erste wird freigegeben, bevor das zweite erzeugt wird, und sein Block wird wieder benutzt.',
    },
  },
  'kept-lists': {
    title: 'Listen, die für später behalten werden',
    aim: 'Ein paar tote Listen gehen nicht einmal an den Pool zurück.',
    say: [
      'Die erste Zahl ist die der Objekte, die seit der letzten Sammlung erzeugt und nicht freigegeben wurden.',
      '70 Listen.',
      'Sie zählen als neue Objekte.',
      'Sie sterben, und ihre Köpfe warten in einer Freiliste.',
      'Für den Collector sind sie also nicht freigegeben: Die Zahl sinkt nicht.',
      '70 neue Listen werden von dort genommen.',
      'Kein Speicher wurde angefordert, und die Zahl ändert sich kaum.',
    ],
    question: {
      belief: 'Eine tote Liste hinterlässt nichts.',
      wrong: [['False', 'Eine neue Liste bekommt einen neuen Platz.']],
      why: 'Der Kopf der toten Liste wurde behalten, und die nächste bekommt ihn.',
    },
  },
  survivors: {
    title: 'Wenige Überlebende halten alles fest',
    aim: 'Eine Arena geht erst zurück, wenn sie ganz frei ist.',
    say: [
      '30000 kleine Listen, in mehreren Arenen.',
      'Jede hundertste bleibt.',
      '300 Listen sind übrig. Die Karte zeigt, warum kaum etwas zurückging: Sie liegen überall.',
      'Wenn auch sie gehen, gehen die Arenen.',
    ],
    question: {
      belief: 'Es kommt nur darauf an, wie viele überleben.',
      asks: 'Von diesen Listen sollen 300 bleiben. Bei welchen 300 geht mehr Speicher ans System zurück?',
      right: 'Bei den ersten 300: Sie liegen nebeneinander',
      wrong: [
        ['Bei jeder hundertsten: So bleiben gleich große Lücken', 'Lücken werden zurückgegeben.'],
        ['Das macht keinen Unterschied: 300 sind 300', 'Was frei ist, geht zurück, wo immer es liegt.'],
      ],
      why: 'Eine Arena geht zurück, wenn nichts darin lebt. Nebeneinander liegen 300 Listen in einer Arena, verstreut in allen.',
    },
  },
};
