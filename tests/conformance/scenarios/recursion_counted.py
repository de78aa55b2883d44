def ln2(l):
    return 0 if len(l) == 0 else ln2(l)

ln2([1])
def f1(n): return n <= 1 or f1(n)

f1(5)
def f2(s):
    if s == 'a': return 1
    return f2(s)

f2('b')
def f3(s):
    if s < 'a': return 1
    return f3(s)

f3('b')
def f4(x):
    l = []
    l.append(x)
    return f4(l)

f4(1)
def f5(d, k):
    return d.get(k) or f5(d, k)

f5({}, 1)
def f6(x):
    print(end='')
    return f6(x)

f6(0)
def f7(n):
    if isinstance(n, int): return f7(n)

f7(1)
def f8(n):
    return [f8(n) for _ in range(1)]

f8(1)
def f9(n):
    return max(n, f9(n))

f9(1)
def deep(n):
    try: return deep(n + 1)
    except RecursionError: return n

deep(0)
def deep2(n):
    try: return deep2(n + 1)
    finally: pass

deep2(0)
import sys
sys.getrecursionlimit()
deep(0)
def g(n): return n and g(n - 1)

g(20)
g(100)
def par(n): return (n, [par(n)])

par(1)
