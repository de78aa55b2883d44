a, *b = [1, 2, 3]
*a, b = 'xyz'
a, *b, c = (1, 2)
b
first, (second, *third) = [0], ([1], [2], [3])
third
[*a, *b]
{**{'x': 1}, 'y': 2}
(*a, c)
a, b = b, a
a, b, c = 1, 2
a, b = 5
x = y = z = []
x is z
(p := [1, 2])
p
if (n := len(p)) > 1: print(n)

for i, (j, k) in [(1, (2, 3))]: print(i + j + k)
