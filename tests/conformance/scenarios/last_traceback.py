import sys, gc
class Big: pass

def f():
    local = Big()
    return 1 / 0

f()
gc.get_count()
sys.last_type.__name__, str(sys.last_value)
type(sys.last_traceback).__name__
[type(x).__name__ for x in gc.get_objects(0)]
g()
gc.get_count()
gc.collect()
sys.last_traceback.tb_next is None
x = sys.last_value
sys.getrefcount(x)
1 + 'a'
sys.getrefcount(x)
del x
gc.collect()
