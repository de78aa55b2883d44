"""Writes frames.json: locals, cells, free variables, stack of CPython's own weakref functions. Needs CPython 3.11."""

import _collections_abc
import _weakrefset
import json
import pathlib
import types
import weakref

WANTED = ("WeakSet.", "_IterationGuard.", "WeakValueDictionary.", "WeakKeyDictionary.", "KeyedRef.", "WeakMethod.",
          "finalize.", "Mapping.__eq__", "MutableMapping.clear")
LEFT_OUT = ("__deepcopy__", "__reduce__", "_exitfunc", "_Info")
frames = {}


def walk(code):
    for constant in code.co_consts:
        if isinstance(constant, types.CodeType):
            name = constant.co_qualname
            if name.startswith(WANTED) and not any(part in name for part in LEFT_OUT):
                frames[name] = [constant.co_nlocals, len(constant.co_cellvars), len(constant.co_freevars),
                                constant.co_stacksize]
            walk(constant)


for module in (_collections_abc, _weakrefset, weakref):
    walk(compile(pathlib.Path(module.__file__).read_text(), module.__file__, "exec"))
here = pathlib.Path(__file__).parent
(here / "frames.json").write_text(json.dumps(frames, indent=2, sort_keys=True) + "\n")
