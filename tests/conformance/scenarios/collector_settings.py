import gc
events = []
def cb(phase, info):
    events.append((phase, info['generation'], info['collected']))
gc.callbacks.append(cb)
gc.collect()
gc.collect(0)
events
class A: pass
a = A(); a.a = a; del a
gc.collect(1)
events[-2:]
gc.callbacks.remove(cb)
gc.set_debug(gc.DEBUG_SAVEALL)
a = A(); a.b = [a]; del a
gc.collect()
len(gc.garbage)
len(gc.garbage), type(gc.garbage[0]).__name__
gc.garbage[0].b[0] is gc.garbage[0]
gc.set_debug(0)
gc.garbage.clear()
gc.collect()
gc.get_debug()
gc.freeze()
gc.get_freeze_count() > 0
gc.unfreeze()
gc.get_freeze_count()
gc.set_threshold(5, 2, 2)
gc.get_threshold()
keep = [[i] for i in range(30)]
gc.get_count()
[s['collections'] for s in gc.get_stats()]
gc.disable()
keep = [[i] for i in range(30)]
gc.isenabled(), gc.get_count()
gc.enable()
