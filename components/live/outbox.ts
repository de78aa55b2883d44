/**
 * Commands that were given and are not in the log yet. A command keeps its id for good, so that sending it again
 * after a lost answer cannot carry it out twice [LG4].
 */
import type { Command } from '../../classroom/protocol/command.ts';
import type { Ack } from '../../classroom/protocol/messages.ts';
import type { PendingCommand } from './connection.ts';

interface Waiting extends PendingCommand {
  sending: boolean;
  /** Answered with this seq, which the copy has not applied yet. */
  settled: number | null;
  readonly answer: (ack: Ack) => void;
}

/** Sends one command and resolves with its answer; rejects where no answer came. */
export type Transmit = (command: Command) => Promise<Ack>;

export class Outbox {
  readonly #waiting = new Map<string, Waiting>();
  #list: readonly PendingCommand[] = [];

  /** In the order in which they were given; the same array until something changes. */
  get list(): readonly PendingCommand[] {
    return this.#list;
  }

  /** True where nothing waits for an answer. */
  get empty(): boolean {
    return [...this.#waiting.values()].every((one) => one.settled !== null);
  }

  add(command: Command, since: number): Promise<Ack> {
    return new Promise((answer) => {
      this.#waiting.set(command.id, {
        id: command.id,
        command,
        since,
        sending: false,
        settled: null,
        answer,
      });
      this.#relist();
    });
  }

  /**
   * Sends what is not under way. `again` says whether a refusal is to be tried again later instead of being told.
   * Returns when all that were sent now have their answer or none; `changed` is called after each answer.
   */
  async flush(transmit: Transmit, again: (ack: Ack) => boolean, changed: () => void): Promise<void> {
    const ready = [...this.#waiting.values()].filter((one) => !one.sending && one.settled === null);
    await Promise.all(
      ready.map(async (one) => {
        one.sending = true;
        try {
          const ack = await transmit(one.command);
          if (!again(ack)) this.#answered(one, ack);
        } catch {
          // No answer: it stays here and goes out again, under the same id, with the next flush.
        } finally {
          one.sending = false;
          changed();
        }
      }),
    );
  }

  /** The copy is at seq now: what was answered with it, or with less, is in the log for everybody to see. */
  reached(seq: number): void {
    for (const one of this.#waiting.values()) {
      if (one.settled !== null && one.settled <= seq) this.#remove(one);
    }
  }

  /** An entry of mine came in: that is the answer, even where the acknowledgement is late or lost. */
  entered(id: string, seq: number): void {
    const one = this.#waiting.get(id);
    if (one === undefined) return;
    one.answer({ ok: true, seq });
    this.#remove(one);
  }

  /** Nothing will be sent any more: everything that waits is told so. */
  close(ack: Ack): void {
    for (const one of [...this.#waiting.values()]) {
      one.answer(ack);
      this.#remove(one);
    }
  }

  #answered(one: Waiting, ack: Ack): void {
    one.answer(ack);
    if (ack.ok) one.settled = ack.seq;
    else this.#remove(one);
  }

  #remove(one: Waiting): void {
    this.#waiting.delete(one.id);
    this.#relist();
  }

  #relist(): void {
    this.#list = [...this.#waiting.values()].map(({ id, command, since }) => ({ id, command, since }));
  }
}
