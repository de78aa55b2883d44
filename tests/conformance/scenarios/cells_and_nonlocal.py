def outer():
    x = []
    y = {}
    def f():
        return x
    def g():
        return x, y
    x.append(f)
    return f, g

f, g = outer()
len(f.__closure__), len(g.__closure__)
f.__code__.co_freevars
import gc
del f
gc.collect()
del g
gc.collect()
def counter():
    n = 0
    def inc():
        nonlocal n
        n += 1
        return n
    return inc

c = counter()
for i in range(300): r = c()

r
c.__closure__[0].cell_contents
