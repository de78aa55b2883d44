import sys
l = list(range(20))
sys.getsizeof(l)
for i in range(10): l.pop()

sys.getsizeof(l)
l.pop()
sys.getsizeof(l)
l.pop(); l.pop()
sys.getsizeof(l)
del l[2:]
sys.getsizeof(l)
l.clear()
sys.getsizeof(l)
m = [1]
m.pop()
sys.getsizeof(m)
m.extend([1, 2, 3])
sys.getsizeof(m)
n = []
n.extend([1, 2, 3])
sys.getsizeof(n)
o = [1, 2, 3]
del o[:]
sys.getsizeof(o)
o += [1]
sys.getsizeof(o)
p = [1, 2, 3, 4]
p[1:2] = [7, 8, 9, 10]
sys.getsizeof(p), p
p[:] = []
sys.getsizeof(p)
