import gc
L = [1, 2, 3]; D = {'a': 1, 'b': 2}
gc.collect() and None
for i in L: pass

for i in range(3): pass

for i in range(300): pass

for i, j in zip(L, L): pass

gc.collect() and None
for k in D: pass

for k, v in D.items(): pass

gc.collect() and None
for i, v in enumerate(L): pass

gc.collect() and None
for c in 'abc': pass

for x in (v * 2 for v in L): pass

gc.collect() and None
for x in map(str, L): pass

gc.collect() and None
for x in reversed(L): pass

for x in {1, 2, 3}: pass

gc.collect() and None
i = 0
while i < 400: i += 100

for a in L:
    for b in L:
        if a == b: break

for (a, b), c in [((1, 2), 3)]: pass

gc.collect() and None
