class V:
    def __init__(self, x):
        self.x = x
    def __repr__(self): return f'V({self.x})'
    def __add__(self, o): return V(self.x + o.x)
    def __radd__(self, o): return V(o + self.x)
    def __eq__(self, o): return isinstance(o, V) and self.x == o.x
    def __hash__(self): return hash(self.x)
    def __len__(self): return self.x
    def __bool__(self): return self.x != 0
    def __getitem__(self, i): return [self.x, i]
    def __contains__(self, v): return v == self.x
    def __call__(self, *a): return a
    def __neg__(self): return V(-self.x)

a = V(1); b = V(2)
a + b
5 + a
sum([a, b], 0)
a == V(1), a != b, a is V(1)
{a: 'one'}[V(1)]
len({a, V(1), b})
len(b), bool(V(0))
b[7], b[1:2]
2 in b
b(1, 2)
-a
a < b
str(a), f'{b}', repr([a, b])
class It:
    def __init__(self, n): self.n = n
    def __iter__(self): return self
    def __next__(self):
        if self.n == 0: raise StopIteration
        self.n -= 1
        return self.n

list(It(3))
[x for x in It(2)]
