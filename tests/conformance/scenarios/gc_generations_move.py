import gc
l = []
l.append(l)
[gc.is_tracked(x) for x in (l, 1, 'a', (1,), {}, {1: []})]
gc.collect(0)
len(gc.get_objects(1)) > 0
gc.collect(1)
n = gc.get_count()
n
m = [l]
del l
gc.collect(0), gc.collect(1)
del m
gc.collect(0), gc.collect(1), gc.collect(2)
gc.get_stats()
for i in range(3): x = gc.collect(0)

gc.get_count()
gc.collect(1)
gc.get_count()
