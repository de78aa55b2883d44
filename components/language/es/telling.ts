/** The sentences of a collection that is played step by step. */
import { type Group, isMany, type Named, sizeOf, type Told } from '../../player/told.ts';
import { numbers } from './numbers.ts';

const { count } = numbers;

export function tell(told: Told): string {
  return contracted(capital(said(told)));
}

function named(it: Named): string {
  switch (it.kind) {
    case 'object':
      return `${it.type} ${it.number}`;
    case 'class':
      return it.repr;
    case 'part':
      return `una parte de una clase (${it.type})`;
    case 'seen':
      return `${it.type} ${it.repr}`;
    case 'unknown':
      return 'un objeto';
    case 'own':
      switch (it.label.kind) {
        case 'list':
          return it.label.name;
        case 'module':
          return `el módulo ${it.label.module}`;
        case 'names':
          return `los nombres de ${it.label.module}`;
        case 'statement':
          return 'la función de la sentencia';
        case 'other':
          return `un objeto del propio intérprete (${it.label.type})`;
      }
  }
}

export function parts(n: number): string {
  return n === 1 ? 'una parte de una clase' : `${n} partes de clases`;
}

function said(told: Told): string {
  switch (told.kind) {
    case 'called':
      return told.automatic
        ? `Una asignación de memoria ha llevado el contador de la generación ${told.generation} por encima de su umbral: el recolector se ejecuta solo.`
        : `Se llama a gc.collect(${told.generation}).`;
    case 'merge':
      return merge(told);
    case 'count':
      return told.total === 0
        ? 'No hay nada que haya creado una sentencia: ningún contador que copiar.'
        : told.total === 1
          ? 'El único objeto recibe gc_refs, una copia de su contador de referencias.'
          : `Cada uno de los ${objects(told.total)} recibe gc_refs, una copia de su contador de referencias.`;
    case 'subtract':
      return subtract(told);
    case 'subtractParts':
      return told.objects === 1
        ? 'También una parte de una clase resta sus referencias.'
        : `También ${parts(told.objects)} restan sus referencias.`;
    case 'subtractRest':
      return told.objects === 1
        ? 'El otro objeto resta las suyas del mismo modo.'
        : `Los otros ${objects(told.objects)} restan las suyas del mismo modo.`;
    case 'subtracted': {
      const { total, zero } = told;
      if (total === 0) return 'No hay nada que restar.';
      return zero === 0
        ? 'Lo que queda cuenta referencias de fuera. Nadie está en 0.'
        : `Lo que queda cuenta referencias de fuera. ${objects(zero)} ${zero === 1 ? 'está' : 'están'} en 0: todo lo que ${zero === 1 ? 'le' : 'les'} hace referencia también se está examinando.`;
    }
    case 'reach':
      return reach(told);
    case 'tentative':
      return `${named(told.object)} tiene gc_refs 0: se aparta. Puede que algo alcanzable aún le haga referencia.`;
    case 'scanParts': {
      const looked = `Se ${told.objects === 1 ? 'mira' : 'miran'} ${parts(told.objects)}.`;
      const found = sizeOf(told.found);
      return found === 0
        ? looked
        : `${looked} A través de ${told.objects === 1 ? 'ella' : 'ellas'} ${found === 1 ? 'es alcanzable' : 'son alcanzables'} ${group(told.found)}.`;
    }
    case 'scanRest':
      return told.objects === 1
        ? 'El otro objeto se mira del mismo modo.'
        : `Los otros ${objects(told.objects)} se miran del mismo modo.`;
    case 'scanned':
      if (told.total === 0) return 'No hay nada que mirar ni nada que recolectar.';
      return told.unreachable === 0
        ? `${told.total === 1 ? 'Es alcanzable' : `Los ${told.total} son alcanzables`}. No hay nada que recolectar.`
        : `Nada alcanzable hace referencia a lo que sigue apartado: ${count(told.unreachable, 'objeto inalcanzable', 'objetos inalcanzables')}, ${count(told.reachable, 'alcanzable', 'alcanzables')}.`;
    case 'promote':
      return promote(told);
    case 'legacy':
      return 'Ninguno tiene un finalizador antiguo (tp_del): solo pueden tenerlo los tipos escritos en C, y esos objetos irían a gc.garbage.';
    case 'weakref': {
      const cleared = `${named(told.reference)} ya no hace referencia a ${named(told.object)}: al llamarla, da None desde ahora.`;
      if (told.callback === 'none') return cleared;
      return told.callback === 'due'
        ? `${cleared} Su callback se llamará.`
        : `${cleared} Su callback no se llama, porque la propia referencia es inalcanzable.`;
    }
    case 'weakrefs':
      return told.cleared === 0
        ? 'Ninguna referencia débil apunta a algo inalcanzable.'
        : `Se ${told.cleared === 1 ? 'vacía' : 'vacían'} ${count(told.cleared, 'referencia débil más', 'referencias débiles más')}.`;
    case 'callback':
      return `Se llama al callback de ${named(told.reference)}.${freed(told.freed)}`;
    case 'finalizer':
      return told.of === 'generator'
        ? `${named(told.object)} se cierra, para que se ejecuten sus bloques finally.${freed(told.freed)}`
        : `Se llama a __del__ de ${named(told.object)}, mientras todo aquello a lo que hace referencia sigue entero.${freed(told.freed)}`;
    case 'finalizers':
      return told.called === 0
        ? 'A ninguno le queda un finalizador por llamar.'
        : `Se ${told.called === 1 ? 'llama' : 'llaman'} ${count(told.called, 'finalizador más', 'finalizadores más')}.`;
    case 'check':
      return check(told);
    case 'clear':
      return sizeOf(told.freed) === 0
        ? `${named(told.object)} suelta aquello a lo que hace referencia. Algo aún le hace referencia, así que espera.`
        : `${named(told.object)} suelta aquello a lo que hace referencia.${freed(told.freed)}`;
    case 'clearParts':
      return told.objects === 1
        ? `Una parte de una clase suelta sus referencias.${freed(told.freed)}`
        : `${parts(told.objects)} sueltan sus referencias.${freed(told.freed)}`;
    case 'clearRest':
      return told.objects === 1
        ? `El otro objeto se vacía del mismo modo; liberados: ${told.freed}.`
        : `Los otros ${objects(told.objects)} se vacían del mismo modo; liberados: ${told.freed}.`;
    case 'saved':
      return `gc.DEBUG_SAVEALL está activo: ${objects(told.objects)} ${told.objects === 1 ? 'va' : 'van'} a gc.garbage y no se vacía nada.`;
    case 'end':
      return told.automatic
        ? `La recolección ha terminado: ha encontrado ${count(told.collected, 'objeto inalcanzable', 'objetos inalcanzables')}.`
        : `gc.collect(${told.generation}) devuelve ${told.collected}.`;
  }
}

type Of<K extends Told['kind']> = Extract<Told, { kind: K }>;

function merge({ generation, total, sizes, own }: Of<'merge'>): string {
  const beside = own > 0 ? `, y además ${numbers.whole(own)} del propio intérprete` : '';
  if (generation === 0)
    return `Se examina la generación 0: ${objects(total)}${beside}. Las más viejas no se miran.`;
  const younger = generation === 1 ? 'La generación 0 se une' : 'Las generaciones 0 y 1 se unen';
  return `${younger} a la generación ${generation}: se examinan ${sizes.join(' + ')} objetos${beside}.`;
}

function subtract({ holder, alone, targets, parts: cut }: Of<'subtract'>): string {
  const subject = `${named(holder)} ${isMany(holder) ? 'hacen' : 'hace'} referencia a`;
  const [only] = targets;
  if (alone !== null && only !== undefined) {
    const object = alone === 'itself' ? 'sí mismo' : named(only.name);
    return `${subject} ${object}. Esa referencia viene de dentro, así que se resta: gc_refs ${only.was} → ${only.now}.`;
  }
  const each = targets.map(({ name, was, now }) => `${named(name)} (gc_refs ${was} → ${now})`);
  return `${subject} ${listed(cut === 0 ? each : [...each, parts(cut)])}.`;
}

function reach({ object, how, refs, kept, rescued }: Of<'reach'>): string {
  const subject = named(object);
  const many = isMany(object);
  const start = {
    own: `${subject} ${many ? 'son alcanzables' : 'es alcanzable'}`,
    owed: `${subject} resultó ser alcanzable`,
    counted: `${subject} tiene gc_refs ${refs}: algo de fuera le hace referencia, así que es alcanzable`,
  }[how];
  const found = sizeOf(kept);
  const so =
    found === 0
      ? ''
      : `, y por eso también ${group(kept)}, a ${found === 1 ? 'lo' : 'los'} que ${many ? 'hacen' : 'hace'} referencia`;
  const n = sizeOf(rescued);
  const back =
    n === 0
      ? ''
      : ` ${capital(group(rescued))} ${n === 1 ? 'vuelve' : 'vuelven'} de estar aparte: ${subject} ${n === 1 ? 'le' : 'les'} ${many ? 'hacen' : 'hace'} referencia.`;
  return `${start}${so}.${back}`;
}

function promote({ survivors, untracked, generation, to }: Of<'promote'>): string {
  const lost =
    untracked === 0
      ? ''
      : ` ${count(untracked, 'otro no puede', 'otros no pueden')} estar en ningún ciclo: el recolector deja de vigilar${untracked === 1 ? 'lo' : 'los'}.`;
  if (survivors === 0) return `Nada sobrevive para hacerse viejo.${lost}`;
  const one = survivors === 1;
  const where =
    generation === 2
      ? `${one ? 'se queda' : 'se quedan'} en la generación ${to}, la más vieja`
      : `${one ? 'pasa' : 'pasan'} a la generación ${to}`;
  return `${count(survivors, 'superviviente', 'supervivientes')} ${where}.${lost}`;
}

function check({ resurrected, garbage, to }: Of<'check'>): string {
  if (resurrected === 0 && garbage === 0) return 'No queda nada: todo se ha liberado entretanto.';
  const left = `${objects(garbage)} ${garbage === 1 ? 'es' : 'son'} basura.`;
  return resurrected === 0
    ? `Contado otra vez: nada ha vuelto. ${left}`
    : `Contado otra vez: ${objects(resurrected)} ${resurrected === 1 ? 'vuelve a ser alcanzable, resucitado, y pasa' : 'vuelven a ser alcanzables, resucitados, y pasan'} a la generación ${to}. ${left}`;
}

function freed(some: Group): string {
  const n = sizeOf(some);
  return n === 0
    ? ''
    : ` ${capital(group(some))} ${n === 1 ? 'baja a 0 y se libera' : 'bajan a 0 y se liberan'}.`;
}

function group({ names, parts: cut }: Group): string {
  const all = names.map(named);
  return listed(cut === 0 ? all : [...all, parts(cut)]);
}

/** `a`, `a y b`, `a, b y c`; long lists are cut. */
function listed(all: readonly string[]): string {
  const shown = all.length > 5 ? [...all.slice(0, 4), `${all.length - 4} más`] : all;
  const last = shown.at(-1) ?? '';
  return shown.length < 2 ? last : `${shown.slice(0, -1).join(', ')} y ${last}`;
}

/** Names that are code stay as they are. */
function capital(text: string): string {
  return /^(?:gc\.|__)/.test(text) ? text : text.charAt(0).toUpperCase() + text.slice(1);
}

/** `a el módulo` is said `al módulo`. */
function contracted(text: string): string {
  return text.replaceAll(' a el ', ' al ').replaceAll(' de el ', ' del ');
}

function objects(n: number): string {
  return count(n, 'objeto', 'objetos');
}
