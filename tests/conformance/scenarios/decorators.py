def count(f):
    def wrapper(*args, **kw):
        wrapper.calls += 1
        return f(*args, **kw)
    wrapper.calls = 0
    return wrapper

@count
def add(a, b=1):
    return a + b

add(1)
add(1, b=5)
add.calls
add.__closure__[0].cell_contents.__name__
def memo(f):
    cache = {}
    def inner(n):
        if n not in cache:
            cache[n] = f(n)
        return cache[n]
    inner.cache = cache
    return inner

@memo
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)

fib(30)
len(fib.cache)
import gc
del fib
gc.collect()
def tag(name):
    def deco(cls):
        cls.tag = name
        return cls
    return deco

@tag('x')
class C: pass

C.tag
