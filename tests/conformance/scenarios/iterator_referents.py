import gc
d = filter(None, [[5]])
next(d, None)
[type(o).__name__ for o in gc.get_referents(d)]
[type(o).__name__ for o in gc.get_referents(filter(lambda v: v, []))]
[type(o).__name__ for o in gc.get_referents(map(len, [], []))]
[type(o).__name__ for o in gc.get_referents(zip([1], (2,)))]
[type(o).__name__ for o in gc.get_referents(enumerate([1]))]
[type(o).__name__ for o in gc.get_referents(reversed([1]))]
[type(o).__name__ for o in gc.get_referents(iter({1: 2}.items()))]
[type(o).__name__ for o in gc.get_referents(iter([].append, 0))]
del d
