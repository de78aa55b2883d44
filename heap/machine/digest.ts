/** 64 bits over the whole state: memory in use and what is kept beside it. Equal in every copy of a class. */
import * as L from '../memory/layout.ts';
import type { Machine } from './machine.ts';

export function digestOf(machine: Machine): string {
  const { rt } = machine;
  const { i32 } = rt.mem;
  let a = 0x811c9dc5;
  let b = 0x9e3779b9;
  const end = rt.alloc.ranges.top >> 2;
  for (let i = L.STATE >> 2; i < end; i++) {
    const word = i32[i] ?? 0;
    if (word === 0) {
      continue;
    }
    a = Math.imul(a ^ word ^ i, 0x01000193);
    b = Math.imul(b + word, 0x85ebca6b) ^ (b >>> 13) ^ i;
  }
  const mix = (text: string): void => {
    for (let i = 0; i < text.length; i++) {
      a = Math.imul(a ^ text.charCodeAt(i), 0x01000193);
      b = Math.imul(b + text.charCodeAt(i), 0x85ebca6b) ^ (b >>> 13);
    }
  };
  mix(rt.alloc.ranges.save().join());
  mix(JSON.stringify([machine.states, machine.current, machine.collectorOwner, machine.firstSerials.length]));
  const hex = (n: number): string => (n >>> 0).toString(16).padStart(8, '0');
  return hex(a) + hex(b);
}
