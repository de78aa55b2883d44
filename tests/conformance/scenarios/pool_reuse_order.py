n = 7
l = [n * 1000 + i for i in range(520)]
del l[0]
del l[100]
x = n * 5000
y = n * 6000
l = None
m = [n * 1000 + i for i in range(10)]
s = [str(i) * 3 for i in range(300)]
s[::2] = [None] * 150
t = [str(i) * 4 for i in range(40)]
s = t = m = None
