import sys
[x * x for x in range(5) if x % 2]
{x: [x] for x in 'ab'}
{x % 3 for x in range(10)}
[(i, j) for i in range(2) for j in range(i, 2)]
[[c for c in row] for row in ['ab', 'cd']]
x
l = [[] for i in range(3)]
l[0] is l[1]
m = [[]] * 3
sys.getrefcount(m[0])
g = (y for y in [1, 2, 3])
next(g)
sum(g)
any(v > 2 for v in [1, 2, 3])
[last := v for v in 'xyz']
last
dict((k, len(k)) for k in ('a', 'bb'))
o = []
[sys.getrefcount(v) for v in [o]]
sorted(-n for n in [3, 1, 2])
