/** Finds and resolves the imports of source files, as text: no compiler API is needed for that. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { IMPURE, LIGHT, ONLY_IN, PURE, WALLS, type Wall } from './rules.ts';

export interface Import {
  readonly file: string;
  /** Project path of an own file, or a package name. */
  readonly target: string;
  readonly own: boolean;
}

const SOURCES = ['heap', 'classroom', 'components', 'server', 'app'] as const;

export function sourceFiles(root: string): string[] {
  const found: string[] = [];
  const walk = (folder: string): void => {
    for (const name of readdirSync(path.join(root, folder))) {
      const file = `${folder}/${name}`;
      if (statSync(path.join(root, file)).isDirectory()) walk(file);
      else if (/\.(?:ts|tsx|mts|js|mjs)$/.test(name)) found.push(file);
    }
  };
  for (const folder of SOURCES) if (existsSync(path.join(root, folder))) walk(folder);
  return found.sort();
}

const IMPORT =
  /(?:^|[\n;])\s*(?:import|export)\s+(?:type\s+)?(?:[\w*{}\s,$]+?\s+from\s+)?['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]\s*\)/g;

export function importsOf(file: string, text: string): Import[] {
  return [...text.matchAll(IMPORT)].map((match) => {
    const specifier = match[1] ?? match[2] ?? '';
    if (specifier.startsWith('.')) {
      return {
        file,
        target: path.posix.normalize(path.posix.join(path.posix.dirname(file), specifier)),
        own: true,
      };
    }
    const parts = specifier.split('/');
    const name =
      specifier.startsWith('node:') || LIGHT.some((part) => part === specifier)
        ? specifier
        : specifier.startsWith('@')
          ? parts.slice(0, 2).join('/')
          : (parts[0] ?? '');
    return { file, target: name, own: false };
  });
}

function wallOf(file: string): Wall | undefined {
  return WALLS.filter((wall) => file.startsWith(wall.folder)).sort(
    (a, b) => b.folder.length - a.folder.length,
  )[0];
}

function fits(pattern: string, name: string): boolean {
  return pattern.endsWith('*') ? name.startsWith(pattern.slice(0, -1)) : name === pattern;
}

/** A sentence if the import goes through a wall, else null. */
export function violation({ file, target, own }: Import): string | null {
  const wall = wallOf(file);
  if (wall === undefined) return null;
  if (own) {
    const home = wall.folder.endsWith('/') ? wall.folder : path.posix.dirname(wall.folder);
    const allowed = [home, ...wall.folders].some((place) =>
      place.endsWith('/') || !/\.\w+$/.test(place) ? target.startsWith(place) : target === place,
    );
    return allowed
      ? null
      : `${file} imports ${target}; ${wall.folder} may import ${wall.folders.join(', ') || 'itself only'}`;
  }
  if (!wall.packages.some((pattern) => fits(pattern, target))) {
    return `${file} imports the package ${target}; ${wall.folder} may use ${wall.packages.join(', ') || 'none'}`;
  }
  const only = ONLY_IN.find((rule) => rule.package === target);
  if (only !== undefined && !only.places.some((place) => file.startsWith(place))) {
    return `${file} imports ${target}, which only ${only.places.join(', ')} may`;
  }
  return null;
}

/** Code without comments and string contents, good enough to look for globals. */
function bare(text: string): string {
  return text
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/(^|[^:])\/\/.*$/gm, '$1')
    .replace(/'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|`(?:[^`\\]|\\.)*`/g, "''");
}

/** Sentences for impure globals and module-level mutable state in pure folders. */
export function impurities(file: string, text: string): string[] {
  if (!PURE.some((folder) => file.startsWith(folder))) return [];
  const found: string[] = [];
  bare(text)
    .split('\n')
    .forEach((line, index) => {
      const match = IMPURE.exec(line);
      const member = match !== null && line[match.index - 1] === '.';
      if (match !== null && !member)
        found.push(`${file}:${index + 1} uses ${match[0]}, which differs between copies`);
      if (/^(?:export )?(?:let|var) /.test(line)) {
        found.push(`${file}:${index + 1} keeps state in a module: two rooms share a process`);
      }
    });
  return found;
}

export interface Report {
  readonly files: number;
  readonly imports: number;
  readonly violations: readonly string[];
}

export function scan(root: string): Report {
  const files = sourceFiles(root);
  const texts = files.map((file) => ({ file, text: readFileSync(path.join(root, file), 'utf8') }));
  const imports = texts.flatMap(({ file, text }) => importsOf(file, text));
  const lost = imports
    .filter((one) => one.own && !one.target.startsWith('prisma/client/'))
    .filter((one) => /\.\w+$/.test(one.target) && !existsSync(path.join(root, one.target)))
    .map((one) => `${one.file} imports ${one.target}, which does not exist`);
  return {
    files: files.length,
    imports: imports.length,
    violations: [
      ...lost,
      ...imports.map(violation).filter((sentence) => sentence !== null),
      ...texts.flatMap(({ file, text }) => impurities(file, text)),
    ],
  };
}
