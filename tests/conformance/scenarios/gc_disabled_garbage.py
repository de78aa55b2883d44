import gc
gc.disable()
for i in range(1000):
    x = []
    x.append(x)

gc.get_count()
gc.isenabled()
gc.enable()
y = []
gc.get_count()
gc.get_stats()[0]
gc.collect()
gc.get_count()
