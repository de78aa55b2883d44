import sys
sys.getrefcount([]), sys.getrefcount(object())
sys.getrefcount(1000)
sys.getrefcount("a b")
sys.getrefcount((10, 20))
x = []
sys.getrefcount(x)
y = x
sys.getrefcount(x)
l = [x, x]
sys.getrefcount(x)
t = (x,)
d = {'k': x}
s = {1: x, 2: x}
sys.getrefcount(x)
del y
x
sys.getrefcount(x)
0
sys.getrefcount(x)
l = t = d = s = None
sys.getrefcount(x)
n = 1000
sys.getrefcount(n)
a = 2000; b = 2000; sys.getrefcount(a)
sys.getrefcount(a)
def f(p): return sys.getrefcount(p)

f(x), f([])
class C:
    def m(self): return sys.getrefcount(self)

c = C()
sys.getrefcount(C)
c.m(), C().m()
class D: pass

sys.getrefcount(D)
class E(D): pass

sys.getrefcount(D), sys.getrefcount(E)
e1, e2 = E(), E()
sys.getrefcount(E)
gen = (w for w in x)
sys.getrefcount(x)
def depth(n, l):
    return sys.getrefcount(l) if n == 0 else depth(n - 1, l)

depth(0, x), depth(5, x)
try:
    raise ValueError(x)
except ValueError as ex:
    sys.getrefcount(x), sys.getrefcount(ex)

sys.getrefcount(x)
