def f1(a, /, b, *, c): return [a, b, c]
f1(1, 2, 3)
f1(1, b=2, c=3, d=4)
f1(a=1, b=2, c=3)
def f2(a, b): return a
f2(1, 2, 3)
f2(1)
class Count:
    def __init__(self, n): self.n = n
    def __iter__(self):
        while self.n:
            self.n -= 1
            yield [self.n]

a, b = Count(3)
a, b = Count(1)
a, *b, c = Count(1)
l = [1, 2, 3]
l[1:] = 5
l[::2] = 7
''.join(5)
[[1], 'a'].index({'k': [2.5]})
range(3).index(9)
dict([['a', 1], ('b', 2), 'cd'])
dict([1])
dict([[1, 2, 3]])
len(range(10 ** 30))
d = {'a': 1, 'b': 2}
d.keys() & {'a', 'z'}, d.keys() - {'a'}, d.items() ^ {'a': 1, 'c': 3}.items(), d.keys().isdisjoint({'q'})
b'a' in b'abc', 97 in b'abc', bytes(b'ab')
