import weakref
d = set()
y = weakref.ref(d)
hash(y)
e = weakref.ref(hash)
e == y, e is y
hash(y) == hash(y)
class N: pass
z = weakref.ref(N())
hash(z)
def n(r): pass
y = weakref.ref(d, n)
hash(y)
e == y, e is y, hash(y) == hash(y)
y(1)
