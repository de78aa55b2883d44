import weakref
class C:
    def __init__(self, n): self.n = n
    def __repr__(self): return 'C%d' % self.n

w = weakref.WeakKeyDictionary()
a = C(1)
b = C(2)
w[a] = 'one'
w[b] = 'two'
len(w)
w[a]
a in w, C(3) in w
list(w.items())
list(w.keys())
list(w.values())
[k for k in w]
w.get(a), w.get(C(5)), w.get(C(5), 'no')
del a
len(w)
list(w)
try: w.pop(b)
except KeyError: print("no b")
w.pop(b, 7)
try: w.pop(b)
except KeyError: print("no b")
w.setdefault(b, 3)
w.setdefault(b, 4)
w.keyrefs()[0]() is b
k, v = w.popitem()
k is b, v
len(w)
w.update({b: 1})
x = w.copy()
len(x), len(w)
del w[b]
try: w[b]
except KeyError: print("no b")
5 in w
w[5] = 1
for k in x: print(k)
del b, k
len(x)
w = x = None
