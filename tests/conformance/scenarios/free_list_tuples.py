import gc
n = 1
t = tuple([n] * 20)
i = id(t)
del t
t = tuple([n] * 20)
id(t) == i
t = None
u = (n, n, n, n)
j = id(u)
u = None
v = (n, n, n, n)
id(v) == j
w = [(n, k) for k in range(30)]
w = None
x = [(n, k) for k in range(10)]
gc.collect()
