import sys, gc
class Stack(list):
    def push(self, x):
        self.append(x)
        return self

s = Stack([1, 2])
s.push(3)
sys.getsizeof(s)
s.owner = s
del s
gc.collect()
class Default(dict):
    def __missing__(self, key):
        self[key] = []
        return self[key]

d = Default()
d['a'].append(1)
d
sys.getsizeof(d)
class Pair(tuple):
    pass

p = Pair((1, [2]))
p, sys.getsizeof(p), gc.is_tracked(p)
class Meters(int):
    def __add__(self, o):
        return Meters(int(self) + int(o))

m = Meters(300) + Meters(1)
m, type(m).__name__
class Name(str):
    def shout(self): return self.upper() + '!'

n = Name('ann')
n.shout(), n == 'ann', n is 'ann'
class Bad(Exception): pass

b = Bad('x', 1)
b.args, b
b.extra = [b]
del b
gc.collect()
