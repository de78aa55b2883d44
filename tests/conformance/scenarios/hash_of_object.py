class B:
    def __eq__(self, other):
        return self is other
    __hash__ = object.__hash__

b = B()
hash(b) == hash(b), hash(b) == object.__hash__(b), b.__hash__() == hash(b)
s = {b, b, B()}
len(s), b in s
d = {b: 1}
d[b]
class C(B):
    pass

hash(C()) != 0
class D(B):
    def __eq__(self, other): return False

try: hash(D())
except TypeError as e: print(e)

class E(D):
    def __hash__(self): return 7

hash(E()), object.__hash__(E()) == 7
class F(dict):
    __hash__ = object.__hash__

f = F()
{f: 1} == {f: 1}
hash(f) == object.__hash__(f)
(5).__hash__(), 'a'.__hash__() == hash('a'), (1, 2).__hash__() == hash((1, 2))
try: [].__hash__()
except TypeError as e: print(e)
