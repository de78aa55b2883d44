import sys
d = {}
for i in range(5): d[str(i)] = i

sys.getsizeof(d)
del d['0'], d['1'], d['2']
d['x'] = 1
sys.getsizeof(d)
d
d.clear()
sys.getsizeof(d)
e = {i: i for i in range(40)}
sys.getsizeof(e)
for i in range(39): del e[i]

sys.getsizeof(e), len(e)
f = dict(e)
sys.getsizeof(f)
g = e.copy()
sys.getsizeof(g)
e[100] = 1; e[101] = 2; e[102] = 3
sys.getsizeof(e), list(e)
h = {**e}
sys.getsizeof(h)
