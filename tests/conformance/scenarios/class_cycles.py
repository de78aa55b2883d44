import gc
class A: pass

del A
gc.collect()
class B:
    def m(self): return self

del B
gc.collect()
class C: pass

class D(C): pass

del C
gc.collect()
del D
gc.collect()
def make():
    class Local:
        def m(self): return Local
    return Local()

x = make()
gc.collect()
del x
gc.collect()
class E:
    __slots__ = ('a', 'b')

del E
gc.collect()
class F:
    x = property(lambda self: 1)

F().x
del F
gc.collect()
