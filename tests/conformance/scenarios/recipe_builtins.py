import gc, weakref
n = 3; m = 70000; L = [1, 2, 3]; D = {'a': 1}; s = 'abc'
class C: pass

p = C()
gc.collect() and None
x = str(m)
gc.collect() and None
x = int('7'), int('70000')
gc.collect() and None
x = float(n)
x = bool(L)
gc.collect() and None
x = list(L)
gc.collect() and None
x = tuple(L)
gc.collect() and None
x = set(L)
gc.collect() and None
x = dict(D)
gc.collect() and None
x = range(n)
x = slice(n)
gc.collect() and None
x = zip(L)
gc.collect() and None
x = map(str, L)
gc.collect() and None
x = enumerate(L)
gc.collect() and None
x = iter(L)
gc.collect() and None
x = weakref.ref(p)
gc.collect() and None
x = object()
x = sorted(L)
gc.collect() and None
x = D.items()
gc.collect() and None
x = s.upper()
x = s.split()
gc.collect() and None
x = repr(n)
x = L[0:2]
gc.collect() and None
x = s[0:2]
x = round(7.5), abs(-m), divmod(m, 300), chr(300), ord('a')
gc.collect() and None
x = bytes(3)
gc.collect() and None
x = sum(L), any(L), all(L)
gc.collect() and None
x = reversed(L)
gc.collect() and None
x = frozenset(L)
gc.collect() and None
x = filter(None, L)
gc.collect() and None
x = vars(p)
gc.collect() and None
x = hash(s), len(L), id(None) == 0
