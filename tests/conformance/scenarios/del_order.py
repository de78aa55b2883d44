class T:
    def __init__(self, n): self.n = n
    def __del__(self): print(self.n, end=' ')

l = [T(1), T(2), T(3)]
del l
t = (T(1), T(2), T(3))
del t
d = {'a': T(1), 'b': T(2), 'c': T(3)}
del d
o = T('o')
o.x = T('x'); o.y = T('y')
del o
def f(a, b):
    c = T('c')
    d = T('d')
f(T('a'), T('b'))
T(1) and 0; T(2) and 0
len([T(1), T(2)])
0
x, y = T('x'), T('y')
x, y = y, x
x = y = None
l = [T(i) for i in range(4)]
l[1:3] = []
l[:] = [T(9)]
l = None
s = T('s'), [T('in')], {'k': T('v')}
s = 0
