def inner(n):
    for i in range(n):
        yield i
    return 'result'

def outer(n):
    r = yield from inner(n)
    yield r

list(outer(3))
g = outer(2)
next(g)
next(g)
next(g)
next(g)
def flat(l):
    for x in l:
        if isinstance(x, list):
            yield from flat(x)
        else:
            yield x

list(flat([1, [2, [3, [4]]], 5]))
f = flat([[1], 2])
next(f)
del f
def r():
    return 7
    yield

h = r()
try:
    next(h)
except StopIteration as e:
    v = e.value

v
