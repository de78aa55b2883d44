import gc
saved = []
class Phoenix:
    def __init__(self, name):
        self.name = name
    def __del__(self):
        print('del', self.name)
        saved.append(self)

p = Phoenix('by count')
del p
len(saved)
gc.is_finalized(saved[0])
saved.clear()
q = Phoenix('in a cycle')
q.me = q
del q
gc.collect()
saved[0].me is saved[0]
gc.is_finalized(saved[0])
saved.clear()
gc.collect()
a = Phoenix('a'); b = Phoenix('b')
a.b = b; b.a = a
del a, b
gc.collect()
len(saved)
saved.clear()
gc.collect()
