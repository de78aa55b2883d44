import gc, weakref
log = []
class R:
    def __init__(self, n): self.n = n
    def __del__(self): log.append(('del', self.n))
def fin(*args, **kw): log.append(('fin', args, kw))
r = R(1)
f = weakref.finalize(r, fin, 1, 2, key='v')
f.alive
f.peek() is not None
f.atexit
del r
log
f.alive
f()
r = R(2)
f1 = weakref.finalize(r, fin, 'a')
f2 = weakref.finalize(r, fin, 'b')
f1.detach() is not None
f2()
f2()
r.me = r
f3 = weakref.finalize(r, log.append, 'cyc')
del r
gc.collect()
log
d = weakref.WeakValueDictionary()
x = R(3)
d['x'] = x
d['y'] = R(4)
len(d), list(d.keys())
del x
len(d), dict(d)
k = weakref.WeakKeyDictionary()
y = R(5)
k[y] = [y.n]
len(k)
del y
len(k)
s = weakref.WeakSet()
z = R(6); s.add(z); len(s)
del z
len(s), log[-3:]
