import weakref
class C:
    def __init__(self, n): self.n = n

cache = weakref.WeakValueDictionary()
a = C(1)
cache['a'] = a
cache['b'] = C(2)
len(cache)
'a' in cache, 'b' in cache
cache['a'].n
del a
len(cache)
cache.get('a')
