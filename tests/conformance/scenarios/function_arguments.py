import sys
def f(a, b=2, *args, c, d=4, **kw):
    return a, b, args, c, d, kw

f(1, c=3)
f(1, 2, 3, 4, c=5, e=6)
f(*[1, 2, 3], **{'c': 4, 'z': 5})
f(1)
f()
f(1, 2, a=3, c=1)
def g(x, /, y, *, z):
    return x + y + z

g(1, 2, z=3)
g(1, y=2, z=3)
g(x=1, y=2, z=3)
g(1, 2, 3)
g(1, 2)
x = []
def h(*args):
    return sys.getrefcount(args[0])

h(x)
h(*[x])
h(*(x, x))
def k(**kw):
    return sys.getrefcount(kw['z'])

k(z=x)
k(**{'z': x})
(lambda q: sys.getrefcount(q))(x)
