import gc, weakref
class C:
    def __init__(self):
        self.loop = self
    def __del__(self):
        print('del', w() is None)

c = C()
w = weakref.ref(c)
w() is c
del c
gc.collect()
w() is None
class Z:
    pass

z = Z(); z.z = z
def cb(r): print('called')

z.r = weakref.ref(z, cb)
del z
gc.collect()
y = Z(); y.y = y
outside = weakref.ref(y, cb)
del y
gc.collect()
gc.collect()
