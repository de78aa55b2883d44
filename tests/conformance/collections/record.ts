/** Records collections.json from the CPython 3.11 of this machine: `tsx tests/conformance/collections/record.ts`. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { findPython311 } from '../python311.ts';
import { askCPython, GOLDEN } from './golden.ts';

const python = findPython311();
if (python === null) throw new Error('a CPython 3.11 is needed to record');
writeFileSync(join(import.meta.dirname, GOLDEN), `${JSON.stringify(askCPython(python), null, 1)}\n`);
