import sys
class T:
    made = []
    @classmethod
    def make(cls, *a):
        t = cls()
        cls.made.append(t)
        return t
    @staticmethod
    def helper(x):
        return [x]

t = T.make(1)
sys.getrefcount(t)
t.make() is t
len(T.made)
T.helper(t)[0] is t
m = T.make
m.__self__ is T
sys.getrefcount(T)
class U(T): pass

type(U.make()).__name__
del m
T.made.clear()
b = t.helper
b is T.helper
