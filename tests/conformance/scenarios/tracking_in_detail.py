import gc
n = 1
t = tuple([n, n])
gc.is_tracked(t)
u = (t, n)
v = [(n,), ((n,),), (((n,),),)]
[gc.is_tracked(i) for i in v]
gc.collect(0)
[gc.is_tracked(i) for i in v]
gc.collect(1)
[gc.is_tracked(i) for i in v]
gc.collect(2)
[gc.is_tracked(i) for i in v]
d = dict(a=n)
gc.is_tracked(d)
d['t'] = t
gc.is_tracked(d)
e = {'t': (n, [])}
f = e.copy()
gc.is_tracked(e), gc.is_tracked(f)
g = {n: n}
g[(n, n)] = n
gc.is_tracked(g)
h = {}
h['f'] = lambda: n
gc.is_tracked(h)
del h['f']
gc.is_tracked(h)
gc.collect()
gc.is_tracked(h), gc.is_tracked(d), gc.is_tracked(e)
class S:
    __slots__ = ()

class I(int): pass

gc.is_tracked(S()), gc.is_tracked(I()), gc.is_tracked(set()), gc.is_tracked(frozenset()), gc.is_tracked(range(3)), gc.is_tracked(slice(1)), gc.is_tracked(len), gc.is_tracked([].append)
gc.is_tracked(iter([])), gc.is_tracked(iter(range(1))), gc.is_tracked({}.keys()), gc.is_tracked(b''), gc.is_tracked(bytearray()), gc.is_tracked(S), gc.is_tracked(int)
