import gc, sys
l = []
l.append(l)
l
l[0] is l
sys.getrefcount(l)
l.append(l[:])
l
len(l[1])
d = {}
d['me'] = d
d
l[0] = None
sys.getrefcount(l)
del l, d
gc.collect()
t = ([],)
t[0].append(t)
t
del t
gc.collect()
