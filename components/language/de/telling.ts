/** The sentences of a collection that is played step by step. Names stand in the nominative or the accusative only. */
import { type Group, isMany, type Named, sizeOf, type Told } from '../../player/told.ts';
import { numbers } from './numbers.ts';

const { count } = numbers;

export function tell(told: Told): string {
  return capital(said(told));
}

function named(it: Named): string {
  switch (it.kind) {
    case 'object':
      return `${it.type} ${it.number}`;
    case 'class':
      return it.repr;
    case 'part':
      return `ein Stück einer Klasse (${it.type})`;
    case 'seen':
      return `${it.type} ${it.repr}`;
    case 'unknown':
      return 'ein Objekt';
    case 'own':
      switch (it.label.kind) {
        case 'list':
          return it.label.name;
        case 'module':
          return `das Modul ${it.label.module}`;
        case 'names':
          return `die Namen von ${it.label.module}`;
        case 'statement':
          return 'die Funktion der Anweisung';
        case 'other':
          return `ein Objekt des Interpreters selbst (${it.label.type})`;
      }
  }
}

export function parts(n: number): string {
  return n === 1 ? 'ein Stück einer Klasse' : `${n} Stücke von Klassen`;
}

function said(told: Told): string {
  switch (told.kind) {
    case 'called':
      return told.automatic
        ? `Eine Allokation hat den Zähler von Generation ${told.generation} über seine Schwelle gehoben: Der Collector läuft von selbst.`
        : `gc.collect(${told.generation}) wird aufgerufen.`;
    case 'merge':
      return merge(told);
    case 'count':
      return told.total === 0
        ? 'Es gibt nichts, was eine Anweisung erzeugt hat: keine Zähler zu kopieren.'
        : told.total === 1
          ? 'Das eine Objekt bekommt gc_refs, eine Kopie seines Referenzzählers.'
          : `Jedes der ${objects(told.total)} bekommt gc_refs, eine Kopie seines Referenzzählers.`;
    case 'subtract':
      return subtract(told);
    case 'subtractParts':
      return told.objects === 1
        ? 'Auch ein Stück einer Klasse zieht seine Referenzen ab.'
        : `Auch ${parts(told.objects)} ziehen ihre Referenzen ab.`;
    case 'subtractRest':
      return told.objects === 1
        ? 'Das andere Objekt zieht seine ebenso ab.'
        : `Die anderen ${objects(told.objects)} ziehen ihre ebenso ab.`;
    case 'subtracted': {
      const { total, zero } = told;
      if (total === 0) return 'Es gibt nichts abzuziehen.';
      return zero === 0
        ? 'Was übrig ist, zählt Referenzen von außen. Niemand steht bei 0.'
        : `Was übrig ist, zählt Referenzen von außen. ${objects(zero)} ${zero === 1 ? 'steht' : 'stehen'} bei 0: Was darauf verweist, wird selbst untersucht.`;
    }
    case 'reach':
      return reach(told);
    case 'tentative':
      return `${named(told.object)} hat gc_refs 0 und wird beiseitegelegt. Vielleicht verweist noch etwas Erreichbares darauf.`;
    case 'scanParts': {
      const looked = `${parts(told.objects)} ${told.objects === 1 ? 'wird' : 'werden'} angesehen.`;
      const found = sizeOf(told.found);
      return found === 0
        ? looked
        : `${looked} ${capital(group(told.found))} ${found === 1 ? 'ist' : 'sind'} dadurch erreichbar.`;
    }
    case 'scanRest':
      return told.objects === 1
        ? 'Das andere Objekt wird ebenso angesehen.'
        : `Die anderen ${objects(told.objects)} werden ebenso angesehen.`;
    case 'scanned':
      if (told.total === 0) return 'Es gibt nichts anzusehen und nichts zu sammeln.';
      return told.unreachable === 0
        ? `${told.total === 1 ? 'Es ist' : `Alle ${told.total} sind`} erreichbar. Es gibt nichts zu sammeln.`
        : `Nichts Erreichbares verweist auf das, was noch beiseiteliegt: ${objects(told.unreachable)} unerreichbar, ${told.reachable} erreichbar.`;
    case 'promote':
      return promote(told);
    case 'legacy':
      return 'Keines hat einen Finalizer alter Art (tp_del): Nur in C geschriebene Typen können einen haben, und solche Objekte kämen nach gc.garbage.';
    case 'weakref': {
      const cleared = `${named(told.reference)} verweist nicht mehr auf ${named(told.object)}: Ein Aufruf gibt von jetzt an None.`;
      if (told.callback === 'none') return cleared;
      return told.callback === 'due'
        ? `${cleared} Der Callback wird noch aufgerufen.`
        : `${cleared} Der Callback wird nicht aufgerufen, denn die Referenz ist selbst unerreichbar.`;
    }
    case 'weakrefs':
      return told.cleared === 0
        ? 'Keine schwache Referenz verweist auf etwas Unerreichbares.'
        : `${count(told.cleared, 'weitere schwache Referenz wird', 'weitere schwache Referenzen werden')} geleert.`;
    case 'callback':
      return `Für ${named(told.reference)} wird der Callback aufgerufen.${freed(told.freed)}`;
    case 'finalizer':
      return told.of === 'generator'
        ? `${named(told.object)} wird geschlossen, damit die finally-Blöcke laufen.${freed(told.freed)}`
        : `Für ${named(told.object)} wird __del__ aufgerufen, solange alles noch heil ist, worauf es verweist.${freed(told.freed)}`;
    case 'finalizers':
      return told.called === 0
        ? 'Keines hat einen Finalizer, der noch aufzurufen ist.'
        : `${count(told.called, 'weiterer Finalizer wird', 'weitere Finalizer werden')} aufgerufen.`;
    case 'check':
      return check(told);
    case 'clear':
      return sizeOf(told.freed) === 0
        ? `${named(told.object)} gibt auf, worauf es verweist. Noch verweist etwas darauf, also wartet es.`
        : `${named(told.object)} gibt auf, worauf es verweist.${freed(told.freed)}`;
    case 'clearParts':
      return told.objects === 1
        ? `Ein Stück einer Klasse gibt seine Referenzen auf.${freed(told.freed)}`
        : `${parts(told.objects)} geben ihre Referenzen auf.${freed(told.freed)}`;
    case 'clearRest':
      return told.objects === 1
        ? `Das andere Objekt wird ebenso geleert; ${told.freed} freigegeben.`
        : `Die anderen ${objects(told.objects)} werden ebenso geleert; ${told.freed} freigegeben.`;
    case 'saved':
      return `gc.DEBUG_SAVEALL ist gesetzt: ${objects(told.objects)} ${told.objects === 1 ? 'kommt' : 'kommen'} nach gc.garbage, und nichts wird geleert.`;
    case 'end':
      return told.automatic
        ? `Die Sammlung ist vorbei: Sie hat ${told.collected === 1 ? 'ein unerreichbares Objekt' : `${numbers.whole(told.collected)} unerreichbare Objekte`} gefunden.`
        : `gc.collect(${told.generation}) gibt ${told.collected} zurück.`;
  }
}

type Of<K extends Told['kind']> = Extract<Told, { kind: K }>;

function merge({ generation, total, sizes, own }: Of<'merge'>): string {
  const beside = own > 0 ? `, dazu ${numbers.whole(own)} des Interpreters selbst` : '';
  if (generation === 0)
    return `Generation 0 wird untersucht: ${objects(total)}${beside}. Ältere werden nicht angesehen.`;
  const younger = generation === 1 ? 'Generation 0 kommt' : 'Die Generationen 0 und 1 kommen';
  return `${younger} zu Generation ${generation}: ${sizes.join(' + ')} Objekte werden untersucht${beside}.`;
}

function subtract({ holder, alone, targets, parts: cut }: Of<'subtract'>): string {
  const subject = `${named(holder)} ${isMany(holder) ? 'verweisen' : 'verweist'} auf`;
  const [only] = targets;
  if (alone !== null && only !== undefined) {
    const object = alone === 'itself' ? 'sich selbst' : named(only.name);
    return `${subject} ${object}. Diese Referenz kommt von innen, also wird sie abgezogen: gc_refs ${only.was} → ${only.now}.`;
  }
  const each = targets.map(({ name, was, now }) => `${named(name)} (gc_refs ${was} → ${now})`);
  return `${subject} ${listed(cut === 0 ? each : [...each, parts(cut)])}.`;
}

function reach({ object, how, refs, kept, rescued }: Of<'reach'>): string {
  const subject = named(object);
  const many = isMany(object);
  const start = {
    own: `${subject} ${many ? 'sind' : 'ist'} erreichbar`,
    owed: `${subject} hat sich als erreichbar erwiesen`,
    counted: `${subject} hat gc_refs ${refs}: Etwas von außen verweist darauf, also ist es erreichbar`,
  }[how];
  const found = sizeOf(kept);
  const so =
    found === 0 ? '' : `, und damit auch ${group(kept)}, worauf ${many ? 'sie verweisen' : 'es verweist'}`;
  const n = sizeOf(rescued);
  const back =
    n === 0
      ? ''
      : ` ${capital(group(rescued))} ${n === 1 ? 'kommt' : 'kommen'} vom Beiseitegelegten zurück: ${subject} ${many ? 'verweisen' : 'verweist'} darauf.`;
  return `${start}${so}.${back}`;
}

function promote({ survivors, untracked, generation, to }: Of<'promote'>): string {
  const lost =
    untracked === 0
      ? ''
      : ` ${count(untracked, 'anderes kann', 'andere können')} in keinem Zyklus sein: Der Collector beobachtet ${untracked === 1 ? 'es' : 'sie'} nicht länger.`;
  if (survivors === 0) return `Nichts überlebt, um alt zu werden.${lost}`;
  const one = survivors === 1;
  const where =
    generation === 2
      ? `${one ? 'bleibt' : 'bleiben'} in Generation ${to}, der ältesten`
      : `${one ? 'rückt' : 'rücken'} auf in Generation ${to}`;
  return `${count(survivors, 'Überlebendes', 'Überlebende')} ${where}.${lost}`;
}

function check({ resurrected, garbage, to }: Of<'check'>): string {
  if (resurrected === 0 && garbage === 0)
    return 'Es ist nichts mehr übrig: Alles wurde inzwischen freigegeben.';
  const left = `${objects(garbage)} ${garbage === 1 ? 'ist' : 'sind'} Müll.`;
  return resurrected === 0
    ? `Noch einmal gezählt: Nichts wurde zurückgeholt. ${left}`
    : `Noch einmal gezählt: ${objects(resurrected)} ${resurrected === 1 ? 'ist' : 'sind'} wieder erreichbar, also wiederbelebt, und ${resurrected === 1 ? 'rückt' : 'rücken'} auf in Generation ${to}. ${left}`;
}

function freed(some: Group): string {
  const n = sizeOf(some);
  return n === 0
    ? ''
    : ` ${capital(group(some))} ${n === 1 ? 'fällt auf 0 und wird' : 'fallen auf 0 und werden'} freigegeben.`;
}

function group({ names, parts: cut }: Group): string {
  const all = names.map(named);
  return listed(cut === 0 ? all : [...all, parts(cut)]);
}

/** `a`, `a und b`, `a, b und c`; long lists are cut. */
function listed(all: readonly string[]): string {
  const shown = all.length > 5 ? [...all.slice(0, 4), `${all.length - 4} weitere`] : all;
  const last = shown.at(-1) ?? '';
  return shown.length < 2 ? last : `${shown.slice(0, -1).join(', ')} und ${last}`;
}

/** Names that are code stay as they are. */
function capital(text: string): string {
  return /^(?:gc\.|__)/.test(text) ? text : text.charAt(0).toUpperCase() + text.slice(1);
}

function objects(n: number): string {
  return count(n, 'Objekt', 'Objekte');
}
