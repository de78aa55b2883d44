import type { Words } from '../words.ts';

export const tour: Words['tour'] = {
  title: 'Rundgang',
  newHere: 'Neu hier?',
  invitation: 'Sechs Stationen, eine Minute: was du siehst und wie du es bewegst.',
  take: 'Zeig es mir',
  decline: 'Kein Rundgang, danke',
  stops: {
    prompt: (first) => ({
      title: 'Hier wird Python eingegeben',
      text: `Es läuft sofort, in deinem Browser, auf einem simulierten CPython 3.11. Mit „Weiter“ wird \`${first}\` für dich eingegeben, wenn der Heap noch leer ist.`,
    }),
    card: () => ({
      title: 'Jedes Objekt ist eine Karte',
      text: 'Sie zeigt den Typ, den Wert und wie viele Referenzen zum Objekt führen. Wenn dieser Zähler null erreicht, wird das Objekt freigegeben, und seine Karte verschwindet.',
    }),
    names: () => ({
      title: 'Namen verweisen auf Objekte',
      text: 'Ein Name ist ein Pfeil, keine Schachtel. `b = a` macht einen zweiten Pfeil auf dasselbe Objekt; `del a` nimmt einen weg.',
    }),
    collector: () => ({
      title: 'Der Garbage Collector',
      text: 'Was im Kreis auf sich selbst verweist, wird durch Zählen nie freigegeben. Der Collector findet es: von selbst nach genug neuen Objekten, oder wenn du einen dieser Knöpfe drückst.',
    }),
    memory: () => ({
      title: 'Wo es im Speicher liegt',
      text: 'Die Arenen, Pools und Blöcke, in denen Objekte liegen, Byte für Byte, und was vom Betriebssystem angefordert wurde.',
    }),
    scenarios: () => ({
      title: 'Szenarien führen dich herum',
      text: 'Kurze Skripte zu je einem Gedanken: Geh eines Schritt für Schritt durch, sieh, was es tut, und beantworte seine Frage.',
    }),
  },
  skip: 'Rundgang überspringen',
  of: (at, all) => `${at} von ${all}`,
  back: 'Zurück',
  next: 'Weiter',
  done: 'Fertig',
};
