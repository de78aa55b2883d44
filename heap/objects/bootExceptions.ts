/** The built-in exception classes. Models Objects/exceptions.c. */

import { GC, K } from './boot.ts';
import * as Def from './define.ts';
import { formatError } from './errors.ts';
import * as Ex from './exception.ts';
import * as H from './header.ts';
import type { Runtime } from './runtime.ts';
import { newTuple } from './tuple.ts';

/** Built-in exception classes: name and base, in an order in which bases come first. */
const EXCEPTIONS: readonly (readonly [string, string, number?])[] = [
  ['Exception', 'BaseException'],
  ['GeneratorExit', 'BaseException'],
  ['KeyboardInterrupt', 'BaseException'],
  ['SystemExit', 'BaseException', 80],
  ['ArithmeticError', 'Exception'],
  ['FloatingPointError', 'ArithmeticError'],
  ['OverflowError', 'ArithmeticError'],
  ['ZeroDivisionError', 'ArithmeticError'],
  ['AssertionError', 'Exception'],
  ['AttributeError', 'Exception', 88],
  ['BufferError', 'Exception'],
  ['EOFError', 'Exception'],
  ['ImportError', 'Exception', 96],
  ['ModuleNotFoundError', 'ImportError', 96],
  ['LookupError', 'Exception'],
  ['IndexError', 'LookupError'],
  ['KeyError', 'LookupError'],
  ['MemoryError', 'Exception'],
  ['NameError', 'Exception', 80],
  ['UnboundLocalError', 'NameError', 80],
  ['OSError', 'Exception', 112],
  ['PermissionError', 'OSError', 112],
  ['ReferenceError', 'Exception'],
  ['RuntimeError', 'Exception'],
  ['NotImplementedError', 'RuntimeError'],
  ['RecursionError', 'RuntimeError'],
  ['StopIteration', 'Exception', 80],
  ['StopAsyncIteration', 'Exception'],
  ['SyntaxError', 'Exception', 136],
  ['SystemError', 'Exception'],
  ['TypeError', 'Exception'],
  ['ValueError', 'Exception'],
  ['UnicodeError', 'ValueError'],
  ['UnicodeDecodeError', 'UnicodeError', 112],
  ['UnicodeEncodeError', 'UnicodeError', 112],
  ['Warning', 'Exception'],
  ['DeprecationWarning', 'Warning'],
  ['RuntimeWarning', 'Warning'],
  ['UserWarning', 'Warning'],
];

export function bootExceptions(rt: Runtime): void {
  const define = (
    name: string,
    base: number,
    size: number,
    slots: NonNullable<Def.TypeSpec['slots']>,
  ): void => {
    const type = Def.defineType(rt, 0, name, {
      base,
      kind: K.exception,
      size,
      flags: GC | H.FLAG_BASE | H.FLAG_EXCEPTION,
      dict: Ex.EXC_DICT,
      slots,
    });
    rt.types.exceptions.set(name, type);
  };
  define('BaseException', rt.types.object, 72, {
    dealloc: Ex.exceptionDealloc,
    repr: Ex.exceptionRepr,
    str: Ex.exceptionStr,
    create: (r, type, _args, nargs) => Ex.newException(r, type, nargs === 0 ? 0 : r.incref(r.argsTuple)),
    init: (r, o, _args, nargs, kw) => {
      if (kw !== 0)
        return formatError(r, 'TypeError', '%.200s() takes no keyword arguments', r.typeName(r.typeOf(o)));
      const old = r.mem.ld(o + Ex.EXC_ARGS);
      r.mem.st(o + Ex.EXC_ARGS, nargs === 0 ? newTuple(r, 0) : r.incref(r.argsTuple));
      r.xdecref(old);
      return r.newNone();
    },
  });
  for (const [name, base, size = 72] of EXCEPTIONS) {
    const parent = rt.types.exception(base);
    const slots: NonNullable<Def.TypeSpec['slots']> = {};
    if (name === 'KeyError') slots.str = Ex.keyErrorStr;
    const inherited = rt.recordOfType(parent).init;
    if (name === 'StopIteration' || name === 'SystemExit') {
      slots.init = (r, o, args, nargs, kw) => {
        const done = inherited?.(r, o, args, nargs, kw) ?? 0;
        if (done !== 0 && nargs > 0) {
          r.clearField(o + Ex.EXC_FIRST);
          r.mem.st(o + Ex.EXC_FIRST, r.incref(r.mem.ld(args)));
        }
        return done;
      };
    }
    define(name, parent, size, slots);
  }
}
