import sys
l = [[1], [2], [3], [4]]
k = l[0]
sys.getrefcount(k)
del l[0]
sys.getrefcount(k)
del l[1:]
l
d = {'a': k, 'b': k}
sys.getrefcount(k)
del d['a']
sys.getrefcount(k)
del d['zz']
class C: pass

c = C()
c.k = k
sys.getrefcount(k)
del c.k
sys.getrefcount(k)
del c.k
del k, d
k
del (l, c)
