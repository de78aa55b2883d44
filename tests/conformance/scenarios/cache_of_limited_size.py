class LRU:
    def __init__(self, size):
        self.size = size
        self.data = {}
    def get(self, key, default=None):
        if key not in self.data:
            return default
        value = self.data.pop(key)
        self.data[key] = value
        return value
    def put(self, key, value):
        self.data.pop(key, None)
        self.data[key] = value
        if len(self.data) > self.size:
            oldest = next(iter(self.data))
            del self.data[oldest]
            return oldest
cache = LRU(3)
for k in 'abcde':
    print(k, cache.put(k, [k] * 3))

list(cache.data)
cache.get('d')
cache.get('x', 'missing')
list(cache.data.items())
cache.put('z', [])
import sys
sys.getsizeof(cache.data)
{k: len(v) for k, v in cache.data.items()}
sorted(cache.data, key=lambda k: (len(cache.data[k]), k), reverse=True)
del cache
