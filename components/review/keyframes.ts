/** Keyframes of a long lesson, packed: some hundred of them lie in memory while one looks around in it. */
import { deflateSync, inflateSync, strFromU8, strToU8 } from 'fflate';
import { stateSchema } from '../../classroom/protocol/state.ts';
import type { Session, SessionSnapshot } from '../../classroom/session.ts';
import type { Keyframes } from '../../classroom/timeline.ts';

export interface PackedKeyframe {
  readonly seq: number;
  /** ClassState as JSON, raw deflate. */
  readonly state: Uint8Array<ArrayBuffer>;
  /** Machine.snapshot(), raw deflate. */
  readonly machine: Uint8Array<ArrayBuffer>;
  /** Bytes of the machine unpacked, where that is known: then they are not moved while they are unpacked. */
  readonly size: number | null;
}

const LEVEL = 1;
/** Bytes of keyframes in memory. */
const MOST = 96 * 1024 * 1024;

function own(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  // A buffer of its own, so that it can be handed over to another thread.
  return new Uint8Array(bytes);
}

export function packKeyframe(session: Session): PackedKeyframe {
  const { state, machine } = session.snapshot();
  return {
    seq: state.seq,
    // Retries are of the live class only.
    state: own(deflateSync(strToU8(JSON.stringify({ ...state, recent: [] })), { level: LEVEL })),
    machine: own(deflateSync(machine, { level: LEVEL })),
    size: machine.length,
  };
}

/** @throws where the bytes are not what was packed */
export function unpackKeyframe({ state, machine, size }: PackedKeyframe): SessionSnapshot {
  const value: unknown = JSON.parse(strFromU8(inflateSync(state)));
  return {
    state: stateSchema.parse(value),
    machine: inflateSync(machine, size === null ? {} : { out: new Uint8Array(size) }),
  };
}

function bytesOf({ state, machine }: PackedKeyframe): number {
  return state.length + machine.length;
}

export class PackedKeyframes implements Keyframes {
  readonly #most: number;
  /** In order of seq. */
  #frames: PackedKeyframe[] = [];
  #bytes = 0;

  constructor(most = MOST) {
    this.#most = most;
  }

  get bytes(): number {
    return this.#bytes;
  }

  add(frame: PackedKeyframe): void {
    const index = this.#indexAfter(frame.seq);
    if (this.#frames[index - 1]?.seq === frame.seq) return;
    this.#frames.splice(index, 0, frame);
    this.#bytes += bytesOf(frame);
    if (this.#bytes <= this.#most) return;
    // In a very long lesson on a very large heap each way becomes twice as long.
    this.#frames = this.#frames.filter((_, at) => at % 2 === 0);
    this.#bytes = this.#frames.reduce((sum, each) => sum + bytesOf(each), 0);
  }

  placeBefore(seq: number): number {
    return this.#frames[this.#indexAfter(seq) - 1]?.seq ?? 0;
  }

  at(place: number): SessionSnapshot {
    const frame = this.#frames[this.#indexAfter(place) - 1];
    if (frame === undefined) throw new Error(`no keyframe at ${place}`);
    return unpackKeyframe(frame);
  }

  drop(place: number): void {
    const index = this.#indexAfter(place) - 1;
    const frame = this.#frames[index];
    if (frame?.seq !== place) return;
    this.#frames.splice(index, 1);
    this.#bytes -= bytesOf(frame);
  }

  wants(): boolean {
    // They are made by somebody else: packing takes longer than a frame.
    return false;
  }

  keep(): void {}

  /** How many there are up to seq. */
  #indexAfter(seq: number): number {
    let low = 0;
    let high = this.#frames.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#frames[middle]?.seq ?? 0) <= seq) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
