/**
 * The simulated machine on the command line: `heap trace FILE.py` prints the document that compare.py reads,
 * `heap run FILE.py` what the prompt would print. `--events` lists every allocation in the document.
 */
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { Machine, splitInputs } from '../../heap/index.ts';
import { describeProgram } from '../../heap/machine/trace.ts';

const [command, file] = process.argv.slice(2);
if (file === undefined || (command !== 'trace' && command !== 'run')) {
  process.stderr.write('usage: heap trace|run FILE.py [--events]\n');
  process.exit(2);
}
const source = readFileSync(file, 'utf8');
if (command === 'trace') {
  const document = describeProgram(source, undefined, process.argv.includes('--events'));
  process.stdout.write(`${JSON.stringify({ ...document, scenario: basename(file) })}\n`);
} else {
  const machine = new Machine();
  for (const input of splitInputs(source)) {
    const step = machine.run('__main__', input);
    process.stdout.write(step.output + (step.raised?.traceback ?? ''));
  }
}
