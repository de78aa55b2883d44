import sys
class P:
    def __init__(self):
        self.x = 1

a = P()
b = P()
sys.getsizeof(a)
d = a.__dict__
d
d['y'] = 2
a.y
sys.getsizeof(d)
d is a.__dict__, vars(a) is d
sys.getrefcount(d)
b.__dict__ = {'z': 3}
b.z
b.x
b.__dict__ is b.__dict__
del a
d
c = P()
c.__dict__[5] = 'int key'
c.__dict__
sys.getsizeof(c.__dict__)
setattr(c, 'x', [])
getattr(c, 'nope', 'default')
hasattr(c, 'x'), hasattr(c, 'nope')
delattr(c, 'x')
c.x
