"""Runs each program in a process of its own and says what its collection did: read from gc's debug output."""

import json
import subprocess
import sys

CHILD = r"""
import gc, json, sys
job = json.load(sys.stdin)
space = {"__name__": "__main__", "__builtins__": __builtins__}
show = sys.displayhook
sys.displayhook = lambda value: None
for source in job["prepare"]:
    exec(compile(source + "\n", "<stdin>", "single"), space)
del source
space["log"].clear()
names = sorted(n for n in space if not n.startswith("__"))
sys.stderr.flush()
gc.set_debug(gc.DEBUG_COLLECTABLE)
returned = gc.collect(job["generation"])
gc.set_debug(0)
places = {}
for g in range(3):
    for o in gc.get_objects(generation=g):
        for n in names:
            if space[n] is o:
                places[n] = g
alive = [[type(o).__name__, id(o)] for g in (1, 2) for o in gc.get_objects(generation=g)]
print(json.dumps({"returned": returned, "log": space["log"], "generations": dict(sorted(places.items())), "alive": alive}))
"""

def short(kind):
    return kind.rsplit(".", 1)[-1]


out = {}
for job in json.load(sys.stdin):
    child = subprocess.run(
        [sys.executable, "-I", "-S", "-c", CHILD], input=json.dumps(job), capture_output=True, text=True, check=True
    )
    answer = json.loads(child.stdout)
    found = [line.split("<", 1)[1].rstrip(">").split(" ") for line in child.stderr.splitlines() if "gc: collectable" in line]
    alive = {tuple(each) for each in answer.pop("alive")}
    answer["unreachable"] = [short(kind) for kind, _ in found]
    answer["resurrected"] = sorted(short(kind) for kind, at in found if (kind, int(at, 16)) in alive)
    out[job["name"]] = answer
json.dump(out, sys.stdout, indent=1)
