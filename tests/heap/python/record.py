#!/usr/bin/env python3.11
"""Record what CPython 3.11 makes of inputs.json and the scenarios, in goldens.json.gz.

usage: python3.11 tests/heap/python/record.py      (never edit the recording by hand)
"""
import glob
import gzip
import json
import os
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
CONFORMANCE = os.path.join(HERE, "..", "..", "conformance")
sys.path.insert(0, CONFORMANCE)
from disassemble import dump, split  # noqa: E402


def load(name):
    with open(os.path.join(HERE, name)) as file:
        return json.load(file)


scenarios = {}
for path in sorted(glob.glob(os.path.join(CONFORMANCE, "scenarios", "*.py"))):
    with open(path) as file:
        scenarios[os.path.basename(path)] = split(file.read())
texts = load("inputs.json")
for inputs in scenarios.values():
    texts += inputs
recording = {"version": sys.version.split()[0], "scenarios": scenarios, "dumps": {text: dump(text) for text in texts}}
data = json.dumps(recording, ensure_ascii=True, separators=(",", ":"), sort_keys=True).encode()
with open(os.path.join(HERE, "goldens.json.gz"), "wb") as file:
    file.write(gzip.compress(data, 9, mtime=0))
