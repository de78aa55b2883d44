try:
    try:
        {}['a']
    except KeyError as first:
        raise ValueError('second') from first
except ValueError as e:
    kept = e

type(kept.__cause__).__name__
kept.__context__ is kept.__cause__
kept.__suppress_context__
try:
    try:
        [][0]
    except IndexError:
        1 / 0
except ZeroDivisionError as e:
    kept = e

type(kept.__context__).__name__, kept.__cause__
del kept
import gc
gc.collect()
raise ValueError('x') from None
