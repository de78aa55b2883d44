import type { Words } from '../words.ts';

export const predict: Words['predict'] = {
  kinds: {
    refcount: 'Was sys.getrefcount zurückgibt',
    holders: 'Wie viele Referenzen ein Objekt halten',
    size: 'Was sys.getsizeof zurückgibt',
    identity: 'Ob es dasselbe Objekt ist',
    counts: 'Was gc.get_count() zurückgibt',
    generation: 'Wo ein Objekt nach einer Sammlung steht',
    block: 'Welche Adresse das nächste Objekt bekommt',
    dies: 'Was stirbt, wenn ein Name geht',
    frees: 'Welches del all das freigibt',
    collect: 'Was gc.collect zurückgibt',
  },
  surprise: 'Überrasch mich',
  about: 'Worum es geht',
  level: 'Stufe',
  levels: { 1: 'Leicht', 2: 'Mittel', 3: 'Schwer' },
  right: '(richtig)',
};
