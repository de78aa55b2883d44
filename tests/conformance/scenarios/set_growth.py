import sys
s = set()
sys.getsizeof(s)
for i in range(4): s.add(i)

sys.getsizeof(s)
s.add(4)
sys.getsizeof(s)
for i in range(5, 19): s.add(i)

sys.getsizeof(s)
for i in range(19, 80): s.add(i)

sys.getsizeof(s), len(s)
for i in range(70): s.discard(i)

sys.getsizeof(s), len(s)
t = {1, 2, 3, 4, 5}
sys.getsizeof(t)
n = 1
u = {n, 2, 3, 4, 5}
sys.getsizeof(u)
v = set(range(20))
sys.getsizeof(v)
w = s | t
sys.getsizeof(w)
s.clear()
sys.getsizeof(s)
f = frozenset(t)
sys.getsizeof(f)
