z = zip([1, 2, 3], [4, 5, 6])
a = id(next(z))
b = id(next(z))
a == b
p = next(z)
p
z = zip([1, 2, 3], [4, 5, 6])
x = next(z)
y = next(z)
x is y
for u, v in zip([[1]], [[2]]): print(u, v)

e = enumerate('abc')
first = next(e)
second = next(e)
first, second
