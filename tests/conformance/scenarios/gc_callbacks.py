import gc
log = []
def cb(phase, info):
    log.append((phase, info['generation'], info['collected']))

gc.callbacks.append(cb)
l = []; l.append(l); del l
gc.collect()
gc.collect(0)
log
gc.set_threshold(10)
x = [[] for i in range(15)]
gc.set_threshold(700)
len(log) > 4
gc.callbacks.remove(cb)
gc.collect()
log[-1]
gc.callbacks
