import gc, weakref
n = 3; m = 70000; L = [1, 2, 3]; D = {'a': 1}; s = 'abc'
class C: pass

class P:
    def __init__(self, x, y=0): self.x = x
    def meth(self, a): return a
    @classmethod
    def cm(cls): return 1
    @staticmethod
    def sm(): return 1
    @property
    def pr(self): return self.x

def f(*a, **k): return None

def g(a, b=2): return a

def h(a, *, k=1): return a

p = P(1)
gc.collect() and None
x = C()
gc.collect() and None
x = P(n)
gc.collect() and None
x = P(n, y=n)
gc.collect() and None
g(n); g(a=n); h(n, k=n)
gc.collect() and None
f()
gc.collect() and None
f(n)
gc.collect() and None
f(n, n)
gc.collect() and None
f(k=n)
gc.collect() and None
f(*L)
gc.collect() and None
g(*(n, n))
gc.collect() and None
p.meth(n)
mm = p.meth
gc.collect() and None
mm(n)
p.pr
P.cm()
P.sm()
(lambda q: q)(n)
max(L), max(n, m), min(L, default=0)
gc.collect() and None
sorted(L, key=lambda v: -v)
gc.collect() and None
print(n, m, sep='')
getattr(p, 'x'), getattr(p, 'zz', None), hasattr(p, 'zz')
isinstance(p, (C, P)), callable(p)
