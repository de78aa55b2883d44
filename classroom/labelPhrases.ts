/** Through what a reference leads, said in each language; what Python writes needs no words. */
import type { Label } from '../heap/index.ts';
import type { Language } from './languages.ts';

export interface LabelPhrases {
  /** A variable of a function that runs. */
  readonly local: (name: string, called: string) => string;
  readonly lastEcho: (module: string, name: string) => string;
  readonly lastException: (module: string, name: string) => string;
  readonly module: (module: string) => string;
  readonly imports: string;
  readonly lookups: string;
}

export const LABEL_PHRASES: Readonly<Record<Language, LabelPhrases>> = {
  en: {
    local: (name, called) => `${name} in ${called}`,
    lastEcho: (module, name) => `the last echo of ${module} (${name})`,
    lastException: (module, name) => `the last exception of ${module} (${name})`,
    module: (module) => `the module ${module}`,
    imports: 'the import machinery',
    lookups: 'the cache of attribute lookups',
  },
  de: {
    local: (name, called) => `${name} in ${called}`,
    lastEcho: (module, name) => `die letzte Ausgabe von ${module} (${name})`,
    lastException: (module, name) => `die letzte Ausnahme von ${module} (${name})`,
    module: (module) => `das Modul ${module}`,
    imports: 'der Importmechanismus',
    lookups: 'der Cache der Attributsuche',
  },
  es: {
    local: (name, called) => `${name} en ${called}`,
    lastEcho: (module, name) => `el último resultado de ${module} (${name})`,
    lastException: (module, name) => `la última excepción de ${module} (${name})`,
    module: (module) => `el módulo ${module}`,
    imports: 'el mecanismo de importación',
    lookups: 'la caché de búsqueda de atributos',
  },
};

/** Empty where nothing names it. */
export function labelWords(label: Label, phrases: LabelPhrases): string {
  switch (label.kind) {
    case 'python':
      return label.text;
    case 'local':
      return phrases.local(label.name, `${label.function}()`);
    case 'last':
      return label.name === '_'
        ? phrases.lastEcho(label.module, label.name)
        : phrases.lastException(label.module, `sys.${label.name}`);
    case 'module':
      return phrases.module(label.module);
    case 'imports':
    case 'lookups':
      return phrases[label.kind];
  }
}

/** A chain of references. A text is one that was stored before. */
export function pathWords(path: string | readonly Label[], phrases: LabelPhrases): string {
  if (typeof path === 'string') return path;
  return path.map((label) => labelWords(label, phrases) || '…').join(' → ');
}
