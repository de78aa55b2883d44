/** Begins the thread of workbook.ts: a thread of Node 20 does not take over the loader of TypeScript. */
import { tsImport } from 'tsx/esm/api';

await tsImport('./workbookThread.ts', import.meta.url);
