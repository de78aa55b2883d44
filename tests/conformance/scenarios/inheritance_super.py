class Base:
    def __init__(self, x):
        self.x = x
    def hello(self):
        return 'base ' + str(self.x)

class Mid(Base):
    def hello(self):
        return 'mid ' + super().hello()

class Leaf(Mid):
    def __init__(self, x, y):
        super().__init__(x)
        self.y = y
    def hello(self):
        return 'leaf ' + super().hello()

l = Leaf(1, [2])
l.hello()
Leaf.__mro__
[c.__name__ for c in Leaf.__mro__]
isinstance(l, Base), issubclass(Leaf, Mid), isinstance(l, (int, Mid))
class X:
    def who(self): return 'X'

class Y(X):
    def who(self): return 'Y' + super().who()

class Z(X):
    def who(self): return 'Z' + super().who()

class W(Y, Z):
    def who(self): return 'W' + super().who()

W().who()
[c.__name__ for c in W.__mro__]
del W
import gc
gc.collect()
X.__subclasses__()
