"""Asks this Python for the results of seeded random calls on text and numbers; prints JSON.

Run: python3 tests/conformance/text_calls.py [seed] > tests/conformance/goldens/text-calls.json
Each call is [function, arguments, result], where a result is a value or {"error": [class, message]}; a float argument
is written as its hexadecimal form behind "float:", an int as "int:".
"""
import json
import random
import struct
import sys

assert sys.version_info[:2] == (3, 11)
rng = random.Random(int(sys.argv[1]) if len(sys.argv) > 1 else 1)
LETTERS = "abcABC 12\t\n,.-_xyz"
STRANGE = "éßΣσςİıǅǆŉﬁﬃ٣²½Ⅷ中\u2003\u00a0\u200b\x1c\x85\u2028𝔸😀ªʰ\u0345ΰ"


def text(n=12, strange=0.15):
    return "".join(rng.choice(STRANGE if rng.random() < strange else LETTERS) for _ in range(rng.randrange(n)))


def number():
    kind = rng.randrange(8)
    if kind == 0:
        return struct.unpack("d", rng.randbytes(8))[0]
    if kind == 1:
        return rng.choice([0.0, -0.0, 1.0, -1.0, float("inf"), float("-inf"), float("nan"), 1e16, 1e15, 123456789.0,
                           0.0001, 0.00001, 5e-324, 1.7976931348623157e308, 2.5, 0.5, 1.5, 1e22, 1e23, 0.1, 9.5, 99.5])
    if kind == 2:
        return rng.randrange(-1000, 1000) / 8
    if kind == 3:
        return round(rng.uniform(-1000, 1000), rng.randrange(5))
    if kind == 4:
        return rng.uniform(-1, 1) * 10 ** rng.randrange(-12, 25)
    return rng.uniform(-10, 10)


def integer():
    kind = rng.randrange(5)
    if kind == 0:
        return rng.randrange(-300, 300)
    if kind == 1:
        return rng.randrange(-10**6, 10**12)
    if kind == 2:
        return rng.randrange(-10**30, 10**40)
    return rng.choice([0, 1, -1, 255, 65, 8364, 0x1F40D, 10**18, -10**9, 1234567])


def spec(types):
    s = ""
    if rng.random() < 0.4:
        s += rng.choice(["<", ">", "^", "=", "*<", "0>", "é^", "-=", "0=", "<<"])
    if rng.random() < 0.25:
        s += rng.choice("+- ")
    if rng.random() < 0.08:
        s += "z"
    if rng.random() < 0.15:
        s += "#"
    if rng.random() < 0.25:
        s += "0"
    if rng.random() < 0.5:
        s += str(rng.randrange(1, 22))
    if rng.random() < 0.2:
        s += rng.choice([",", "_", ",_", "_,"])
    if rng.random() < 0.35:
        s += "." + rng.choice(["", "0", "1", "2", "3", "7", "12", "20"])
    if rng.random() < 0.7:
        s += rng.choice(types)
    if rng.random() < 0.02:
        s += rng.choice("dq%")
    return s


def encode(value):
    if isinstance(value, bool) or value is None:
        return value
    if isinstance(value, float):
        return "float:" + value.hex()
    if isinstance(value, int):
        return "int:" + str(value)
    if isinstance(value, str):
        return "str:" + value
    if isinstance(value, bytes):
        return "bytes:" + value.hex()
    if isinstance(value, (list, tuple)):
        return [encode(x) for x in value]
    raise TypeError(type(value))


calls = []


def ask(name, function, *args):
    try:
        result = encode(function(*args))
    except Exception as e:
        result = {"error": [type(e).__name__, str(e)]}
    calls.append([name, encode(args), result])


def maybe(*args):
    """The last arguments may be left out."""
    return args[: rng.randrange(len(args) + 1)]


COUNT = 100
for _ in range(800):
    ask("format", format, number(), spec(["e", "E", "f", "F", "g", "G", "%", "n", "d", "é"]))
    ask("format", format, integer(), spec(["b", "c", "d", "o", "x", "X", "n", "e", "f", "g", "%", "s"]))
for _ in range(400):
    ask("format", format, text(8), spec(["s", "d"]))
    ask("repr", repr, number())
    ask("repr", repr, text(9, 0.4))
for method in ("upper lower title capitalize swapcase casefold isalpha isdigit isdecimal isnumeric isalnum isspace "
               "isupper islower istitle isidentifier isascii isprintable").split():
    for _ in range(COUNT // 2):
        ask(method, getattr(str, method), text(7, 0.5))
        ask(method, getattr(str, method), rng.choice(["A", "a", "Aa", "A1", "1", ""]) + text(3, 0.5))
for method in ("strip", "lstrip", "rstrip"):
    for _ in range(COUNT // 2):
        ask(method, getattr(str, method), text(9, 0.2))
        ask(method, getattr(str, method), text(9), text(5))
        ask(method, getattr(str, method), text(4), None)
for method in ("split", "rsplit"):
    for _ in range(COUNT):
        ask(method, getattr(str, method), text(16, 0.2), *maybe(rng.choice([None, " ", ",", "a", "ab", "", "é"]), rng.randrange(-1, 4)))
for _ in range(COUNT):
    ask("splitlines", str.splitlines, "".join(rng.choice("ab\n\r\v\f\x1c\x85\u2028") for _ in range(rng.randrange(9))), rng.random() < 0.5)
    ask("replace", str.replace, text(14, 0.2), rng.choice(["", "a", "b", "ab", "é", " "]), text(4, 0.3), *maybe(rng.randrange(-2, 4)))
    ask("expandtabs", str.expandtabs, "".join(rng.choice("ab\t\n\r") for _ in range(rng.randrange(12))), *maybe(rng.randrange(-1, 10)))
    ask("zfill", str.zfill, rng.choice(["", "+", "-", "-é"]) + text(5), rng.randrange(-1, 12))
    for method in ("center", "ljust", "rjust"):
        ask(method, getattr(str, method), text(6, 0.2), rng.randrange(-1, 12), *maybe(rng.choice(["*", "é", "😀"])))
    for method in ("find", "rfind", "index", "rindex", "count", "startswith", "endswith"):
        ask(method, getattr(str, method), text(14, 0.2), rng.choice(["", "a", "b", "ab", "é", "😀", text(3)]),
            *maybe(rng.randrange(-15, 15), rng.randrange(-15, 15)))
    for method in ("partition", "rpartition", "removeprefix", "removesuffix"):
        ask(method, getattr(str, method), text(9, 0.2), rng.choice(["", "a", "b", " ", "é", "😀", text(3)]))
    ask("slice", lambda s, a, b, c: s[a:b:c], text(9, 0.3), rng.choice([None, rng.randrange(-12, 12)]),
        rng.choice([None, rng.randrange(-12, 12)]), rng.choice([None, 1, -1, 2, -2, 3, 0]))


def int_text():
    digits = "".join(rng.choice("0123456789abfxo_7٣ -+") for _ in range(rng.randrange(6)))
    return rng.choice(["", " ", "-", "+", "0x", "0b1", "0o", "0X_"]) + digits + rng.choice(["", " ", "\n", "_"])


def float_text():
    whole = "".join(rng.choice("0123456789_") for _ in range(rng.randrange(5)))
    rest = rng.choice(["", ".", ".5", ".25e3", "e10", "E-3", "e+400", "e-400", ".1_0", "e", "x", "٣"])
    return rng.choice(["", " ", "-", "+", "--"]) + rng.choice([whole, whole, "inf", "nan", "Infinity", "iNf"]) + rest


for _ in range(4 * COUNT):
    ask("int", int, int_text(), *maybe(rng.choice([10, 2, 8, 16, 0, 36, 1, 37, -1])))
    ask("float", float, float_text())


def percent():
    s = text(4, 0.1).replace("%", "")
    for _ in range(rng.randrange(1, 3)):
        s += "%" + rng.choice(["", "", "", "-", "0", "+", " ", "#", "-0", "0+"]) + rng.choice(["", "", "5", "12", "*"])
        s += rng.choice(["", "", "", ".2", ".", ".0", ".*", ".10"]) + rng.choice("sssdddiuoxXeEfFgGcra%q") + text(3, 0.1).replace("%", "")
    return s + rng.choice(["", "", "", "%", "%5"])


for _ in range(800):
    form = percent()
    # A width given as a value stays small: no text of gigabytes.
    large = [] if "*" in form else [integer()]
    args = tuple(rng.choice([*large, number(), text(5), rng.randrange(-3, 15), rng.randrange(-3, 15)]) for _ in range(rng.randrange(1, 5)))
    ask("%", lambda f, a: f % a, form, args)


def field():
    name = rng.choice(["", "", "0", "1", "2", "7", "a", "0.x", "0[1]", "1[x]", "0[", "0.", "0[]", "[0]", ".x", "0]", "0[1]x", "00"])
    conversion = rng.choice(["", "", "", "!r", "!s", "!a", "!z", "!", "!rr"])
    form = rng.choice(["", "", ":", ":>5", ":{}", ":{1}", ":{:{}}", ":.2", ":d", ":x"])
    return "{" + name + conversion + form + "}"


for _ in range(800):
    template = "".join(rng.choice([field(), field(), "{}", "{{", "}}", text(4, 0.2), "{" if rng.random() < 0.1 else "", "}" if rng.random() < 0.1 else ""])
                       for _ in range(rng.randrange(1, 5)))
    args = [rng.choice([rng.randrange(0, 9), text(4, 0.2), [1, "é"], 2.5]) for _ in range(rng.randrange(4))]
    ask("str.format", lambda f, a: f.format(*a), template, args)

json.dump(calls, sys.stdout, ensure_ascii=True, separators=(",", ":"))
