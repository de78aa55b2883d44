import weakref
class C:
    def __init__(self, n): self.n = n
    def __repr__(self): return 'C%d' % self.n

s = weakref.WeakSet()
a, b = C(1), C(2)
s.add(a)
s.add(b)
s.add(a)
len(s)
a in s, C(9) in s, 5 in s
sorted(x.n for x in s)
del a
len(s)
for x in s: print(x)
del x
s.discard(b)
len(s)
try: s.remove(b)
except KeyError: print("no b")
l = [C(i) for i in range(5)]
s.update(l)
t = weakref.WeakSet(l[:2])
len(s), len(t)
len(s & t), len(s | t), len(s - t), len(s ^ t)
t <= s, s <= t, t < s, s >= t, s == t
s.isdisjoint(t)
u = s.copy()
u == s
del l
len(s), len(t), len(u)
s.pop()
s.clear()
len(weakref.WeakSet([C(1)]))
