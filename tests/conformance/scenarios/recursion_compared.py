def fact(n):
    return 1 if n < 2 else n * fact(n - 1)

fact(2000)
fact(10 ** 15)
def down(n):
    if n > 0: return down(n - 1)
    return 0

down(2000)
down(10 ** 12)
down(2.5e9)
def eq(a):
    return a == 'x' or eq(a)

eq('y')
def never(n):
    return never(n)

never(1)
never(10 ** 12)
def cmp2(n, l):
    if n == l: return 0
    return cmp2(n + 1, l)

cmp2(0, [])
cmp2(0, 10 ** 10)
def tr(n):
    if not n: return 1
    return tr(n)

tr([1])
def ln(n):
    return 0 if len(n) == 0 else ln(n)

ln([1])
def ins(n):
    return n in (9,) or ins(n)

ins(1)
def ad(n):
    return n + ad(n)

ad(1)
