import sys
fs = []
for i in range(3):
    fs.append(lambda: i)

[f() for f in fs]
gs = [lambda k=i: k for i in range(3)]
[g() for g in gs]
def make(start):
    total = start
    def add(n):
        nonlocal total
        total += n
        return total
    def get():
        return total
    return add, get

add, get = make([0])
add([1])
get()
add.__closure__[0] is get.__closure__[0]
sys.getrefcount(get())
del add
get()
del get
def unbound():
    def inner():
        return later
    inner()
    later = 1

unbound()
