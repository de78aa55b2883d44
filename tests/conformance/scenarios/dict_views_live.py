d = {'a': 1, 'b': 2}
it = iter(d)
next(it)
d['c'] = 3
next(it)
v = d.values()
list(v)
i = d.items()
('a', 1) in i
d.keys() & {'a', 'z'}
d.keys() - {'a'} == {'b', 'c'}
import sys
sys.getrefcount(d)
del v, i, it
sys.getrefcount(d)
for k, v in d.items(): print(k, v)
