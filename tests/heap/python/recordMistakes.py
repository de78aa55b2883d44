#!/usr/bin/env python3.11
"""Record what CPython 3.11 says about the wrong sources in errors.json and mistakes.json, in mistakes.recorded.json.

usage: python3.11 tests/heap/python/recordMistakes.py           (never edit the recording by hand)
       python3.11 tests/heap/python/recordMistakes.py --ask < sources.json      prints the answers instead
An answer is [type, message, line, column], null for a source that is not wrong; 0 where there is no place.
"""
import json
import os
import sys
import warnings

warnings.simplefilter("ignore")
HERE = os.path.dirname(os.path.abspath(__file__))


def answer(source):
    try:
        compile(source, "<stdin>", "exec")
    except (SyntaxError, ValueError, MemoryError, RecursionError) as error:
        place = [getattr(error, "lineno", None) or 0, getattr(error, "offset", None) or 0]
        return [type(error).__name__, str(getattr(error, "msg", error))] + place
    return None


def load(name):
    with open(os.path.join(HERE, name)) as file:
        return json.load(file)


if __name__ == "__main__":
    if "--ask" in sys.argv:
        json.dump([answer(source) for source in json.load(sys.stdin)], sys.stdout)
    else:
        sources = load("errors.json") + load("mistakes.json")
        rows = ",\n".join(json.dumps([source, answer(source)]) for source in sources)
        with open(os.path.join(HERE, "mistakes.recorded.json"), "w") as file:
            file.write("[\n" + rows + "\n]\n")
