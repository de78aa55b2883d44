import gc
n = 3; m = 70000; L = [1, 2, 3]; D = {'a': 1}; s = 'abc'
gc.collect() and None
x = [i for i in L]
gc.collect() and None
x = (i for i in L)
gc.collect() and None
x = {i for i in L}
gc.collect() and None
x = {i: i for i in L}
gc.collect() and None
x = lambda: n
gc.collect() and None
x = n + m, m * m, -m, m ** 2, m // 7, m / 7, 7.0 * n, m % 300
gc.collect() and None
x = s + s
x = f'{n}'
x = f'{n}{s}'
x = '%d' % n
x = '%s-%s' % (n, s)
gc.collect() and None
x = s * n
x = L * n
gc.collect() and None
x = L + L
gc.collect() and None
x = [*L, 1]
gc.collect() and None
x = (1, 2) + (n,)
gc.collect() and None
x = dict(a=n)
gc.collect() and None
x = {**D, 'b': n}
gc.collect() and None
x = D | D
gc.collect() and None
x = ''.join([s, s])
gc.collect() and None
x = m < 5, m == 70000, L == [1], n in L, 'a' in D
gc.collect() and None
x = L[::2]
gc.collect() and None
x = 1 if n else 2
x = n and m
a, b = n, m
a, b = b, a
a, b, c, d = n, m, n, m
gc.collect() and None
a, *b = L
gc.collect() and None
L[0], L[1] = L[1], L[0]
L[0] += m
D['k'] = m
