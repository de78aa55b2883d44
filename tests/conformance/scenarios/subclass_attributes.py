import gc
class I(int): pass

i = I(5)
i.tag = [i]
i.tag, i + 1
i.__dict__
del i.tag
del i.tag
class T(tuple): pass

t = T([1, 2])
t.me = t
t.me is t
del t
gc.collect()
class N:
    made = 0
    def __new__(cls, *a):
        cls.made += 1
        return super().__new__(cls)
    def __init_subclass__(cls): cls.sub = True

n = N(1, 2)
class M(N): pass

M.sub, N.made
class D(dict):
    def __missing__(self, k): return [k]

d = D()
d['q']
class G:
    def __getattr__(self, name): return [name]

g = G()
g.any
