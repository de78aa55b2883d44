/** The walls of the house (ARCHITECTURE.md): who may import whom, and what pure code must not touch. */

export interface Wall {
  readonly folder: string;
  /** Folders of the project that it may import; itself always. A single file stands for itself. */
  readonly folders: readonly string[];
  /** Packages it may import, by name or by prefix ending in `*`. */
  readonly packages: readonly string[];
}

/** Checked for every file in `folder`; the longest matching folder counts. */
export const WALLS: readonly Wall[] = [
  { folder: 'heap/', folders: [], packages: [] },
  /* inside the heap: memory ← objects ← gc ← python ← machine; library is Python that is compiled beforehand */
  { folder: 'heap/memory/', folders: [], packages: [] },
  { folder: 'heap/objects/', folders: ['heap/memory/'], packages: [] },
  { folder: 'heap/gc/', folders: ['heap/memory/', 'heap/objects/'], packages: [] },
  { folder: 'heap/library/', folders: ['heap/memory/', 'heap/objects/'], packages: [] },
  { folder: 'heap/python/', folders: ['heap/memory/', 'heap/objects/', 'heap/gc/'], packages: [] },
  {
    folder: 'heap/machine/',
    folders: ['heap/memory/', 'heap/objects/', 'heap/gc/', 'heap/library/', 'heap/python/'],
    packages: [],
  },
  { folder: 'classroom/', folders: ['heap/index.ts'], packages: [] },
  { folder: 'classroom/protocol/', folders: ['classroom/'], packages: ['zod/mini'] },
  {
    folder: 'components/',
    folders: ['classroom/', 'heap/index.ts'],
    packages: [
      'react',
      'react-dom',
      'next',
      'next-themes',
      'radix-ui',
      'lucide-react',
      'cytoscape',
      'cytoscape-fcose',
      '@codemirror/*',
      'fflate',
      'nanoid',
      'qrcode',
      'zod/mini',
    ],
  },
  {
    folder: 'components/live/',
    folders: ['components/', 'classroom/', 'heap/index.ts'],
    packages: [
      'react',
      'next',
      'next-themes',
      'radix-ui',
      'lucide-react',
      'fflate',
      'nanoid',
      'qrcode',
      'zod/mini',
    ],
  },
  {
    folder: 'components/live/liveClassroom.ts',
    folders: ['components/', 'classroom/', 'heap/index.ts'],
    packages: ['socket.io-client', 'nanoid', 'fflate', 'zod/mini'],
  },
  {
    folder: 'app/',
    folders: ['components/', 'classroom/', 'heap/index.ts', 'server/database/bridge.ts'],
    packages: ['react', 'next', 'next-themes', 'server-only', 'lucide-react', '@fontsource-variable/*'],
  },
  {
    folder: 'server/',
    folders: ['classroom/', 'heap/index.ts', 'prisma/client/'],
    packages: ['*'],
  },
];

/** Packages of which pages take only a part, since the whole is heavier. */
export const LIGHT = ['zod/mini'] as const;

/** Packages that only these places may import. */
export const ONLY_IN: readonly { readonly package: string; readonly places: readonly string[] }[] = [
  { package: 'next', places: ['app/', 'components/', 'server/main.ts'] },
  { package: 'socket.io-client', places: ['components/live/liveClassroom.ts', 'tests/'] },
  { package: 'socket.io', places: ['server/', 'tests/'] },
  { package: '@electric-sql/pglite', places: ['server/database/', 'tests/'] },
];

/** Globals that would make two copies of a class differ, or tie pure code to a host. */
export const IMPURE =
  /\b(?:Date\b|Math\.random|performance\b|setTimeout|setInterval|queueMicrotask|process\b|globalThis\b|Intl\b|crypto\b|localeCompare|toLocale\w+)/;
export const PURE = ['heap/', 'classroom/'] as const;
