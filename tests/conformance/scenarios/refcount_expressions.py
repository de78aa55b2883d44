import sys
x = []
sys.getrefcount(x)
sys.getrefcount(x), sys.getrefcount(x)
[x, sys.getrefcount(x)][1]
(x, x, sys.getrefcount(x))[2]
{'a': x, 'b': sys.getrefcount(x)}['b']
y = [x] * 5
sys.getrefcount(x)
y = y + y
sys.getrefcount(x)
y.clear()
sys.getrefcount(x)
z = (x,) * 3
sys.getrefcount(x)
del z
for i in [x]: sys.getrefcount(x)

sys.getrefcount(x)
del i
[sys.getrefcount(v) for v in [x]]
max([x], key=lambda v: sys.getrefcount(v))
def f(a, b): return sys.getrefcount(a)

f(x, x)
f(a=x, b=x)
f(*[x, x])
print(sys.getrefcount(x))
sys.getrefcount(x) if x is not None else 0
x == x and sys.getrefcount(x)
