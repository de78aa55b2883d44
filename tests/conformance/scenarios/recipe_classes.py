import gc
gc.collect() and None
class A: pass

gc.collect() and None
class B(A): pass

gc.collect() and None
class C:
    x = 1
    def f(self): return 1
    def g(self): return 2

gc.collect() and None
class D(C):
    def f(self): return super().f()

gc.collect() and None
class S:
    __slots__ = ('a', 'b')

gc.collect() and None
class L(list): pass

gc.collect() and None
class E(Exception): pass

gc.collect() and None
class X(A, C): pass

gc.collect() and None
D().f()
gc.collect() and None
s = S(); s.a = 1
gc.collect() and None
l = L(); e = E('x'); x = X()
gc.collect() and None
A.late = 1
A.method = lambda self: self
x.method() is x
def f(a=1): pass

def f(a, b: int): pass

f.__annotations__
del A, B, C, D, S, L, E, X, s, l, e, x
gc.collect()
