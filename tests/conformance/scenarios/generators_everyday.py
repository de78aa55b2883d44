def gen():
    try:
        yield 1
        yield 2
    finally:
        print('cleanup')
g = gen()
next(g)
del g
g = gen(); next(g); g.close()
g.gi_frame is None
def outer():
    x = yield from inner()
    print('got', x)
    return 'done'
def inner():
    try:
        while True:
            got = yield 'tick'
            if got == 'stop': return 42
    except ValueError as e:
        yield f'caught {e}'
        return 'v'
o = outer()
next(o)
o.send('go')
o.send('stop')
o = outer()
next(o); o.throw(ValueError('bad'))
next(o)
list(x * x for x in range(5) if x % 2)
sum(i for i in range(100))
def fib():
    a, b = 0, 1
    while True:
        yield a
        a, b = b, a + b
f = fib()
[next(f) for _ in range(10)]
import sys
sys.getsizeof(f) > 0
def count(n):
    while n:
        n -= 1
        yield n
for i in count(3): print(i, end=' ')
print()
c = count(2)
next(c), next(c)
next(c)
next(c, 'end')
