import sys
def f(): return 'constant', 1000, 2.5, (1, 2)

f()[0] is f()[0], f()[1] is f()[1], f()[3] is f()[3]
a = 'spam_eggs'; b = 'spam_eggs'
a is b
c = 'spam eggs'; d = 'spam eggs'
c is d
e = 'spam eggs'
c is e
x = 1.5; y = 1.5
x is y
t = (1, 2, 3)
u = (1, 2, 3)
t is u
'a' * 5 is 'aaaaa'
sys.getrefcount('another_identifier_here')
n = 2 ** 10
n is 1024
1024 is 1024
2 ** 10 is 1024
-5 is -5, -6 is -6
k = 'o'
k is 'o', 'hello'[4] is 'o', 'hug'[2] is 'g'
if 3 in [1, 2, 3]: print('constant tuple')

w = 3 in {1, 2, 3}
g = lambda: (1, [2], 'x' 'y', 10 * 10, not True)
g()
'%s' % 'a' is 'a'
