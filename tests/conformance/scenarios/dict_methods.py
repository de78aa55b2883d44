d = {'a': 1, 'b': [2]}
d.get('a'), d.get('z'), d.get('z', 0)
d.setdefault('c', []).append(1)
d
d.pop('a')
d.pop('zz')
d.pop('zz', None)
d.popitem()
d.update({'k': 1}, l=2)
d
d | {'m': 3}
d |= {'k': 100}
d
list(d.keys()), list(d.values()), list(d.items())
'k' in d, 'zz' in d
k = d.keys()
d['new'] = 0
k
for key in d: d[key + '!'] = 1

for key in list(d): del d[key]

d
dict.fromkeys('ab', 0)
dict([('x', 1), ('y', 2)])
dict(zip('ab', [1, 2]))
{1: 'a', 1.0: 'b', True: 'c'}
{}[[]]
len(d), bool(d)
x = {'a': 1} == {'a': 1.0}
next(iter({5: 6}))
list(reversed({1: 2, 3: 4}))
