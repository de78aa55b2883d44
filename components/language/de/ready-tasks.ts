import type { Words } from '../words.ts';

export const readyTasks: Words['readyTasks'] = {
  group: 'Fertige Aufgaben',
  leak: {
    title: 'Genau drei Objekte verlieren',
    prompt: 'Lass genau drei Objekte zurück, die nichts mehr erreicht und die keine Sammlung geholt hat.',
  },
  cycle: {
    title: 'Einen Zyklus mit einer Anweisung freigeben',
    prompt: '`ring` führt zu Objekten, die einander halten. Gib alle mit einer einzigen Anweisung frei.',
  },
  arena: {
    title: 'Eine Arena zurückgeben',
    prompt:
      'Die Liste `keep` füllt mehr als eine Arena. Gib mindestens eine ans System zurück, aber behalte das erste Element.',
  },
  million: {
    title: 'Eine Million Zahlen in einem Kilobyte',
    prompt: 'Mach aus `numbers` etwas, dessen Summe die von 0 … 999999 ist, in höchstens 1000 Bytes.',
  },
  smaller: {
    title: 'Instanzen, ein Viertel kleiner',
    prompt:
      'Schreib `Point` neu und erzeuge `points` neu, 200 davon mit `x` und `y`, sodass alles zusammen ein Viertel weniger braucht.',
  },
  ages: {
    title: 'Drei Alter',
    prompt:
      '`old` ist eine neue Liste. Bring sie in Generation 2 und erzeuge zwei eigene Listen, `middle` und `young`, sodass am Ende `middle` in Generation 1 und `young` in Generation 0 ist.',
  },
  cache: {
    title: 'Ein Cache, der loslässt',
    prompt:
      'Der Cache hält `page` für immer am Leben. Ändere ihn so, dass `page` darin noch zu finden ist und von `del page` freigegeben wird.',
  },
};
