class C:
    def __init__(self, *a, **k):
        self.a = a; self.k = k
C(*[1], **{'x': 2}).k
d = {'y': [1]}
c = C(**d)
c.k is d, c.k
dict(**d), dict(*[[(1, 2)]], **d)
'{y}'.format(**d)
print(*[1], **{'end': '!\n'})
sorted(*[[3, 1]], **{'reverse': True})
max(*[1, 2], **{'key': lambda v: -v})
def f(*a, **k): return a, k
f(*(), **d), f(**{})
class V:
    def __getattr__(self, n): return n * 2
class W: pass
w = W(); w.a = 1; w.__class__ = V; w.zz, w.a
class S: __slots__ = ('q',)
w.__class__ = S
w.__class__ = 5
w.__class__ = int
del w.__class__
'a b c'.rsplit(' ', 1), 'a b  c'.rsplit(), 'a,b,c'.rsplit(',', 1)
