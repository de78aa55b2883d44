"""Writes heap/objects/unicodeTables.ts from this Python's own character database (CPython 3.11: Unicode 14).

Run: python3 tests/conformance/unicode_tables.py > heap/objects/unicodeTables.ts
"""
import sys
import unicodedata

assert sys.version_info[:2] == (3, 11) and unicodedata.unidata_version == "14.0.0"
DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"


def base36(n):
    out = ""
    while True:
        n, r = divmod(n, 36)
        out = DIGITS[r] + out
        if n == 0:
            return out


def ranges(test):
    """Gap and length of each stretch of characters that pass, in base 36."""
    out, at, end = [], 0, 0
    while at < 0x110000:
        if test(chr(at)):
            start = at
            while at < 0x110000 and test(chr(at)):
                at += 1
            out += [base36(start - end), base36(at - start)]
            end = at
        else:
            at += 1
    return " ".join(out)


def mapping(change):
    """Runs (gap, count, step, delta) of characters that map to one other; and the rest, spelled out."""
    single, special = {}, []
    for c in range(0x110000):
        if 0xD800 <= c < 0xE000:
            continue
        to = change(chr(c))
        if to == chr(c):
            continue
        if len(to) == 1:
            single[c] = ord(to) - c
        else:
            special.append(base36(c) + ":" + ",".join(base36(ord(x)) for x in to))
    runs, codes, i, end = [], sorted(single), 0, 0
    while i < len(codes):
        first, delta = codes[i], single[codes[i]]
        best = (1, 1)
        for step in (1, 2):
            n = 1
            while single.get(first + n * step) == delta and (step == 1 or first + n * step - 1 not in single):
                n += 1
            if n > best[0]:
                best = (n, step)
        n, step = best
        sign = "-" if delta < 0 else ""
        runs.append(f"{base36(first - end)} {base36(n)} {step} {sign}{base36(abs(delta))}")
        end = first
        i += n
    return " ".join(runs), " ".join(special)


def final_sigma(before):
    return (before + "\u03a3").lower().endswith("\u03c2")


def ignored(c):
    """Looked through when str.lower decides about a final sigma."""
    return final_sigma("A" + c) and not final_sigma(c)


def emit(name, text):
    print(f"export const {name} =")
    width = 96
    words, lines, line = text.split(" "), [], ""
    for word in words:
        if line and len(line) + 1 + len(word) > width:
            lines.append(line)
            line = word
        else:
            line = f"{line} {word}" if line else word
    lines.append(line)
    for k, part in enumerate(lines):
        last = k == len(lines) - 1
        print(f"  '{part}{'' if last else ' '}'{';' if last else ' +'}")


print("/** Made by tests/conformance/unicode_tables.py from CPython 3.11 (Unicode 14). Encoding: see unicode.ts. */")
emit("ALPHABETIC", ranges(str.isalpha))
emit("DECIMAL", ranges(str.isdecimal))
emit("DIGIT_ONLY", ranges(lambda c: c.isdigit() and not c.isdecimal()))
emit("NUMERIC_ONLY", ranges(lambda c: c.isnumeric() and not c.isdigit()))
emit("LOWER", ranges(str.islower))
emit("UPPER", ranges(lambda c: c.isupper()))
emit("TITLE", ranges(lambda c: unicodedata.category(c) == "Lt"))
emit("SPACE", ranges(str.isspace))
emit("PRINTABLE", ranges(str.isprintable))
emit("IDENTIFIER_START", ranges(str.isidentifier))
emit("IDENTIFIER_ONLY_INSIDE", ranges(lambda c: not c.isidentifier() and ("a" + c).isidentifier()))
emit("CASE_IGNORED", ranges(ignored))
for name, change in (("UPPERCASE", str.upper), ("LOWERCASE", str.lower), ("FOLDED", str.casefold)):
    runs, special = mapping(change)
    emit(name, runs)
    emit(name + "_LONG", special)
runs, special = mapping(lambda c: c.title() if c.title() != c.upper() else c)
emit("TITLECASE", runs)
emit("TITLECASE_LONG", special)
same = [base36(ord(c)) for c in map(chr, range(0x110000)) if c.title() == c and c.upper() != c]
emit("TITLECASE_SELF", " ".join(same))
