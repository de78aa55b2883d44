def echo():
    got = None
    try:
        while True:
            got = yield got
    except ValueError as e:
        yield 'caught'
    finally:
        print('finally')

g = echo()
next(g)
g.send([1])
g.send([2])
g.throw(ValueError('v'))
next(g)
next(g)
h = echo()
h.send(5)
next(h)
h.close()
next(h)
k = echo()
k.close()
def stubborn():
    while True:
        try:
            yield 1
        except GeneratorExit:
            yield 2

s = stubborn()
next(s)
s.close()
