a = [1, [2.5, 'x'], {'k': None, 3: (4,)}]
s = repr(a)
t = f'{a}|{a[0]:>4}|{1.5:8.3f}|{"ab":*^6}|{7:x}|{12345:,}|{0.25:.1%}'
u = '{} {!r} {:>4} {n}'.format(1, 'a', 2.5, n=[3])
v = '%s %d %r %5.2f %x %s' % ('a', 3, [1], 2.5, 255, 5)
'%s' % 5
f'{5}{"a"}'
str({}), str(set()), str(()), str([])
repr({1, 2, 3}), repr(frozenset([4]))
a.append(a)
w = str(a)
del a[-1]
str(range(3)), str(slice(1, 2)), str({1: 2}.keys())
str(1.5), repr(0.1), str(1e100), str(-2.0)
str(None), str(True), repr(...)
str(ValueError('x')), repr(KeyError('y')), str(KeyError('z')), repr(ValueError(1, 2))
class A:
    def __format__(self, spec): return '[' + spec + ']'

f'{A()}', f'{A():>3}', format(A(), 'q')
class B: pass

str(B) == repr(B)
f'{[1]!r:>10}'
f'{[1]:>10}'
'{:d}'.format('a')
x = [str(i) for i in range(12)]
'-'.join(map(str, [1, 2.5, None]))
del s, t, u, v, w, x
