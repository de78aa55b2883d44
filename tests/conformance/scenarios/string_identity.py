import sys
a = 'abc'
b = 'ab' + 'c'
a is b
n = 'ab'
c = n + 'c'
c is a, c == a
d = sys.intern(c)
d is a
e = ''.join(['a', 'b', 'c'])
e is a
x = 'hello'
x[0] is x[0]
x[1] is 'e'
x[0:5] is x
chr(97) is 'abc'[0]
'a b' is 'a b'
y = 'a b'
z = 'a b'
y is z
t = ('spam', 'spam eggs')
t[0] is 'spam'
'%s' % a is a
str(a) is a
{'key': 1}
k = list({'key': 1})[0]
k is 'key'
class C: pass

C().__class__.__name__ is 'C'
