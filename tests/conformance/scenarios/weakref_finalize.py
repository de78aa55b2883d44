import weakref
class C: pass

c = C()
f = weakref.finalize(c, print, 'bye')
f.alive
del c
f.alive
