import gc
l = [[], [], []]
gc.get_count()
del l
gc.get_count()
l = [[], [], []]
gc.get_count()
d = [{}, {}, {}]
gc.get_count()
d = None
e = [{'a': 1}, {'b': 2}]
gc.get_count()
n = 1
t = [(n, n), (n, n, n), (n,)]
gc.get_count()
t = None
gc.get_count()
t = [(n, n), (n, n, n), (n,)]
gc.get_count()
big = [[] for i in range(200)]
gc.get_count()
del big
gc.get_count()
gc.collect()
gc.get_count()
x = [[]]
gc.get_count()
