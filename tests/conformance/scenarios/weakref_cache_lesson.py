import weakref, gc
class Img:
    def __init__(self, name): self.name = name
    def __repr__(self): return 'Img(%r)' % self.name

cache = weakref.WeakValueDictionary()
def load(name):
    img = cache.get(name)
    if img is None:
        img = Img(name)
        cache[name] = img
        print('loaded', name)
    return img

a = load('cat')
b = load('cat')
a is b
del a
len(cache)
del b
len(cache)
x, y = load('dog'), load('cow')
sorted(cache.keys())
sorted(cache.items())
[v.name for v in cache.values()]
it = iter(cache.values())
first = next(it)
del x
del first
len(cache)
list(it)
del it
len(cache)
cache['fox']
'cow' in cache, 'fox' in cache
cache.pop('cow').name
cache.pop('cow', None)
cache.pop('cow')
z = cache.setdefault('z', Img('z'))
cache.setdefault('z', None) is z
cache.update({'q': z}, r=z)
len(cache)
cache.valuerefs()[0]() is z
k, v = cache.popitem()
k
c2 = cache.copy()
len(c2)
del cache['z']
len(c2)
cache['n'] = 5
d = weakref.WeakValueDictionary({'a': z}, b=z)
len(d)
d |= {'e': z}
len(d)
del z, v
len(d), len(cache), len(c2)
list(d.items())
d.clear()
n = Img('n')
n.me = n
d['n'] = n
del n
len(d)
gc.collect()
len(d)
