import weakref
class N: pass

n = N()
r = weakref.ref(n, frozenset)
del n
def f():
    n = N()
    r = weakref.ref(n, len)
    return r

q = f()
del q
weakref.ref(N(), int)() is None
class D:
    __del__ = len

d = D()
del d
n = N()
p = weakref.proxy(n, abs)
del n
[].__hash__ is None, {}.__hash__ is None, set().__hash__ is None, dict.__hash__
