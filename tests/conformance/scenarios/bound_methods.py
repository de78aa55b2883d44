import sys
class C:
    def m(self): pass

c = C()
a = c.m
b = c.m
a is b, a == b
sys.getrefcount(c)
a.__self__ is c, a.__func__ is C.m
sys.getrefcount(C.__dict__['m'])
l = []
append = l.append
append(1)
sys.getrefcount(l)
append.__self__ is l
del a, b, append
sys.getrefcount(c), sys.getrefcount(l)
hash(c.m) == hash(c.m)
f = [].append
f(5)
f.__self__
len.__self__
'x'.upper()
sys.getsizeof(f)
