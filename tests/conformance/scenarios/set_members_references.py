import sys
x = (1, [2])
class C: pass

c = C()
s = {c}
sys.getrefcount(c)
s.add(c)
sys.getrefcount(c)
t = s.copy()
sys.getrefcount(c)
s.discard(c)
sys.getrefcount(c)
del t
sys.getrefcount(c)
s.add(x)
c.s = s
s.add(c)
import gc
del c, s
gc.collect()
