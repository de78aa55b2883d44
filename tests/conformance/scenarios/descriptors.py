class Typed:
    def __init__(self, kind):
        self.kind = kind
    def __set_name__(self, owner, name):
        self.name = '_' + name
    def __get__(self, obj, owner=None):
        if obj is None:
            return self
        return getattr(obj, self.name)
    def __set__(self, obj, value):
        if not isinstance(value, self.kind):
            raise TypeError(self.name)
        setattr(obj, self.name, value)

class P:
    age = Typed(int)
    name = Typed(str)

p = P()
p.age = 5
p.age
p.age = 'x'
p.name = 'ann'
p.__dict__
type(P.age).__name__
class Lazy:
    def __get__(self, obj, owner):
        print('computed')
        obj.__dict__['v'] = [1]
        return obj.__dict__['v']

class Q:
    v = Lazy()

q = Q()
q.v
q.v
