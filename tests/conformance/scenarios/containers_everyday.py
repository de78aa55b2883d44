import sys, gc
l = [3, 1, 2]
l.sort(); l
l.sort(reverse=True); l
sorted(l, key=lambda v: -v), list(reversed(l))
l.append(4); l.extend([5, 6]); l.insert(0, 0); l
l.pop(), l.pop(0), l.remove(2), l
l.count(1), l.index(4), l.copy() == l
l += [7]; l *= 2; l
del l[0], l[-1]; del l[::2]; l
l[1:2] = ['a', 'b', 'c']; l
l.clear(); l
sys.getsizeof(l), sys.getsizeof([1]), sys.getsizeof([1, 2, 3])
m = [[0] * 2 for _ in range(2)]
m[0][0] = 1; m
z = [[0] * 2] * 2; z[0][0] = 1; z
[i for i in range(10) if i % 2 == 0], {i: i * i for i in range(3)}, {c for c in 'a'}, [[j for j in range(i)] for i in range(3)]
t = (1, [2], 'x')
t[1].append(3); t
t[0] = 1
t + (4,), t * 2, t[1:], len(t), 'x' in t
a = b = []
a.append(1); b
c = a[:]; c is a, c == a
d = {'a': 1, 'b': 2}
d['c'] = 3; d.get('x'), d.get('a'), d.setdefault('e', []), d
d.pop('a'), d.pop('zz', None), d.popitem(), list(d)
d.update(x=1, y=2); d.update({'x': 5}); d
for k, v in d.items(): print(k, v, end=';')
print()
d['nope']
del d['b']; 'b' in d
sorted(d.items()), d.keys() & {'x', 'q'}, list(d.values())
e = dict.fromkeys('ab', 0); e | {'c': 1}; e |= {'d': 2}; e
s = {1, 2, 3}
s.add(4); s.discard(9); s.remove(1); s
s | {9}, s & {2, 3}, s - {2}, s ^ {3, 10}, s <= {2, 3, 4, 5}, s.isdisjoint({0})
s.remove(99)
f = frozenset([1, 2]); {f: 'x'}[frozenset([2, 1])]
sys.getsizeof(s), sys.getsizeof(set(range(5))), sys.getsizeof(set(range(50))), sys.getsizeof({}), sys.getsizeof({'a': 1})
g = {}
for i in range(12): g[i] = i; print(sys.getsizeof(g), end=' ')
print()
for i in range(10): del g[i]
sys.getsizeof(g), g
h = g.copy(); sys.getsizeof(h)
[1] < [1, 2], (1, 2) < (1, 3), {1: 2} == {1: 2}
list(zip([1, 2], 'ab')), list(map(str, [1, 2])), list(filter(None, [0, 1])), list(enumerate('ab', 1))
any([0, 1]), all([]), sum([1, 2], 10), max('abc'), min([3, 1]), abs(-3), round(2.567, 2), divmod(7, 3), pow(2, 10)
first, *rest = 'abc'; first, rest
x = [1, 2, 3]; y = x; x = x + [4]; x is y, y
n = None; n is None, not n, n or 5
i = 256; j = 256; i is j
i = 257; j = 257; i is j
big = 2 ** 100; big, sys.getsizeof(big), big // 3, big % 7, -big
1_000_000 * 1_000_000, 10 ** 18 + 1, 7 // -2, -7 % 3, 2 ** -1, 1e300 * 1e10, 0.1 + 0.2
5 / 0
