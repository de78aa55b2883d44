# which objects a sort compares, and what it leaves behind when a comparison fails
log = []
class N:
    def __init__(self, v):
        self.v = v
    def __lt__(self, other):
        log.append(self.v * 1000 + other.v)
        if len(log) == limit:
            raise ValueError(len(log))
        return self.v < other.v
def values(l):
    return [x.v for x in l]
def checksum():
    h = 0
    for x in log:
        h = (h * 31 + x) % 1000003
    n = len(log)
    log.clear()
    return n, h
limit = 0
l = [N(v) for v in (5, 2, 8, 1, 9, 3)]
l.sort()
log
values(l), checksum()
l.sort(reverse=True)
values(l), checksum()
l = [N(v * 37 % 101) for v in range(100)]
l.sort()
checksum()
l = [N(v) for v in range(80)] + [N(v) for v in range(40)] + [N(v) for v in range(80, 0, -1)]
l.sort()
checksum()
l.sort(key=lambda x: -x.v)
values(l)[:5], checksum()
m = [N(v * 7 % 300) for v in range(300)]
m.sort(key=lambda x: x)
checksum()
m = [N(v % 10) for v in range(90)]
limit = 200
m.sort()
len(m), checksum()
values(m)
limit = 5
sorted(m)
log.clear()
limit = 0
k = [3, 1, 2]
def grow(x):
    k.append(x)
    return x
k.sort(key=grow)
k
def fail(x):
    if x == 2:
        raise KeyError(x)
    return x
k.sort(key=fail)
k
class Unsure:
    def __init__(self, v):
        self.v = v
    def __lt__(self, other):
        log.append(self.v)
        return NotImplemented
    def __gt__(self, other):
        log.append(-self.v)
        return self.v > other.v
u = [Unsure(2), Unsure(1), Unsure(3)]
u.sort()
log, values(u)
log.clear()
sorted([3, 'a', 1])
sorted([(2, 'b'), (1, 'a'), (2, 'a')])
sorted([(2, N(3)), (1, N(1)), (2, N(2))])[2][1].v, checksum()
sorted([(1, 2), 3])
sorted('banana', key=str.upper, reverse=True)
[3, 1].sort(reverse='x')
[3, 1].sort(reverse=2.5)
[3, 1].sort(1)
[3, 1].sort(kee=1)
sorted()
sorted([1], [2])
sorted(5)
[].sort(key=len), [None].sort()
