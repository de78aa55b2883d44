def change(l):
    l.append(4)
    l = [0]
    l.append(5)

a = [1, 2, 3]
change(a)
a
def swap(x, y):
    return y, x

b, c = swap(a, [9])
b, c is a
grid = [[0] * 2] * 2
grid[0][0] = 1
grid
grid[0] is grid[1]
rows = [[0] * 2 for i in range(2)]
rows[0][0] = 1
rows
d = a[:]
d is a, d == a
d[0] = 100
a
t = (a,)
t[0].append(6)
t
t[0] += [7]
a
