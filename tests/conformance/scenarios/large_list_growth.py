import sys
l = []
for i in range(70): l.append(i)

sys.getsizeof(l)
for i in range(1000): l.append(i)

sys.getsizeof(l)
del l[500:]
sys.getsizeof(l)
del l[30:]
sys.getsizeof(l)
m = [0] * 10000
sys.getsizeof(m)
m.append(1)
sys.getsizeof(m)
m = None
s = 'x' * 5000
t = s + s
sys.getsizeof(t)
