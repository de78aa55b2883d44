import sys
d = {1: 'a'}
sys.getsizeof(d)
e = {'a': 1}
e[1] = 'a'
sys.getsizeof(e)
f = {}
f[(1, 2)] = 1
sys.getsizeof(f)
sizes = []
g = {}
for i in range(25): g[i] = i; sizes.append(sys.getsizeof(g))

sizes
sizes = []
h = {}
for i in range(25): h['k' + str(i)] = i; sizes.append(sys.getsizeof(h))

sizes
for i in range(20): del g[i]

for i in range(30, 50): g[i] = i

sys.getsizeof(g), list(g)
k = {'a': 1, 'b': 2, 'c': 3, 'd': 4, 'e': 5}
sys.getsizeof(k)
k['f'] = 6
sys.getsizeof(k)
m = {**k, **e}
sys.getsizeof(m)
m.update(g)
sys.getsizeof(m)
o = dict(k, z=1)
sys.getsizeof(o)
p = {c: [] for c in 'abc'}
sys.getsizeof(p), p
q = dict.fromkeys(range(8))
sys.getsizeof(q)
r = dict([(1, 2), (3, 4)])
sys.getsizeof(r)
q.popitem(), q.pop(0), len(q), sys.getsizeof(q)
