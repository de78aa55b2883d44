a = 10 ** 20; b = a + 1; c = -(10 ** 30); n = 12345; m = -7; big = 3 ** 200
b - a
a - b
b - a is 1
a // 7, a % 7
-a // 7
-a % 7
a * b
a * n
divmod(a, 13)
divmod(-a, 13)
divmod(c, a)
divmod(big, a)
big // a
big % a
c // b, c % b
n // m, n % m
divmod(n, m)
divmod(7.5, 2)
divmod(-7.5, 2)
2 ** 100
n ** 3
n ** 2
n ** 20
a ** 3
pow(3, 50, 1000)
pow(a, 65537, b)
pow(2, 10)
1 << 70
n << 3
n << 40
a << 3
a << 60
(1 << 70) >> 68
a >> 10
c >> 30
c >> 1
m >> 1
a & 255
a & b, a | b, a ^ b
c & a, c | a, c ^ a
c & 255
~a
~n
~m
-a
abs(c)
+a
int('123456789012345678901234567890')
int('ff', 16)
int('-0b11', 0)
int('7')
int('70000')
int(3.7)
int(1e30)
a / 7
a / b
a / c
n / m
big / a
0 * a
a * 0 is 0
a - a
c + a
c - a
a + 1 == b
str(a)
sum([a, b, 1])
sum(range(10))
sum([1.5, 2])
sum([[1], [2]], [])
round(12345, -2)
a.bit_length()
max(a, b)
x = a; x += 1
x = n; x *= n
x = a; x //= 3
[i * i for i in range(5)]
float(a)
a == 1e20
a < 1.5e20
True + True
True & False
bool(a)
int(True)
int()
n.to_bytes(2, 'big')
a.to_bytes(16, 'little')
int.from_bytes(b'\x01\x02', 'big')
