import gc
def f(): pass

class C: pass

l = [f, C]
f.l = l
C.f = f
o = C()
o.m = {'o': o, 'l': l}
g = (x for x in [o])
o.g = g
next(g) is o
del f, l, C, o, g
gc.collect()
gc.get_count()
a = {}; b = {'a': a}; a['b'] = b; s = {1}
t = (a, b, s)
a['t'] = t
del a, b, t, s
gc.collect()
x = []; y = [x]; x.append(y); z = [x]
del x, y
gc.collect()
del z
gc.collect()
