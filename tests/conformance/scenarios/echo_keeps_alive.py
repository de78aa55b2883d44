import sys, weakref
class C:
    def __repr__(self): return 'C()'
    def __del__(self): print('gone')

C()
1
c = C()
c
del c
'other'
r = [C()]
r
del r
None
_
5
_ + 1
_ * 2
x = [1]
x
sys.getrefcount(x)
_ is x
del x
_
3
