hash(0.5), hash(1.5), hash(-0.5), hash(1e300), hash(0.1), hash(-1.0), hash(2.0**61), hash(-2.0), hash(1e-320), hash(3.14159)
hash(10**20), hash(-10**20), hash(2**61-1), hash(2**61), hash(2**61-2), hash(-(2**61)), hash(-1), hash(-2), hash(2**30), hash(2**60), hash(-(2**31)), hash(2**32-1), hash(10**50), hash(2**31), hash(-(2**32)), hash(-(2**45+7))
hash(()), hash((1,)), hash((1, 2)), hash((1, 2, 3)), hash((0.5, -1)), hash(((1, 2), (3, 4))), hash((10**20, 1.5))
hash(frozenset()), hash(frozenset([1])), hash(frozenset([1, 2, 3])), hash(frozenset([0.5, (1, 2)])), hash(frozenset(range(100)))
hash(True), hash(False), hash(range(5)), hash(range(2, 20, 3)) == hash(range(2, 18, 3))
hash(float('inf')), hash(float('-inf')), hash(1e308*10) == hash(float('inf'))
for x in {0.5, 1.5, (1, 2), 10**20}: print(x)
[x for x in {0.1 * i for i in range(30)}]
[x for x in {(i, j) for i in range(6) for j in range(6)}]
[x for x in {i ** 7 for i in range(-20, 20)}]
[sorted(x) for x in {frozenset([i, i + 1]) for i in range(20)}]
[x for x in {-1, -2, -3, 2**61 - 1, 0, 2**61, 1e18, 1e19, 0.25}]
class H:
    def __init__(self, h): self.h = h
    def __hash__(self): return self.h
    def __eq__(self, o): print('eq', self.h, o.h); return self.h == o.h
    def __repr__(self): return 'H%d' % self.h

s = {H(5), H(13), H(5 + 2**40), H(5 + 2**62), H(2**63 + 5), H(-1), H(-2)}
s
d = {H(1): 1, H(9): 2, H(1 + 2**35): 3, H(17): 4}
d[H(9)], d[H(17)]
H(9) in d, H(25) in d
d.pop(H(1)), len(d)
hash(H(2**61)), hash(H(2**64)), hash(H(-1)), hash(H(2**62 + 1)), hash(H(10**30))
a = object()
hash(a) == id(a) >> 4
hash('abc') == hash('abc'), hash('') == 0, abs(hash('hello')) > 2**32 or abs(hash('world')) > 2**32
s = set(range(0, 1000, 7)); s -= set(range(0, 1000, 3)); s |= {1.5, 2.5}
list(s)
sum(x for x in {1.5, 2.5, 1e10, 7})
{1: 'a', 1.0: 'b', True: 'c'}
import weakref
class C: pass

c = C()
hash(weakref.ref(c)) == hash(c) == id(c) >> 4
l = [C() for i in range(12)]
order = {o: i for i, o in enumerate(l)}
[order[o] for o in set(l)]
[order[o] for o in set(l) - {l[3], l[8]}]
hash([])
hash(([],))
