#!/usr/bin/env python3.11
"""What CPython 3.11 does with its memory, input by input.

usage: oracle.py PROGRAM.py            the document of one program, as JSON
       oracle.py --batch < sources     a JSON list of sources in; one document (or {"error": ...}) a line out
       oracle.py --trace PROGRAM.py    with every allocation event

The program is cut into inputs as they would be typed at the prompt and run in the stock libpython of the interpreter
that runs this file (it must be a CPython 3.11 with a shared, unstripped library; ORACLE_PREFIX names another one) by
oracle_target.c, which is compiled once with gcc. See README.md for what the document says.
"""
import argparse
import ast
import hashlib
import json
import os
import struct
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
PREFIX = os.environ.get("ORACLE_PREFIX", sys.base_prefix)
LIB = PREFIX + "/lib/libpython3.11.so.1.0"
PYTHON = PREFIX + "/bin/python3.11"
BUILD = os.environ.get("ORACLE_BUILD", os.path.join(tempfile.gettempdir(), "heaproom-oracle-%d" % os.getuid()))
SYMBOLS = ["_PyArena_New", "usedpools", "arenas", "maxarenas", "usable_arenas", "empty_keys_struct",
           "_PyParser_ASTFromString"]

# The observer: runs in forked children of the target only.
OBSERVER = r'''
import gc, sys, builtins, _oracle
WARM = """
try:
    1/0
except ZeroDivisionError:
    pass
repr([1, 1.5, 'a', (1,), {1: 2}, {1}, None, True, b'x'])
"""
def observe(ns, rows, gens, facts):
    isbase = _oracle.isbase
    out = {}
    names = []
    def gen_of(addr, tracked):
        if not tracked: return None
        g = gens.get(addr)
        if g is None: return 2
        return g if g < 3 else 'permanent'
    for name, addr, rc, tracked, fin in rows:
        o = _oracle.obj(addr)
        t = type(o)
        r = {'name': '_' if name is None else name, 'builtins_': name is None, 'type': t.__name__, 'addr': addr, 'refcount': rc,
             'tracked': bool(tracked), 'gen': gen_of(addr, tracked), 'finalized': bool(fin)}
        try: r['sizeof'] = sys.getsizeof(o)
        except Exception as e: r['sizeof'] = None
        if rc >= 900000000: r['static'] = True
        if t is int and 2**44 <= o < 2**48: r['value'] = '(address-like)'
        elif t in (int, float, bool, type(None), bytes): r['value'] = repr(o)[:80]
        elif t is str:
            r['value'] = repr(o)[:80]; r['interned'] = _oracle.interned(o)
        if tracked and isbase(addr): r['base'] = True
        if t in (list, tuple): r['refs'] = [id(x) for x in o[:64]]
        elif t is dict: r['refs'] = [id(x) for x in list(o.values())[:64]]
        elif t in (set, frozenset) and all(type(x) is int for x in o): r['refs'] = [id(x) for x in sorted(o)[:64]]
        elif hasattr(t, '__slots__') or (t.__module__ == '__main__' and not isinstance(o, type)):
            r['refs'] = [id(x) for x in gc.get_referents(o)[:64] if x is not t]
        if t.__module__ not in ('gc',) and not isbase(addr): r['place'] = _oracle.place(o)
        names.append(r)
    out['names'] = names
    # reachability over tracked, non-baseline objects
    seen = set(); stack = []
    roots = [_oracle.obj(a) for _, a, _, _, _ in rows]
    for n in ('last_type', 'last_value', 'last_traceback'):
        if n in sys.__dict__: roots.append(sys.__dict__[n])
    visited = set()
    stack = list(roots)
    while stack:
        o = stack.pop(); a = id(o)
        if a in visited: continue
        visited.add(a)
        if a in gens: seen.add(a)
        elif isbase(a): continue
        if gc.is_tracked(o) or type(o) in (tuple, dict): stack.extend(gc.get_referents(o))
    out['tracked_user'] = len(gens); out['reachable'] = len(seen)
    h = {}
    for a in gens:
        n = type(_oracle.obj(a)).__name__; h[n] = h.get(n, 0) + 1
    out['tracked_types'] = h
    hh = {}
    for a in gens:
        if a not in seen:
            n = type(_oracle.obj(a)).__name__; hh[n] = hh.get(n, 0) + 1
    out['unreached_types'] = hh
    out['order'] = [(a, g, type(_oracle.obj(a)).__name__) for a, g in list(gens.items())[:400]]
    out['facts'] = facts
    _oracle.write('("obs",' + repr(out) + ')\n')
'''



def elf_symbols(path, wanted):
    """offsets of (also local) symbols from .symtab - tiny ELF64 reader"""
    d = open(path, "rb").read()
    shoff = struct.unpack_from("<Q", d, 0x28)[0]
    shentsize, shnum = struct.unpack_from("<HH", d, 0x3A)
    secs = [struct.unpack_from("<IIQQQQIIQQ", d, shoff + i * shentsize) for i in range(shnum)]
    res = {}
    for s in secs:
        if s[1] != 2:            # SHT_SYMTAB
            continue
        stroff = secs[s[6]][4]
        for off in range(s[4], s[4] + s[5], 24):
            name, info, other, shndx, value, size = struct.unpack_from("<IBBHQQ", d, off)
            if not name:
                continue
            e = d.index(b"\0", stroff + name)
            n = d[stroff + name:e]
            try:
                n = n.decode()
            except UnicodeDecodeError:
                continue
            if n in wanted and shndx:
                res.setdefault(n, value)
    missing = [w for w in wanted if w not in res]
    if missing:
        raise SystemExit("symbols not found in %s: %s" % (path, missing))
    return res


def split_statements(text):
    """REPL inputs: one top-level statement, or several simple statements sharing a line"""
    tree = ast.parse(text)
    lines = text.split("\n")
    groups = []
    for node in tree.body:
        start = min([node.lineno] + [d.lineno for d in getattr(node, "decorator_list", [])])
        if groups and start <= groups[-1][1]:
            groups[-1][1] = max(groups[-1][1], node.end_lineno)
        else:
            groups.append([start, node.end_lineno])
    return ["\n".join(lines[a - 1:b]) for a, b in groups]



class Labels:
    """a1, a2, ... for addresses in the order in which they are first seen"""
    def __init__(self): self.m = {}
    def __call__(self, addr):
        if addr not in self.m: self.m[addr] = "a%d" % (len(self.m) + 1)
        return self.m[addr]

def build_doc(stmts, recs, so, se, trace=True):
    lab = Labels()
    obs = [r for r in recs if r[0] == "obs"]
    traces = {r[1]: r[2] for r in recs if r[0] == "trace"}
    doc_st = []
    prev = None
    for r in obs:
        o = r[1]; f = o["facts"]
        names = {}
        for n in o["names"]:
            d = {"type": n["type"], "id": lab(n["addr"]), "refcount": n["refcount"], "sizeof": n["sizeof"],
                 "tracked": n["tracked"], "gen": n["gen"]}
            if n.get("static") or (n.get("place") and n["place"]["self"][0] == "?") or (n["type"] in ("NoneType", "bool", "type") and "place" not in n):
                d["static"] = True; d["refcount"] = None      # statically allocated: count is interpreter-wide
            elif n.get("base"): d["refcount"] = None            # object that existed before the first statement
            for k in ("base", "value", "interned"):
                if n.get(k): d[k] = n[k]
            if n["finalized"]: d["finalized"] = True
            if "refs" in n: d["refs"] = [lab(a) for a in n["refs"]]
            if "place" in n and not d.get("static"): d["place"] = n["place"]
            names[n["name"] if not n["builtins_"] else "builtins._"] = d
        groups = {}
        for k, d in names.items(): groups.setdefault(d["id"], []).append(k)
        st = {"i": f["idx"],
              "src": stmts[f["idx"]] if f["idx"] >= 0 else None,
              "stdout": so[(prev["out"] if prev else 0):f["out"]].decode("utf-8", "replace"),
              "stderr": se[(prev["err"] if prev else 0):f["err"]].decode("utf-8", "replace"),
              "exception": f["exc"],
              "names": names,
              "same_object": sorted(sorted(g) for g in groups.values() if len(g) > 1),
              "gc": {"count": list(f["count"]), "threshold": list(f["threshold"]), "enabled": bool(f["enabled"]), "debug": f["debug"],
                     "gen_size_delta": [a - b for a, b in zip(f["gen_n"], f["base_n"])],
                     "stats": [dict(zip(("collections", "collected", "uncollectable"), s)) for s in f["stats"]],
                     "stats_delta": [dict(zip(("collections", "collected", "uncollectable"), [a - b for a, b in zip(s, q)])) for s, q in zip(f["stats"], prev["stats"])] if prev else None,
                     "long_lived_total": f["long_lived_total"], "long_lived_pending": f["long_lived_pending"], "garbage": f["garbage"]},
              "tracked_user": o["tracked_user"], "reachable_user": o["reachable"],
              "gen_lists": {str(g): ["%s:%s" % (lab(a), t) for a, gg, t in o["order"] if gg == g] for g in range(4) if any(gg == g for _, gg, _ in o["order"])},
              "tracked_types": dict(sorted(o["tracked_types"].items())),
              "unreached_types": dict(sorted(o["unreached_types"].items())),
              "freelists": {k: v for k, v in f["freelists"].items()},
              "arenas": [list(a) for a in f["arenas"]]}
        if not st["stderr"]: del st["stderr"]
        if f["idx"] in traces:
            ev = traces[f["idx"]]
            st["trace_events"] = len(ev)
            st["trace_sha1"] = hashlib.sha1("\n".join(ev).encode()).hexdigest()[:16]
            if trace: st["trace"] = ev if trace is True else ev[:trace]
        doc_st.append(st)
        prev = f
    return doc_st


def build_target():
    """path of the compiled target; several processes may build at once"""
    src = os.path.join(HERE, "oracle_target.c")
    with open(src, "rb") as f:
        key = hashlib.sha1(f.read() + LIB.encode()).hexdigest()[:12]
    os.makedirs(BUILD, exist_ok=True)
    exe = os.path.join(BUILD, "target-" + key)
    if not os.path.exists(exe):
        inc = PREFIX + "/include/python3.11"
        part = "%s.%d" % (exe, os.getpid())
        subprocess.check_call(["gcc", "-O1", "-w", "-I" + inc, "-I" + inc + "/internal", "-o", part, src,
                               "-L" + PREFIX + "/lib", "-Wl,-rpath," + PREFIX + "/lib", "-lpython3.11", "-ldl"])
        os.rename(part, exe)
    return exe


def symbols():
    """offsets of the interpreter's own variables in its library, cached"""
    st = os.stat(LIB)
    key = [LIB, st.st_size, int(st.st_mtime), SYMBOLS]
    cache = os.path.join(BUILD, "symbols.json")
    try:
        with open(cache) as f:
            c = json.load(f)
        if c["key"] == key:
            return c["symbols"]
    except (OSError, ValueError, KeyError):
        pass
    found = elf_symbols(LIB, set(SYMBOLS))
    part = "%s.%d" % (cache, os.getpid())
    with open(part, "w") as f:
        json.dump({"key": key, "symbols": found}, f)
    os.rename(part, cache)
    return found


def run_programs(programs, seed=0, llt=None, seconds=20):
    """[(records, stdout, stderr)] for a list of lists of inputs"""
    exe = build_target()
    with tempfile.TemporaryDirectory(prefix="oracle-") as td:
        job, obs, outp, so, se = (os.path.join(td, n) for n in ("job", "obs.py", "out", "stdout", "stderr"))
        with open(job, "wb") as f:
            f.write(b"%d\n" % len(programs))
            for inputs in programs:
                f.write(b"%d\n" % len(inputs))
                for s in inputs:
                    b = (s + "\n\n").encode() if "\n" in s else (s + "\n").encode()
                    f.write(b"%d\n" % len(b) + b + b"\n")
        with open(obs, "w") as f:
            f.write(OBSERVER)
        env = {"PATH": os.environ.get("PATH", ""), "OR_PYTHON": PYTHON, "OR_SEED": str(seed), "OR_SECONDS": str(seconds)}
        if llt is not None:
            env["OR_LLT"] = str(llt)
        for k, v in symbols().items():
            env["ORSYM_" + k] = "%x" % v
        p = subprocess.run([exe, job, outp, so, se, obs], env=env, stdin=subprocess.DEVNULL, capture_output=True, text=True)
        if p.returncode:
            raise RuntimeError("the target failed (%s)\n%s" % (p.returncode, p.stderr))
        result = []
        for k in range(len(programs)):
            parts = []
            for name in (outp, so, se):
                with open("%s.%d" % (name, k), "rb") as f:
                    parts.append(f.read())
            result.append(([ast.literal_eval(line) for line in parts[0].decode().split("\n") if line], parts[1], parts[2]))
        return result


def document(name, inputs, outcome, trace=False):
    recs, so, se = outcome
    if sum(r[0] == "obs" for r in recs) != len(inputs) + 1:
        raise RuntimeError("%s: ended before its last input: %s" % (name, se.decode(errors="replace")[-500:]))
    sts = build_doc(inputs, recs, so, se, trace)
    base = sts[0]
    first = next(r for r in recs if r[0] == "obs")
    baseline = {"long_lived_total": base["gc"]["long_lived_total"], "gc_count": base["gc"]["count"],
                "threshold": base["gc"]["threshold"], "freelists": base["freelists"], "user_arenas": base["arenas"],
                "gen_sizes": list(first[1]["facts"]["base_n"])}
    return {"scenario": name, "python": sys.version.split()[0], "baseline": baseline, "statements": sts[1:]}


def main():
    ap = argparse.ArgumentParser()
    ap.add_argument("program", nargs="?")
    ap.add_argument("--batch", action="store_true")
    ap.add_argument("--trace", action="store_true")
    ap.add_argument("--seed", type=int, default=0)
    ap.add_argument("--llt", type=int)
    ap.add_argument("--seconds", type=int, default=20)
    a = ap.parse_args()
    if a.batch:
        sources = json.load(sys.stdin)
        programs, errors = [], {}
        for k, source in enumerate(sources):
            try:
                programs.append(split_statements(source))
            except (SyntaxError, ValueError) as e:
                programs.append([])
                errors[k] = str(e)
        for k, outcome in enumerate(run_programs(programs, a.seed, a.llt, a.seconds)):
            try:
                doc = {"error": errors[k]} if k in errors else document("program %d" % k, programs[k], outcome, a.trace)
            except RuntimeError as e:
                doc = {"error": str(e)}
            print(json.dumps(doc, ensure_ascii=False))
        return
    if a.program is None:
        ap.error("a program or --batch is needed")
    with open(a.program) as f:
        inputs = split_statements(f.read())
    doc = document(os.path.basename(a.program), inputs, run_programs([inputs], a.seed, a.llt, a.seconds)[0], a.trace)
    print(json.dumps(doc, indent=1, ensure_ascii=False))


if __name__ == "__main__":
    main()
