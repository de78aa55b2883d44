import sys
class A:
    __slots__ = ('a', 'b')

x = A()
x.a = [1]
x.b
del x.a
x.a
x.a = 1
x.c = 2
class B(A):
    __slots__ = ('c',)

y = B()
y.a, y.c = 1, 2
sys.getsizeof(y), sys.getsizeof(x)
class C(A): pass

z = C()
z.a = 1
z.d = 2
z.__dict__
sys.getsizeof(z)
class N:
    __slots__ = ()

N().x = 1
B.c
type(B.c).__name__
import weakref
weakref.ref(x)
class S:
    __slots__ = 'one', '__weakref__'

s = S()
weakref.ref(s)() is s
