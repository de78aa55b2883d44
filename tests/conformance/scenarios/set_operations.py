a = {1, 2, 3, 4}
b = {3, 4, 5, 6}
a & b
a | b
a - b
a ^ b
a <= b, {3} < a, a.isdisjoint({9}), a.issuperset([1, 2])
a &= {1, 2, 3}
a
a.update([7, 8, 9])
a
a.pop()
a.remove(99)
a.discard(99)
a.symmetric_difference_update([7, 100])
a
c = a.copy()
c is a, c == a
[x for x in {30, 10, 20}]
len({1, 1.0, True})
2 in a, 'x' in a
f = frozenset(a)
f | {1000}
d = {f: 'value'}
d[frozenset(a)]
{[]}
