import gc
def own(box):
    box.append(1)
    me = box
    yield
    yield

def start():
    box = []
    g = own(box)
    box.append(g)
    next(g)
    return box

b = start()
type(b[0]).__name__
len(b)
del b
gc.collect()
gc.get_count()
def selfish():
    me = yield
    yield me

g = selfish()
next(g)
g.send(g) is g
del g
gc.collect()
gc.collect()
0
