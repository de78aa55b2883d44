def fact(n):
    return 1 if n <= 1 else n * fact(n - 1)

fact(5)
fact(25)
def fib(n):
    a, b = 0, 1
    for i in range(n):
        a, b = b, a + b
    return a

fib(10), fib(100)
def gcd(a, b):
    while b:
        a, b = b, a % b
    return a

gcd(48, 18)
def primes(n):
    found = []
    for k in range(2, n):
        if all(k % p for p in found):
            found.append(k)
    return found

primes(30)
def rev(s):
    return s if len(s) < 2 else rev(s[1:]) + s[0]

rev('hello')
def hanoi(n, a, b, c):
    if n:
        yield from hanoi(n - 1, a, c, b)
        yield a + c
        yield from hanoi(n - 1, b, a, c)

len(list(hanoi(4, 'A', 'B', 'C')))
