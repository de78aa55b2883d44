import gc
class Vertex:
    def __init__(self, name):
        self.name = name
        self.edges = []
    def link(self, *others):
        for o in others:
            self.edges.append(o)
            o.edges.append(self)

vs = {n: Vertex(n) for n in 'abcd'}
vs['a'].link(vs['b'], vs['c'])
vs['c'].link(vs['d'])
def reach(v, seen=None):
    if seen is None:
        seen = []
    if v not in seen:
        seen.append(v)
        for o in v.edges:
            reach(o, seen)
    return seen

''.join(v.name for v in reach(vs['a']))
del vs['a']
len(reach(vs['b']))
vs['d'].edges.clear()
vs.pop('d').name
del vs
gc.collect()
