#!/usr/bin/env python3.11
"""Dump the code objects that CPython 3.11 makes of prompt inputs, as JSON.

usage: disassemble.py < inputs.json       a list of source texts; a list of dumps comes out
       disassemble.py --split < text.json a list of scripts; a list of lists of inputs comes out

Instructions come without CACHE and with EXTENDED_ARG folded in; jump arguments and the exception table are indices
of instructions. A constant is a number into the table `constants` of the input, so that identity can be compared.
"""
import ast
import dis
import json
import sys
import warnings

warnings.simplefilter("ignore")


def instructions(code):
    """[(opcode name, argument, offset of its first unit, offset behind it)]"""
    raw = code.co_code
    out = []
    extended = 0
    start = None
    i = 0
    while i < len(raw):
        op, arg = raw[i], raw[i + 1]
        if start is None:
            start = i
        i += 2
        if op == dis.EXTENDED_ARG:
            extended = (extended | arg) << 8
            continue
        arg |= extended
        extended = 0
        if op != 0:
            at = i - 2
            i += 2 * dis._inline_cache_entries[op]
            out.append((dis.opname[op], op, arg, start, i, at))
        start = None
    return out


def dump_code(code, table, identity):
    rows = instructions(code)
    index_of = {}
    for index, (_, _, _, start, _, at) in enumerate(rows):
        index_of[start] = index
        index_of[at] = index
    index_of[len(code.co_code)] = len(rows)
    positions = list(code.co_positions())
    listing = []
    places = []
    for name, op, arg, start, end, at in rows:
        if op in dis.hasjrel:
            arg = index_of[end - 2 * arg if "BACKWARD" in name else end + 2 * arg]
        elif op < dis.HAVE_ARGUMENT:
            arg = 0
        listing.append([name, arg])
        line, end_line, column, end_column = positions[at // 2]
        places.append([-1 if x is None else x for x in (line, end_line, column, end_column)])
    exceptions = []
    for entry in dis._parse_exception_table(code):
        exceptions.append([index_of[entry.start], index_of[entry.end], index_of[entry.target], entry.depth, bool(entry.lasti)])
    return {
        "name": code.co_name,
        "qualname": code.co_qualname,
        "flags": code.co_flags,
        "argcount": code.co_argcount,
        "posonlyargcount": code.co_posonlyargcount,
        "kwonlyargcount": code.co_kwonlyargcount,
        "stacksize": code.co_stacksize,
        "firstlineno": code.co_firstlineno,
        "names": list(code.co_names),
        "varnames": list(code.co_varnames),
        "cellvars": list(code.co_cellvars),
        "freevars": list(code.co_freevars),
        "nlocals": code.co_nlocals,
        "consts": [constant(c, table, identity) for c in code.co_consts],
        "code": listing,
        "positions": places,
        "exceptions": exceptions,
    }


def constant(value, table, identity):
    key = id(value)
    if key in identity:
        return identity[key]
    # Objects that exist once in the interpreter are the same for everybody: number them by value.
    index = len(table)
    identity[key] = index
    table.append(None)
    if value is None:
        entry = ["none"]
    elif value is Ellipsis:
        entry = ["ellipsis"]
    elif isinstance(value, bool):
        entry = ["bool", value]
    elif isinstance(value, int):
        entry = ["int", str(value)]
    elif isinstance(value, float):
        entry = ["float", value.hex() if value == value else "nan"]
    elif isinstance(value, complex):
        entry = ["complex", value.real.hex(), value.imag.hex()]
    elif isinstance(value, str):
        entry = ["str", [ord(c) for c in value] if any(0xD800 <= ord(c) < 0xE000 for c in value) else value]
    elif isinstance(value, bytes):
        entry = ["bytes", list(value)]
    elif isinstance(value, tuple):
        entry = ["tuple", [constant(v, table, identity) for v in value]]
    elif isinstance(value, frozenset):
        entry = ["frozenset", [constant(v, table, identity) for v in sorted(value, key=repr)]]
    elif hasattr(value, "co_code"):
        entry = ["code", dump_code(value, table, identity)]
    else:
        entry = ["other", repr(value)]
    table[index] = entry
    return index


def dump(source):
    try:
        code = compile(source + ("\n\n" if "\n" in source else "\n"), "<stdin>", "single")
    except (SyntaxError, ValueError) as error:
        return {"error": str(getattr(error, "msg", error)), "line": getattr(error, "lineno", None), "column": getattr(error, "offset", None)}
    table = []
    root = constant(code, table, {})
    # The table is small and its ids are stable because `code` is alive.
    return {"root": root, "constants": table}


def split(text):
    """As a prompt takes a script: one top-level statement, or the simple statements that share its lines."""
    groups = []
    for node in ast.parse(text).body:
        start = min([node.lineno] + [d.lineno for d in getattr(node, "decorator_list", [])])
        if groups and start <= groups[-1][1]:
            groups[-1][1] = max(groups[-1][1], node.end_lineno)
        else:
            groups.append([start, node.end_lineno])
    lines = text.split("\n")
    return ["\n".join(lines[a - 1 : b]) for a, b in groups]


if __name__ == "__main__":
    work = split if "--split" in sys.argv else dump
    json.dump([work(item) for item in json.load(sys.stdin)], sys.stdout, ensure_ascii=True, separators=(",", ":"))
