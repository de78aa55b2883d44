import sys, gc
class Image:
    def __init__(self, n):
        self.data = [n] * 10

cache = {}
def load(n):
    if n not in cache:
        cache[n] = Image(n)
    return cache[n]

for i in range(20): x = load(i % 5)

len(cache), sys.getrefcount(x)
del x
len(gc.get_objects(0)) > 5
while cache: k, v = cache.popitem()

k, sys.getrefcount(v)
del v
gc.get_count()
