a = [1, 2]
b = [1, 2]
a == b, a is b
id(a) == id(a), id(a) == id(b)
c = a
c is a
a == c
x = float('nan')
x == x, x in [x]
(1, 2) == (1, 2), (1, 2) == [1, 2]
{'a': 1} == {'a': 1}
class P: pass

P() == P(), P() is P()
p = P()
p == p
1 == 1.0 == True
'a' == b'a'
a is not b, a != b
[] is []
() is ()
type(a) is list, type(a) == type(b)
l = [a, a]
l.index(a), l.count(b)
[1, [2, 3]] < [1, [2, 4]]
