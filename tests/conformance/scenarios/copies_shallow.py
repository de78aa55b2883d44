import sys
inner = [1]
a = [inner, inner]
b = a[:]
c = list(a)
d = a.copy()
e = [*a]
sys.getrefcount(inner)
b[0].append(2)
a
b[0] = None
sys.getrefcount(inner)
f = {'k': inner}
g = f.copy()
h = dict(f)
sys.getrefcount(inner)
g['k'] is inner
t = (inner,)
u = t[:]
u is t, tuple(t) is t
s = {1, 2}
s.copy() is s
frozenset((1,)) is frozenset((1,))
del b, c, d, e, f, g, h
sys.getrefcount(inner)
