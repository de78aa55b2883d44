import sys
def down(n):
    return down(n + 1)

try:
    down(0)
except RecursionError as e:
    print('RecursionError')

def depth(n, l):
    if n == 0:
        return sys.getrefcount(l)
    return depth(n - 1, l)

x = []
depth(0, x), depth(10, x), depth(100, x)
sys.getrefcount(x)
