/**
 * Text built piece by piece in one growing block, with the requests that `_PyUnicodeWriter` of
 * Objects/unicodeobject.c makes (a quarter more than needed while `overallocate` is set).
 */
import { LimitReached } from '../memory/limit.ts';
import type { Runtime } from './runtime.ts';
import {
  forgetHash,
  keepText,
  measure,
  newStr,
  STR_INTERNED,
  STR_LENGTH,
  STR_WIDTH,
  strBytes,
  textOf,
} from './str.ts';

const LONGEST = 1 << 28;

/** Before a text of n characters is made in the host: counts the work, refuses what no heap could hold. */
export function roomForText(rt: Runtime, n: number): void {
  if (n > LONGEST || n > rt.alloc.system.limit) throw new LimitReached('memory');
  rt.work(n >> 5);
}

/** Turns a block of the right size into the str with this text. */
export function strInBlock(rt: Runtime, block: number, text: string): number {
  const { width, length } = measure(text);
  const m = rt.mem;
  rt.initObject(block, rt.types.str);
  m.st(block + STR_LENGTH, length);
  forgetHash(rt, block);
  m.st(block + STR_WIDTH, width);
  m.st(block + STR_INTERNED, 0);
  keepText(rt, block, text);
  return block;
}

export class StrWriter {
  overallocate = true;
  private readonly rt: Runtime;
  private readonly least: number;
  private text = '';
  private length = 0;
  private width = 0;
  private block = 0;
  private room = 0;
  /** A str that is the whole text so far and was not copied; 0 = none. */
  private shared = 0;

  constructor(rt: Runtime, least: number) {
    this.rt = rt;
    this.least = least;
  }

  private prepare(length: number, given: number): void {
    const alloc = this.rt.alloc;
    const width = Math.max(given, this.width);
    let room = this.length + length;
    if (this.block === 0 && this.shared === 0) {
      if (this.overallocate) room += Math.floor(room / 4);
      room = Math.max(room, this.least);
      roomForText(this.rt, room);
      this.block = alloc.malloc(strBytes(width, room));
    } else if (room > this.room) {
      if (this.overallocate) room += Math.floor(room / 4);
      room = Math.max(room, this.least);
      roomForText(this.rt, room);
      if (width > this.width || this.shared !== 0) this.move(width, room);
      else this.block = alloc.realloc(this.block, strBytes(width, room));
    } else if (width > this.width) {
      room = this.room;
      this.move(width, room);
    } else return;
    this.room = room;
    this.width = width;
  }

  /** Room for that many ASCII characters, before anything is written. */
  reserve(length: number): void {
    if (length > 0) this.prepare(length, 0);
  }

  private move(width: number, room: number): void {
    const block = this.rt.alloc.malloc(strBytes(width, room));
    if (this.shared !== 0) this.rt.decref(this.shared);
    else this.rt.alloc.free(this.block);
    this.shared = 0;
    this.block = block;
  }

  write(text: string): void {
    if (text === '') return;
    const { width, length } = measure(text);
    if (width > this.width || this.block === 0 || length > this.room - this.length)
      this.prepare(length, width);
    this.text += text;
    this.length += length;
  }

  /** The same for what must not be shared: `_PyUnicodeWriter_Prepare`, then filled in. */
  prepared(text: string): void {
    this.write(text);
  }

  /** A C string; the first one becomes a str that is taken as it is when nothing is to follow. */
  writeAscii(text: string): void {
    if (this.block !== 0 || this.shared !== 0 || this.overallocate || text === '') {
      this.write(text);
      return;
    }
    const made = newStr(this.rt, text);
    this.writeStr(made);
    this.rt.decref(made);
  }

  /** A borrowed str; the first one may be taken as it is when nothing is to follow. */
  writeStr(o: number): void {
    const text = textOf(this.rt, o);
    if (text === '') return;
    if (this.block === 0 && this.shared === 0 && !this.overallocate) {
      const { width, length } = measure(text);
      this.shared = this.rt.incref(o);
      this.text = text;
      this.length = length;
      this.room = length;
      this.width = width;
      return;
    }
    this.write(text);
  }

  finish(): number {
    const rt = this.rt;
    if (this.length === 0) {
      this.drop();
      return rt.incref(rt.emptyStr);
    }
    if (this.shared !== 0) return this.shared;
    let block = this.block;
    if (this.room !== this.length) block = rt.alloc.realloc(block, strBytes(this.width, this.length));
    // `unicode_result`: one character of Latin-1 is the one that exists already.
    if (this.length === 1 && this.text < '\u0100') {
      rt.alloc.free(block);
      return newStr(rt, this.text);
    }
    return strInBlock(rt, block, this.text);
  }

  /** Gives up after an exception. Returns 0. */
  drop(): number {
    if (this.shared !== 0) this.rt.decref(this.shared);
    else if (this.block !== 0) this.rt.alloc.free(this.block);
    return 0;
  }
}
