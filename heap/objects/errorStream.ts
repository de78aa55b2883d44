/**
 * sys.stderr as memory sees it: pieces wait as they are, a newline joins them into bytes and hands these on. Models
 * Modules/_io/textio.c `_io_TextIOWrapper_write_impl`, `_textiowrapper_writeflush`, bufferedio.c
 * `_bufferedwriter_raw_write`, Objects/fileobject.c `PyFile_WriteObject`.
 */
import { freshBytes } from './bytes.ts';
import { encode } from './encoding.ts';
import { append, LIST_ITEMS, newList } from './list.ts';
import type { Runtime } from './runtime.ts';
import { newStr, STR_WIDTH, textOf } from './str.ts';

/** A collected object that lives for a moment and holds nothing, not tracked; `bytes` with the collector's header. */
export function passing(rt: Runtime, bytes: number): number {
  return rt.newCollected(rt.types.builtin, bytes - 16);
}

/** The same, tracked: a collection in that moment counts it among those that stay. */
function passingTracked(rt: Runtime, bytes: number): number {
  const o = passing(rt, bytes);
  rt.mem.i32.fill(0, (o + 16) >> 2, (o + bytes - 16) >> 2);
  rt.track(o);
  return o;
}

const WRITER = 72;
const MANAGED_BUFFER = 128;
const MEMORY_VIEW = 184;

export class ErrorStream {
  private readonly rt: Runtime;
  /** What waits: nothing, one piece, or a list of them. Owned. */
  private pending = 0;
  private listed = false;
  private waiting = '';

  constructor(rt: Runtime) {
    this.rt = rt;
  }

  writeText(text: string): void {
    const o = newStr(this.rt, text);
    this.writeMade(() => this.rt.incref(o));
    this.rt.decref(o);
  }

  /** The method is looked up before the text is made; false = making it failed and nothing is written. */
  writeMade(make: () => number): boolean {
    const { rt } = this;
    const writer = passingTracked(rt, WRITER);
    const o = make();
    if (o !== 0) {
      this.write(o);
      rt.decref(o);
    }
    rt.deleteCollected(writer);
    return o !== 0;
  }

  private write(o: number): void {
    const { rt } = this;
    const text = textOf(rt, o);
    rt.errorOutput += text;
    const encoded = encode(text, 'utf-8', 'backslashreplace');
    const plain = rt.mem.ld(o + STR_WIDTH) === 0;
    const bytes = typeof encoded === 'string' ? encoded : '';
    const piece = plain ? rt.incref(o) : freshBytes(rt, bytes);
    this.waiting += bytes;
    if (this.pending === 0) this.pending = piece;
    else if (this.listed) {
      append(rt, this.pending, piece);
      rt.decref(piece);
    } else {
      const list = newList(rt, 2);
      const items = rt.mem.ld(list + LIST_ITEMS);
      rt.mem.st(items, this.pending);
      rt.mem.st(items + 8, piece);
      this.pending = list;
      this.listed = true;
    }
    if (text.includes('\n')) this.flush();
  }

  private flush(): void {
    const { rt } = this;
    const joined = this.listed || rt.typeOf(this.pending) === rt.types.str;
    const bytes = joined ? freshBytes(rt, this.waiting) : this.pending;
    if (joined) rt.decref(this.pending);
    this.pending = 0;
    this.listed = false;
    this.waiting = '';
    rt.decref(bytes);
    const buffer = passingTracked(rt, MANAGED_BUFFER);
    const view = passing(rt, MEMORY_VIEW);
    rt.deleteCollected(buffer);
    rt.deleteCollected(view);
  }
}
