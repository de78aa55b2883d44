a, *b, c = range(6)
b
*a, = 'xyz'
a
(x, y), z = [1, 2], 3
x, y, z
def f(a, b=2, *args, c, d=4, **kw):
    return a, b, args, c, d, kw
f(1, c=3)
f(1, 2, 3, 4, c=5, e=6)
f(*[1, 2, 3], **{'c': 4, 'z': 5})
f(1)
f(1, 2, c=3, a=1)
print(*[1, 2, 3], sep='-')
[*range(3), *'ab', *{1: 2}]
{**{'a': 1}, 'b': 2, **{'a': 3}}
(*[1], 2)
{*[1, 2], *(2, 3)}
def g(*, k): return k
g(k=1)
g(1)
def h(a, /, b): return a + b
h(1, b=2)
h(a=1, b=2)
l = [0] * 3
l[0], l[1:] = 9, [8, 7, 6]
l
i = 0
i, l[i] = 1, 'x'
l
for i, (p, q) in enumerate(zip('ab', [1, 2])): print(i, p, q)
d = dict(a=1, **{'b': 2}); d
(n := 10) + n
[y := 1, y ** 2]
lambda_ = lambda *a, k=1, **kw: (a, k, kw)
lambda_(1, 2, k=3, z=4)
def deco(n):
    def wrap(fn):
        def inner(*a, **k):
            return [fn(*a, **k)] * n
        return inner
    return wrap
@deco(2)
def hi(name='x'): return f'hi {name}'
hi(), hi('you')
hi.__name__, hi.__closure__[0].cell_contents is not None
