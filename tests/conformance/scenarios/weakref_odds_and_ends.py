import weakref, gc
class C: pass

c = C()
r = weakref.ref(c)
r2 = weakref.ref(c)
r is r2, weakref.getweakrefcount(c)
weakref.getweakrefs(c) == [r]
p = weakref.proxy(c)
p.x = 3
c.x, p.x, type(p).__name__
weakref.getweakrefcount(c)
r.__callback__
def cb(ref): print('dead', ref() is None)

r3 = weakref.ref(c, cb)
r3.__callback__ is cb
r == r3, hash(r) == hash(r3)
weakref.ref(5)
weakref.ref([])
weakref.ref()
weakref.ref(c, cb, 3)
weakref.ref(c, None) is r
isinstance(r, weakref.ref), weakref.ref is weakref.ReferenceType, type(r)
weakref.ProxyTypes == (weakref.ProxyType, weakref.CallableProxyType)
class L(list): pass

l = L([1, 2])
q = weakref.proxy(l)
len(q), q[0], 1 in q, q + [3]
del l
len(q)
def f(): return 'f'

pf = weakref.proxy(f)
pf(), type(pf).__name__
del c
r(), r3()
p.x
r == r3, r == r2, r != r3
class R(weakref.ref):
    def __init__(self, ob, cb=None, **extra):
        super().__init__(ob, cb)
        for k, v in extra.items(): setattr(self, k, v)
    def __call__(self):
        ob = super().__call__()
        return None if ob is None else (ob, self.tag)

c = C()
e = R(c, tag='t')
e()[1], e.tag
e2 = R(c, tag='u')
e is e2, e == e2
weakref.getweakrefcount(c)
del c
e(), e2()
s = {1, 2}
rs = weakref.ref(s)
rs() is s
del s
rs()
g = (i for i in range(3))
rg = weakref.ref(g)
del g
rg()
weakref.WeakValueDictionary.__name__, weakref.WeakSet.__module__
weakref.ref(C.__init__)
m = weakref.ref(gc)
m() is gc
[weakref.ref(o)() is o for o in (print, C, f, weakref)]
type(weakref.ref(f)), weakref.ref.__module__, weakref.ref.__name__
weakref.nothing
