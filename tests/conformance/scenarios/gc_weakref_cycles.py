import gc, weakref
class N:
    def __init__(self, v): self.v = v

a = N(1); b = N(2)
a.b = b; b.a = a
r = weakref.ref(a); s = weakref.ref(b)
del a
r().v
del b
r() is None
gc.collect()
r() is None, s() is None
def gone(ref): print('gone')

c = N(3)
c.me = c
c.r = weakref.ref(c, gone)
w = weakref.ref(c, gone)
del c
gc.collect()
w()
class Parent:
    def __init__(self):
        self.kids = [Kid(self) for i in range(2)]

class Kid:
    def __init__(self, p):
        self.parent = weakref.ref(p)

p = Parent()
k = p.kids[0]
k.parent() is p
del p
k.parent() is None
gc.collect()
