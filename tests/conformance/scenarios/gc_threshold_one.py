import gc
gc.set_threshold(1, 1, 1)
gc.get_count()
a = []
gc.get_count()
b = [[], [], []]
gc.get_count()
gc.get_stats()
c = {}
c['c'] = c
del c
d = [[]]
gc.set_threshold(700, 10, 10)
gc.get_threshold()
gc.get_count()
gc.set_threshold(5)
gc.get_threshold()
gc.set_threshold(700, 10, 10)
gc.collect()
