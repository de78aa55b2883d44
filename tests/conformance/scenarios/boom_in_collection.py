import gc
class Boom:
    def __getattr__(self, name):
        del self.attr
        raise AttributeError(name)

a = Boom(); b = Boom()
a.attr = b; b.attr = a
gc.collect()
del a, b
gc.collect()
class Boom2:
    def __init__(self):
        self.x = 0
    def __getattr__(self, name):
        self.x += 1
        if self.x > 1:
            del self.attr
        raise AttributeError(name)

a = Boom2(); b = Boom2()
a.attr = b; b.attr = a
del a, b
gc.collect()
len(gc.garbage)
class Dies:
    def __del__(self):
        self.me = None
        print('broke the cycle')

d = Dies()
d.me = d
del d
gc.collect()
