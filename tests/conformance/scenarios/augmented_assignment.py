a = [1]
b = a
a += [2]
a is b
a = a + [3]
a is b
n = 1000
m = n
n += 1
m, n
s = 'x'
r = s
s *= 3
r is s
t = (1,)
u = t
t += (2,)
u
d = {'l': [1]}
d['l'] += [2]
d
class C:
    v = 1

c = C()
c.v += 1
c.v, C.v
st = {1}
sv = st
st |= {2}
sv is st
a *= 2
a
x = y = 300
x -= 1
x is y
