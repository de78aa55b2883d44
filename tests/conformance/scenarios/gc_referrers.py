import gc
a = [1]
b = [a]
c = {'a': a}
len(gc.get_referrers(a))
[type(r).__name__ for r in gc.get_referrers(a)]
gc.get_referents(b) == [a]
gc.get_referents(c) == [a]
gc.get_referents([1, 2, 3])
gc.get_referents({'k': 'v', 1: 2})
class C: pass

o = C()
o.x = a
[type(r).__name__ for r in gc.get_referents(o)]
gc.get_referents(5, 'a')
len(gc.get_referrers(o))
gc.is_tracked(a), gc.is_tracked(5)
