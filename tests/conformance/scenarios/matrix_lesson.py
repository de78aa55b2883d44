def zeros(r, c):
    return [[0] * c for i in range(r)]

def multiply(a, b):
    n = zeros(len(a), len(b[0]))
    for i in range(len(a)):
        for j in range(len(b[0])):
            for k in range(len(b)):
                n[i][j] += a[i][k] * b[k][j]
    return n

a = [[1, 2], [3, 4]]
multiply(a, a)
t = [list(r) for r in zip(*a)]
t
wrong = [[0] * 2] * 2
wrong[0][1] = 5
wrong
z = zeros(3, 3)
z[0][1] = 5
z
sum(map(sum, a))
[x for row in a for x in row]
