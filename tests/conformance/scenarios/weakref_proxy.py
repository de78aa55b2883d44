import weakref, sys
class C:
    def __init__(self): self.x = [1]
    def m(self): return len(self.x)

c = C()
p = weakref.proxy(c)
p.x, p.m()
p.y = 5
c.y
sys.getrefcount(c)
type(p).__name__
del c
p.x
