import gc
gc.callbacks, gc.garbage
log = []
def cb(phase, info): log.append((phase, info['generation'], info['collected'], info['uncollectable']))

gc.callbacks.append(cb)
gc.collect()
log
a = []; a.append(a); del a
gc.collect(0)
log[2:]
gc.callbacks.remove(cb)
gc.collect(1)
len(log)
gc.get_debug()
gc.set_debug(gc.DEBUG_SAVEALL)
gc.get_debug()
b = []; b.append(b); del b
gc.collect()
len(gc.garbage), gc.garbage[0][0] is gc.garbage[0]
gc.set_debug(0)
gc.garbage.clear()
gc.collect()
gc.DEBUG_LEAK, gc.DEBUG_STATS, gc.DEBUG_COLLECTABLE, gc.DEBUG_UNCOLLECTABLE, gc.DEBUG_SAVEALL
gc.set_debug('x')
gc.set_debug(1.5)
gc.isenabled()
gc.freeze()
gc.get_freeze_count() > 0
gc.unfreeze()
gc.get_freeze_count()
class F:
    def __del__(self): pass

f = F()
gc.is_finalized(f), gc.is_finalized(5)
f.__del__()
gc.is_finalized(f)
class R:
    def __del__(self):
        global keep
        keep = self

r = R()
del r
gc.is_finalized(keep)
