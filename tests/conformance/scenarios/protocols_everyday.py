import sys
class Point:
    __slots__ = ('x', 'y')
    def __init__(self, x, y):
        self.x = x; self.y = y
    def __eq__(self, o): return isinstance(o, Point) and (self.x, self.y) == (o.x, o.y)
    def __hash__(self): return hash((self.x, self.y))
    def __add__(self, o): return Point(self.x + o.x, self.y + o.y)
    def __repr__(self): return f'Point({self.x}, {self.y})'
    def __iter__(self):
        yield self.x
        yield self.y
    def __lt__(self, o): return self.x < o.x
    def __getitem__(self, i): return (self.x, self.y)[i]
    def __len__(self): return 2
    def __bool__(self): return True
    def __call__(self, k): return Point(self.x * k, self.y * k)
    def __contains__(self, v): return v in (self.x, self.y)
p = Point(1, 2); q = Point(3, 4)
p + q, p == q, p == Point(1, 2), p != q
{p, Point(1, 2)}
x, y = p
x, y, p[0], len(p), p(10), 3 in q
sorted([q, p]), max(p, q), min([q, p])
p.z = 3
sys.getsizeof(p), hasattr(p, '__dict__')
del p.x
p.x
class Temp:
    def __init__(self, c): self._c = c
    @property
    def f(self): return self._c * 9 / 5 + 32
    @f.setter
    def f(self, v): self._c = (v - 32) * 5 / 9
    @f.deleter
    def f(self): self._c = None
    @staticmethod
    def zero(): return Temp(0)
    @classmethod
    def boil(cls): return cls(100)
t = Temp.boil(); t.f
t.f = 50; t._c
del t.f
t._c, Temp.zero().f
type(Temp.f)
class Animal:
    count = 0
    def __init__(self, name):
        self.name = name
        Animal.count += 1
    def speak(self): return '...'
    def __str__(self): return f'{type(self).__name__}:{self.name}:{self.speak()}'
class Dog(Animal):
    def speak(self): return 'Woof ' + super().speak()
class Puppy(Dog):
    def __init__(self, name, age):
        super().__init__(name)
        self.age = age
    def speak(self): return super().speak().upper()
print(Animal('x'), Dog('rex'), Puppy('bit', 1))
Animal.count, Puppy.__mro__, isinstance(Puppy('a', 2), Animal), issubclass(Dog, Animal)
class A:
    def who(self): return ['A']
class B(A):
    def who(self): return ['B'] + super().who()
class C(A):
    def who(self): return ['C'] + super().who()
class D(B, C):
    def who(self): return ['D'] + super().who()
D().who(), [c.__name__ for c in D.__mro__]
class Stack(list):
    def push(self, v): self.append(v)
    def top(self): return self[-1]
s = Stack([1]); s.push(2); s.top(), len(s), s, sys.getsizeof(s)
class Desc:
    def __get__(self, o, t): return ('get', o is None)
    def __set__(self, o, v): print('set', v)
class U: d = Desc()
u = U(); u.d; u.d = 5; U.d
u.__dict__
class V:
    def __getattr__(self, n): return n * 2
    def __setattr__(self, n, v): object.__setattr__(self, n, [v])
v = V(); v.ab; v.q = 1; v.q
class W: pass
w = W(); w.__class__ = V; w.zz
