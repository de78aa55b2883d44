def f(self): return self
f.__get__(3)
f.__get__(3)()
class C:
    __slots__ = ('x',)
    @property
    def p(self): return 1
    @staticmethod
    def s(): return 2
    @classmethod
    def c(cls): return cls.__name__

o = C()
C.x.__set__(o, [5])
C.x.__get__(o)
C.x.__get__(o, C)
C.x.__delete__(o)
C.__dict__['p'].__get__(o, C)
C.__dict__['s'].__get__(o)()
C.__dict__['c'].__get__(None, C)()
property.__get__(C.p, o)
len.__class__
hasattr(len, '__get__'), hasattr(f, '__set__')
f.__get__()
f.__get__(None)
