import sys
def hold(x):
    y = [x]
    yield 1
    yield y

obj = []
g = hold(obj)
sys.getrefcount(obj)
next(g)
sys.getrefcount(obj)
next(g)
sys.getrefcount(obj)
next(g)
sys.getrefcount(obj)
h = hold(obj)
next(h)
h.gi_frame is None, g.gi_frame is None
h.close()
sys.getrefcount(obj)
h.gi_frame is None
