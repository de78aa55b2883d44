/**
 * Which objects' reprs are being made: CPython keeps them in a list of the thread, whose array comes and goes.
 * Models Objects/object.c `Py_ReprEnter`, `Py_ReprLeave` and the resizes of that list.
 */
import type { Runtime } from './runtime.ts';

function grown(size: number): number {
  return (size + (size >> 3) + 6) & ~3;
}

/** False when the object's repr is being made already: a container inside itself prints as dots. */
export function enterRepr(rt: Runtime, o: number): boolean {
  if (rt.openReprs.has(o)) return false;
  rt.openReprs.add(o);
  // What the echo and print() take lies apart; their list has no place among the program's blocks.
  if (rt.alloc.isolated) return true;
  const stack = rt.reprStack;
  if (stack.size === stack.room) {
    stack.room = grown(stack.size + 1);
    stack.block =
      stack.block === 0 ? rt.alloc.malloc(8 * stack.room) : rt.alloc.realloc(stack.block, 8 * stack.room);
  }
  stack.size++;
  return true;
}

export function leaveRepr(rt: Runtime, o: number): void {
  rt.openReprs.delete(o);
  if (rt.alloc.isolated) return;
  const stack = rt.reprStack;
  stack.size--;
  if (stack.size === 0) {
    rt.alloc.free(stack.block);
    stack.block = 0;
    stack.room = 0;
  } else if (stack.size < stack.room >> 1) {
    stack.room = grown(stack.size);
    stack.block = rt.alloc.realloc(stack.block, 8 * stack.room);
  }
}
