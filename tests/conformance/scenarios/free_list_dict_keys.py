d = {'a': 1}
i = id(d)
del d
d = {'b': 2}
id(d) == i
d = None
g = {1: 1}
g = None
h = {2: 2}
e = [{'k': i} for i in range(90)]
e = None
f = {'x': 1, 'y': 2}
