import sys
l = [3, 1, 2, 5, 4]
l.sort()
l
l.sort(reverse=True)
l
w = ['pear', 'fig', 'apple']
w.sort(key=len)
w
sorted(w, key=lambda s: s[-1], reverse=True)
class N:
    def __init__(self, v): self.v = v
    def __lt__(self, o): return self.v < o.v
    def __repr__(self): return f'N{self.v}'

ns = [N(3), N(1), N(2)]
ns.sort()
ns
sorted(ns, reverse=True)
min(ns), max(ns)
[3, 'a'].sort()
sys.getrefcount(ns[0])
sorted({3: 'c', 1: 'a'})
sorted('hello')
l.sort(key=None)
