import gc
n = 3
gc.collect() and None
try: pass
except ValueError: pass

gc.collect() and None
try: raise ValueError('v')
except ValueError: pass

gc.collect() and None
try: [][1]
except IndexError as e: pass

gc.collect() and None
try: {}[5]
except KeyError: pass

gc.collect() and None
try: undefined
except NameError: pass

gc.collect() and None
try: n.x
except AttributeError: pass

gc.collect() and None
try: 1 / 0
except (KeyError, ZeroDivisionError): pass
finally: n = 4

gc.collect() and None
def f():
    raise KeyError(n)

try: f()
except KeyError: pass

gc.collect() and None
def g():
    try:
        f()
    except KeyError as e:
        raise ValueError('w') from e

try: g()
except ValueError: pass

gc.collect() and None
f()
gc.collect() and None
class E(Exception): pass

try: raise E
except E: pass

gc.collect() and None
try: raise E(1, 2)
except E as e: x = e.args

gc.collect() and None
assert n == 5, [n]
0
gc.collect() and None
