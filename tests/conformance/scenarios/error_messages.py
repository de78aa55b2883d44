import gc, sys
[].append(1, 2)
'a'.upper(1)
gc.is_tracked()
len()
int([])
float('spam')
int('x')
-[]
[] + ()
5 < 'a'
'a'.startswith(5)
300 in 'abc'
range(0.5)
max([])
min()
del 'abc'[0]
del 5[0]
[1].sort(3)
list(1, 2)
{}.popitem()
vars(5)
a, b = 5
a, b = [1]
a, *b, c = [1]
def f(a, /, b, *, c): return [a, b, c]

f(a=1, b=2, c=3)
f(1, 2)
f(1, b=2, c=3, d=4)
f(1, **5)
f(1, **{'b': 2, 'c': 3}, **{'c': 4})
f(*5)
class P:
    def __init__(self, x): self.x = x

P()
p = P(1)
p.y
del p.y
P.y
del P.y
P.__init__(5)
list.append()
gc.collect(9)
