l = [1, 2, 3, 4]
l[1:3]
l[0:2]
s = slice(1, 3)
l[s]
import gc
gc.is_tracked(s)
s.start, s.stop, s.step
l[::2], l[::-1], l[-2:]
del s
gc.get_count()
l[1:3]
gc.get_count()
