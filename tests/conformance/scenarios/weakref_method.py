import weakref
class C:
    def go(self): return 'went'
    def cb(self): pass

c = C()
m = weakref.WeakMethod(c.go)
m() == c.go
m()()
r = weakref.ref(c.go)
r() is None
log = []
n = weakref.WeakMethod(c.go, log.append)
m == n, m == weakref.WeakMethod(c.cb), m != n
hash(m) == hash(n)
del c
m(), n()
len(log), log[0] is n
m == n, m == m
log.clear()
del n
c = C()
f = weakref.WeakMethod(c.go, log.append)
del C.go
c.cb()
f()
len(log)
