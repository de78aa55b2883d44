import weakref
class C:
    pass

log = []
c = C()
f = weakref.finalize(c, log.append, 'bye')
f.alive
f.atexit
f.peek() == (c, log.append, ('bye',), {})
f.atexit = False
f.atexit
g = weakref.finalize(c, print, 'second', sep='-')
h = weakref.finalize(c, print, 'third')
h.peek()[2:]
h.detach()[2:]
h.alive, h.detach(), h.peek()
del c
log
f.alive, g.alive
f()
c = C()
f = weakref.finalize(c, lambda a, b: a + b, 2, b=3)
f()
f()
f.alive
class D:
    def __init__(self):
        self.f = weakref.finalize(self, log.append, 'D gone')
    def close(self): self.f()

d = D()
d.close()
d.f.alive
d = D()
del d
log
d = D()
d.me = d
del d
log
import gc
gc.collect()
log
weakref.finalize(5, print)
