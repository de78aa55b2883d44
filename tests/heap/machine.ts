/** A machine for tests: every statement is followed by the check of the whole heap. */
import { Machine, type MachineOptions, type Step } from '../../heap/index.ts';

export interface Prompt {
  readonly machine: Machine;
  /** Runs one input; gives its step. */
  step(source: string, module?: string): Step;
  /** What the prompt prints for it, an exception's last line included. */
  say(source: string, module?: string): string;
}

export function openPrompt(options: MachineOptions = {}): Prompt {
  const machine = new Machine(options);
  const home = machine.modules.find((name) => name !== 'board') ?? '__main__';
  const step = (source: string, module = home): Step => {
    const done = machine.run(module, source);
    machine.checkHeap();
    return done;
  };
  return {
    machine,
    step,
    say(source, module) {
      const { output, raised } = step(source, module);
      return `${output}${raised === null ? '' : `${raised.type}: ${raised.message}`}`.trimEnd();
    },
  };
}
