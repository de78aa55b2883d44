import gc
back = []
class R:
    def __init__(self, n): self.n = n
    def __del__(self):
        print('del', self.n)
        back.append(self)

r = R(1)
del r
r = back.pop()
gc.is_finalized(r)
del r
len(back)
a = R(2); b = R(3)
a.b = b; b.a = a
del a, b
gc.collect()
x = back.pop(); y = back.pop()
gc.is_finalized(x), gc.is_finalized(y)
del x, y
gc.collect()
len(back)
gc.collect()
