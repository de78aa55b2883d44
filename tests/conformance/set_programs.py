"""Asks this Python what random changes of sets of numbers leave: order, size, pop; prints JSON.

Run: python3 tests/conformance/set_programs.py [seed] > tests/conformance/goldens/set-programs.json
A program is a list of steps [method, which set, argument (numbers or set), order afterwards, getsizeof afterwards].
"""
import json
import random
import sys

assert sys.version_info[:2] == (3, 11)
rng = random.Random(int(sys.argv[1]) if len(sys.argv) > 1 else 1)
SIZES = [8, 30, 100, 1000, 2**20, 2**29]


def number(limit):
    n = rng.randrange(limit)
    return -n if rng.random() < 0.3 else n


programs = []
for _ in range(150):
    limit = rng.choice(SIZES)
    sets = [set(), set()]
    steps = []
    for _ in range(rng.randrange(1, 60)):
        k = rng.randrange(2)
        s, other = sets[k], sets[1 - k]
        method = rng.choice(["add"] * 8 + ["discard"] * 4 + ["pop", "update", "update_list", "or", "and", "sub", "xor", "ior",
                             "iand", "isub", "ixor", "copy", "clear"])
        arg = None
        if method in ("add", "discard"):
            arg = number(limit) if not s or rng.random() < 0.6 else rng.choice(sorted(s))
            getattr(s, method)(arg)
        elif method == "pop":
            if s:
                s.pop()
        elif method == "update":
            s.update(other)
        elif method == "update_list":
            arg = [number(limit) for _ in range(rng.randrange(12))]
            s.update(arg)
        elif method == "clear":
            if rng.random() < 0.2:
                s.clear()
            else:
                method = "none"
        elif method == "copy":
            sets[k] = s.copy()
        else:
            a, b = s, other
            if method == "or": sets[k] = a | b
            elif method == "and": sets[k] = a & b
            elif method == "sub": sets[k] = a - b
            elif method == "xor": sets[k] = a ^ b
            elif method == "ior": a |= b
            elif method == "iand": a &= b
            elif method == "isub": a -= b
            elif method == "ixor": a ^= b
        steps.append([method, k, arg, list(sets[k]), sys.getsizeof(sets[k])])
    programs.append(steps)
json.dump(programs, sys.stdout, separators=(",", ":"))
