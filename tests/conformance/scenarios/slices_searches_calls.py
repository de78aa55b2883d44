l = [1, 2, 3]
l[5] = 1
del l[::2]
l
del l[::-2]
l
l = [[i] for i in range(6)]
l[::2] = l[1::2]
l[::3] = []
'\u20acuro'.split('u', 1), '\u20ac'.count('a'), '\u20acab'.find('a')
def f(a, b=2): return a

f()
f(1, 2, 3)
min()
max([], default=l)
z = 'ab'
z **= 2
float('spam')
int('x')
def g():
    try:
        yield 1
    except ValueError as e:
        yield e.args

x = g(); next(x)
x.throw(ValueError)
x.throw(KeyError)
a, *b = iter([1, 2, 3])
l.extend(iter((1, 2)))
class E(Exception):
    def __init__(self, code, *rest):
        super().__init__(code, *rest)
        self.code = code

e = E(1, 2)
raise e
str(int), repr(object), str(E)
