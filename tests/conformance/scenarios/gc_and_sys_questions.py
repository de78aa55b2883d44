import gc, sys
x = [[], {}, ()]
[type(o).__name__ for o in gc.get_objects(0)][-3:]
[type(o).__name__ for o in gc.get_objects(generation=1)]
gc.collect(0)
len(gc.get_objects(1)) > 0
gc.get_objects(3)
gc.get_objects(None) is None
gc.get_referents(x)
gc.get_referents(x, {1: [2]}, 5, 'a')
gc.get_referents()
gc.get_referrers(x[0])[0] is x
gc.get_referrers()
gc.set_threshold(5)
gc.get_threshold()
gc.set_threshold(700, 20)
gc.get_threshold()
gc.set_threshold(700, 10, 10)
gc.set_threshold()
gc.set_threshold('a')
gc.collect('a')
gc.collect(5)
gc.collect(generation=1)
gc.collect(gen=1)
gc.enable(), gc.disable(), gc.isenabled()
gc.enable()
gc.get_stats()[0]['collections'] >= 1
gc.is_tracked(x), gc.is_tracked(5), gc.is_tracked({}), gc.is_tracked({'a': []})
gc.is_tracked()
sys.intern('hello world') is sys.intern('hello ' + 'world')
s = sys.intern('ab' * 3)
t = sys.intern('ababab')
s is t
sys.intern(5)
class S(str): pass

sys.intern(S('a'))
sys.getrecursionlimit()
sys.getswitchinterval()
sys.getsizeof(5, 3), sys.getsizeof([]), sys.getsizeof('')
sys.getsizeof()
class Z:
    def __sizeof__(self): return 100

sys.getsizeof(Z())
class Y:
    def __sizeof__(self): return 'a'

sys.getsizeof(Y())
sys.getsizeof(Y(), 7)
sys.getrefcount()
sys.getrefcount(x)
sys.maxsize == 2 ** 63 - 1
sys.exc_info()
sys.byteorder, sys.getswitchinterval()
len(gc.get_objects(-1)) > 100
def f():
    a = sys.getallocatedblocks()
    x = [[] for i in range(50)]
    b = sys.getallocatedblocks()
    del x
    c = sys.getallocatedblocks()
    return b - a, c - a

f()
f()
