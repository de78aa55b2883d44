def nest(n):
    a = []
    for i in range(n): a = [a]
    return a

a, b = nest(500), nest(500)
a == b
len(repr(a))
a, b = nest(980), nest(980)
a == b
a, b = nest(996), nest(996)
a == b
a, b = nest(997), nest(997)
a == b
a, b = nest(1100), nest(1100)
a == b
len(repr(a))
len(repr(nest(900)))
len(repr(nest(996)))
len(repr(nest(1200)))
t = ()
for i in range(600): t = (t,)

len(str(t))
h = hash(t)
d = {}
for i in range(400): d = {'k': d}

len(repr(d))
d == d
l = []
l.append(l)
l == l
m = [l]
l == m
m.append(m)
m == [m, m]
l2 = []; l2.append(l2)
l == l2
