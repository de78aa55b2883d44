import gc
t = (1, 2, 'x')
u = (1, (2, (3, 4)))
n = 1
v = (n, (n, (n, n)))
l = [(n, n) for i in range(3)]
d = {'a': 1}
e = {'a': (n, n)}
[gc.is_tracked(x) for x in (t, u, v, l[0], d, e)]
gc.collect(0)
[gc.is_tracked(x) for x in (t, u, v, l[0], d, e)]
gc.collect(1)
[gc.is_tracked(x) for x in (t, u, v, l[0], d, e)]
gc.collect()
[gc.is_tracked(x) for x in (t, u, v, l[0], d, e)]
e['b'] = []
gc.is_tracked(e)
del e['b']
gc.collect()
gc.is_tracked(e)
w = ({},)
gc.collect()
gc.is_tracked(w)
