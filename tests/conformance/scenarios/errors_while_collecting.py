import gc
gc.set_threshold(10, 2, 2)
class Sick:
    def __del__(self): raise ValueError('sick')

class Sick:
    def __del__(self): raise ValueError('sick')

class Sick:
    def __del__(self): raise ValueError('sick')

Sick() and 0
Sick() and 0
Sick() and 0
seen = []
def note(phase, info): seen.append((phase, info['generation']))
def broken(phase, info): raise KeyError(phase)
gc.callbacks.append(note)
gc.callbacks.append(broken)
gc.callbacks.append(note)
gc.collect()
seen
gc.collect(0), gc.collect(1), gc.collect(2)
del gc.callbacks[:]
gc.get_count()
