import sys
x = [1]
'x' in globals()
globals()['y'] = x
y is x
sys.getrefcount(x)
def f():
    a = [2]
    l = locals()
    return l, sys.getrefcount(a)

r, n = f()
r, n
del r
sys.getrefcount(x)
vars() is globals()
def g():
    v = 1
    return sorted(locals())

g()
len(dir()) > 5
del globals()['y']
y
