/** Objects and what holds them stand after a colon or in the nominative, so that no sentence has to decline them. */
import type { Phrases } from './en.ts';

function counted(n: number, one: string, many: string): string {
  return `${n} ${n === 1 ? one : many}`;
}

const COLLECTOR = 'eingeschlossen die 16 Bytes davor, die der Collector braucht';
const GENERATIONS = ['nur Generation 0', 'die Generationen 0 und 1', 'alle Generationen'] as const;

export const german: Phrases = {
  ifTyped: 'Wenn diese Zeilen jetzt eingegeben würden: Was würde die letzte ausgeben?',
  ifTypedOne: 'Wenn diese Zeile jetzt eingegeben würde: Was würde sie ausgeben?',
  shown: (type, repr) => `${repr} (${type})`,
  kind: (type) => type,
  beside: (object, text) => `${text} = ${object}`,
  variable: (name, called) => `die Variable ${name} von ${called}`,
  name: (name) => `der Name ${name}`,
  times: (holder, n) => `${holder}, ${n}-mal`,
  inside: (label, holder) => `${label} in ${holder}`,
  list: (parts) =>
    parts.length <= 2 ? parts.join(' und ') : `${parts.slice(0, -1).join('; ')}; und ${parts.at(-1) ?? ''}`,
  life: {
    alive: (way) => `es wird erreicht über ${way}`,
    leaked: (cycle) => `nur ein Zyklus hält es (${cycle}), den nichts erreicht, was läuft`,
    builtin: 'es gehört zum Interpreter',
    gone: 'es ist weg',
  },
  nothing: {
    empty:
      'Der Heap hat noch nichts, worum es in einer Frage gehen könnte. Gib erst eine Anweisung ein, etwa `a = [1, 2]`.',
    atLevel: 'Der Heap gibt so, wie er ist, keine neue Frage dieser Art auf dieser Stufe her.',
    noOther: 'Nimm eine andere Art oder Stufe, oder ändere den Heap.',
    easier: 'Nimm eine leichtere Stufe, oder erzeuge ein paar Objekte, die aufeinander verweisen.',
  },
  missing: {
    refcount: 'Gib erst einem Objekt von dir ein oder zwei Namen, etwa `a = [1, 2]` und `b = a`.',
    holders: 'Gib erst einem Objekt von dir ein oder zwei Namen, etwa `a = [1, 2]` und `b = a`.',
    size: 'Erzeuge erst eine Liste, ein Tupel, ein Dict oder ein Set, etwa `a = [1, 2, 3]`.',
    identity:
      'Mach erst zwei Namen für ein Objekt, oder zwei Objekte, die gleich aussehen: `a = [1]`, `b = a` und `c = [1]`.',
    counts: 'Erzeuge erst ein Objekt, das der Collector zählt, etwa `a = [1, 2]`.',
    generation: 'Erzeuge erst einen Container, etwa `a = [1, 2]`.',
    block:
      'Erzeuge erst ein Objekt, etwa `a = [1, 2]`: In den Fragen geht es um einen Heap, auf dem etwas liegt.',
    dies: 'Erzeuge erst einen Container, der einen anderen hält, etwa `a = [[1], [2]]` und `b = a[0]`.',
    frees: 'Erzeuge erst Objekte, die andere halten, etwa `a = [[1], [2]]` und `b = [a[0]]`.',
    collect: 'Verliere erst etwas: `a = []`, `a.append(a)`, `del a`.',
  },
  prints: (said, why) => `Ausgegeben wird ${said}. ${why}`,
  notes: {
    none: '',
    repeated: 'Eine wiederholte Liste hält dasselbe Objekt wieder und wieder.',
    slice: 'Der Slice ist eine andere Liste: Er verweist auf die Elemente, nicht auf die Liste.',
    lambda: 'Eine Funktion sucht ihre globalen Namen, wenn sie aufgerufen wird; sie hält keinen davon.',
    echo: 'Der Prompt behält als `_`, was er zuletzt ausgegeben hat, und damit diese Liste mit beiden Elementen.',
    inCall: 'Die Liste im Aufruf ist weg, wenn der Aufruf zurückgekehrt ist.',
    weak: 'Eine schwache Referenz zählt nicht.',
    itself: 'Eine Liste kann sich selbst halten: Das zählt wie jede andere Referenz.',
  },
  refcount: (said, n, object, held) =>
    `Ausgegeben wird ${said}. ${counted(n, 'Referenz', 'Referenzen')} auf ${object}: ${held}. Das Argument des Aufrufs ist eine mehr.`,
  holders: {
    asks: (object) =>
      `Wenn dies jetzt eingegeben würde: Wie viele Referenzen hielten danach ${object}? Zähle Namen und Plätze in anderen Objekten.`,
    why: (n, held, call) =>
      `${counted(n, 'Referenz', 'Referenzen')}: ${held}. ${call} würde ${n + 1} sagen, denn sein Argument ist eine mehr.`,
  },
  size: {
    unit: 'Bytes',
    bytes: (n) => `${n} Bytes`,
    why: (value, parts) =>
      `Ausgegeben wird ${value}: ${parts} Was die Elemente selbst brauchen, ist nicht mitgezählt.`,
    list: (places, used, size) =>
      `56 Bytes für die Liste selbst, ${COLLECTOR}, und 8 für jeden Platz für ein Element, von denen sie ${places} hat: 56 + 8 × ${places} = ${size}. ${counted(used, 'Platz ist', 'Plätze sind')} benutzt.`,
    tuple: (items, size) =>
      `40 Bytes für das Tupel selbst, ${COLLECTOR}, und 8 für jedes Element: 40 + 8 × ${items} = ${size}. Ein Tupel hat keinen Platz übrig.`,
    dict: (room, used, size) =>
      `64 Bytes für das Dict selbst, ${COLLECTOR}, und ${size - 64} für seine Tabelle, die Platz für ${counted(room, 'Schlüssel', 'Schlüssel')} hat: 64 + ${size - 64} = ${size}. ${counted(used, 'Schlüssel ist', 'Schlüssel sind')} darin.`,
    smallSet: (used) =>
      `216 Bytes, ${COLLECTOR}: Ein Set hat in sich eine Tabelle für 8, und ${counted(used, 'Element braucht', 'Elemente brauchen')} keine andere.`,
    set: (places, size) =>
      `216 Bytes für das Set selbst, ${COLLECTOR}, und 16 für jeden der ${places} Plätze seiner Tabelle: 216 + 16 × ${places} = ${size}. Die kleine Tabelle in ihm zählt mit, obwohl sie nicht mehr benutzt wird.`,
  },
  identity: {
    heldBy: (object, held) => `${object}, gehalten durch: ${held}`,
    same: (left, right, object) => `${left} und ${right} führen zu ein und demselben Objekt: ${object}.`,
    fresh: (left, right, object) => `${right} erzeugt ein neues Objekt. ${left} ist ${object}.`,
    alike: (left, right, one, other) =>
      `${left} und ${right} führen zu zwei Objekten, die gleich aussehen. Das eine ist ${one}. Das andere ist ${other}.`,
    unchanging: 'Ein Tupel kann sich nicht ändern, also macht Python keine Kopie davon.',
    asks: (module) =>
      `Welche dieser Vergleiche würden \`True\` ausgeben, wenn sie jetzt${module === null ? '' : ` in ${module}`} eingegeben würden?`,
    verdict: (source, said, why) => `${source} ist ${said}: ${why}`,
  },
  counts: {
    makes: {
      none: '',
      threeLists: 'Drei Listen werden erzeugt, und sie bleiben.',
      listAndDict: 'Eine Liste und ein Dict werden erzeugt; eine Zahl und ein Text zählen nicht.',
      oneList: 'Eine Liste wird erzeugt; das Objekt darin war schon vorher da.',
      fourContainers: 'Vier Container werden erzeugt: die Liste und die drei darin.',
      goneAtOnce:
        'Die Liste ist weg, wenn der Aufruf zurückgekehrt ist: angelegt und freigegeben ändert sie nichts.',
      fiveLists: 'Fünf Listen bleiben: die vier und die, die sie hält.',
      twoGone: 'Zwei Listen werden erzeugt und gehen wieder, mit dem Namen, der sie hielt.',
      dictTupleList: 'Ein Dict, ein Tupel und eine Liste werden erzeugt, und sie bleiben.',
      onlyList: 'Nur die Liste zählt: Zahlen und Texte können keine Referenzen halten.',
      oneOfThree: 'Drei Listen werden erzeugt, und eine davon geht wieder.',
    },
    now: (counts) => `Die Zähler stehen jetzt auf ${counts}.`,
    before: (counts) => `Vorher standen die Zähler auf ${counts}.`,
    ran: (threshold, generations) =>
      `Als der erste über seine Schwelle ${threshold} stieg, lief in der Allokation ${generations.map((each) => `eine Sammlung von Generation ${each}`).join(', dann ')}: Sie setzte den ersten auf 0 und zählte dahinter einen weiter. Der erste zählt, was seitdem angelegt wurde, weniger das, was ging.`,
    change(stays) {
      if (stays === 0) return 'Also bleibt der erste, wie er war.';
      return stays > 0
        ? `Also steigt der erste um ${stays}: Allokationen weniger Freigaben.`
        : `Also sinkt der erste um ${-stays}: Es wurde mehr freigegeben als angelegt.`;
    },
    prompt: (own) =>
      own === 1
        ? '1 weiteres ist das Funktionsobjekt, in dem der Prompt die letzte Zeile ausführt.'
        : `${own} weitere sind die Objekte, in denen der Prompt die letzte Zeile ausführt.`,
  },
  generation: {
    places: ['In Generation 0', 'In Generation 1', 'In Generation 2'],
    none: 'In keiner: Es lebt, aber der Collector beobachtet es nicht',
    gone: 'Nirgends: Es ist freigegeben',
    stands: (object, generation) => `Jetzt steht ${object} in Generation ${generation}.`,
    untracked: (object) => `Jetzt wird ${object} nicht beobachtet.`,
    del: '`del` entfernt den Namen.',
    held: (held, life) => `Es wird gehalten durch: ${held}${life === '' ? '' : `; ${life}`}.`,
    last: 'Das war die letzte Referenz, also wird das Objekt vor jeder Sammlung freigegeben.',
    looks: (call, generation) =>
      `${call} sieht ${GENERATIONS[generation]} an; was dort überlebt, rückt auf in Generation ${Math.min(2, generation + 1)}.`,
    passes: (call, generation, stands) =>
      `${call} sieht ${GENERATIONS[generation]} an, und es steht dann in Generation ${stands}: Dort bleibt es.`,
    untracks: 'Es hält nichts, was beobachtet wird, also nimmt die Sammlung es von den Listen.',
    asks: (text, module) =>
      `Wenn dies jetzt eingegeben würde: Wo stünde danach das Objekt, auf das jetzt ${module === null ? text : `${text} in ${module}`} verweist?`,
  },
  block: {
    place: (address, name) => `${address}, wo zuerst ${name} lag`,
    at: (name, address) => `${name} bei ${address}`,
    asks: (bytes, places) =>
      `Objekte von ${bytes} Bytes: Wenn diese Zeilen jetzt eingegeben würden, lägen die ersten Objekte hier: ${places.join(', ')}. Welche Adresse würde die letzte Zeile ausgeben?`,
    why: (address, make, bytes, given, name, before) =>
      `${address}: ${make} fordert ${bytes} Bytes an, und ein Pool dieser Größe gibt zuerst den Block aus, der zuletzt zu ihm zurückkam. Blöcke wurden frei durch ${given.join(', dann ')}; dies ist der von ${name}.${before === null ? '' : ` ${before} nahm den davor.`}`,
  },
  dies: {
    nothing: 'Keines davon: Alle leben weiter',
    asks: 'Wenn diese Zeile jetzt eingegeben würde: Welche dieser Objekte würde sie freigeben?',
    spot: (text, object) => `${text}, ${object}`,
    dies: (text, held) => `${text} stirbt. Gehalten wurde es nur durch: ${held}. Das fällt weg.`,
    lives: (text, held, life) =>
      `${text} lebt. Noch wird es gehalten durch: ${held}${life === '' ? '' : `; ${life}`}.`,
    del: '`del` entfernt einen Namen, kein Objekt.',
  },
  frees: {
    asks: (one) =>
      `Welche dieser Anweisungen würde, jetzt eingegeben, ${one ? 'dieses Objekt' : 'alle diese Objekte'} freigeben?`,
    why: (statement, one) =>
      `${statement} nimmt die letzte Referenz, die von außen zu ${one ? 'ihm' : 'ihnen'} führt.`,
    held: (text, held) => `${text} wird nur gehalten durch: ${held}.`,
    survives: (statement, text, held, life) =>
      `Nach ${statement} ist ${text} noch da, gehalten durch: ${held}${life === '' ? '' : `; ${life}`}.`,
  },
  collect: {
    zero: 'Zurück kommt 0: Unter dem, was angesehen wird, ist alles erreichbar.',
    value: (n, objects) =>
      `Zurück kommt ${n}, die Zahl der Objekte, die angesehen werden und die nichts erreicht: ${objects}.`,
    held: (object, held, life) => `${object} wird gehalten durch: ${held}${life === '' ? '' : `: ${life}`}.`,
    older: (object, generation, call) =>
      `${object} ist auch verloren, steht aber in Generation ${generation}, und die sieht ${call} nicht an.`,
  },
};
