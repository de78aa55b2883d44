import gc, sys
L = [1, 2, 3]
gc.collect() and None
gc.get_count()
gc.collect() and None
gc.is_tracked(L)
x = gc.get_objects(0)
gc.collect() and None
x = gc.get_stats()
gc.collect() and None
x = gc.get_referrers(L)
gc.collect() and None
x = gc.get_referents(L)
gc.collect() and None
x = gc.get_threshold()
gc.collect() and None
gc.freeze()
gc.get_count(), gc.get_freeze_count() > 100
gc.unfreeze()
gc.get_debug(), gc.isenabled(), gc.garbage, gc.callbacks
sys.getrefcount(L), sys.getsizeof(L)
sys.getrecursionlimit()
gc.set_threshold(700), gc.get_threshold()
gc.collect(generation=1)
gc.collect('x')
gc.set_threshold('x')
gc.get_objects(generation=None) is None
gc.is_tracked()
