import gc
gc.set_threshold(10, 2, 2)
keep = []
for i in range(200): keep.append([i])

gc.get_count(), gc.get_stats()
l = []
l.append(l)
del l
for i in range(200): keep.append({i: []})

gc.get_count(), gc.get_stats()
gc.set_threshold(700, 10, 10)
del keep
gc.collect()
gc.get_count()
