import gc
class N:
    def __init__(self, name): self.name = name
    def __repr__(self): return self.name
    def __del__(self): print('del', self.name)

a = N('a'); b = N('b'); c = N('c')
c.n = b; b.n = a
del a, b
gc.collect(0)
[x for x in gc.get_objects(1) if isinstance(x, N)]
a = c.n.n
a.n = c
del a, c
gc.collect()
x = N('x'); y = N('y'); z = N('z')
x.n = y; y.n = z; z.n = x
del y, z, x
gc.collect()
