x = {}
x.update(a=1, b=[()] * 3)
y = {1: 2}
y.clear()
y.update(a=1, b=[()] * 3)
z = {1: 2}
del z[1]
z.update(a=1, b=[()] * 3)
w = {'k': 2}
w.popitem()
w.update(a=1, b=[()] * 3)
v = dict()
v.update({'a': 1})
v.update(v)
u = {'q': 1}
u.update(a=1)
t = {'q': 1}; t.pop('q')
t.update({'a': 1})
t.update({'a': 1}, b=2)
class D(dict): pass

d = D(a=1, b=2)
d.update(c=3, d=4, e=5, f=6)
d2 = D({'x': 1}, y=2)
d3 = dict(d, z=1)
d4 = dict(a=1, b=2, c=3, d=4, e=5, f=6, g=7)
class E2(dict):
    def __init__(self, **kw):
        super().__init__(**kw)

e = E2(a=1, b=2)
e |= {'c': 3}
e.update([('q', 1)], w=2)
{}.update(**d)
f = {}
f.update(d4)
f.update(**d4)
