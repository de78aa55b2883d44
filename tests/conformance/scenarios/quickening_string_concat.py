def build(n):
    s = ''
    for i in range(n):
        s += 'ab'
    return len(s)

build(3)
build(20)
def keep(n):
    s = ''
    all = []
    for i in range(n):
        s += 'x'
        all.append(s)
    return all

keep(12)
t = ''
for i in range(30): t += 'yz'

len(t)
def join(n):
    return ''.join(['ab' for i in range(n)])

join(5)
