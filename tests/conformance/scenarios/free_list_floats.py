n = 2
a = n * 1.5
i = id(a)
a = None
b = n * 2.5
id(b) == i
l = [n * 0.1 for k in range(120)]
l = None
m = [n * 0.2 for k in range(120)]
del m[50:]
c = n / 4
