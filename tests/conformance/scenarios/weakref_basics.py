import weakref, sys
class C: pass

c = C()
r = weakref.ref(c)
q = weakref.ref(c)
r is q
sys.getrefcount(c), sys.getrefcount(r)
weakref.getweakrefcount(c)
x = weakref.ref(c, lambda r: None)
x is r, x == r
weakref.getweakrefs(c) == [r, x]
hash(r) == hash(c)
d = {r: 1}
r() is c
del c
r(), q(), x()
weakref.ref(5)
weakref.ref([])
weakref.ref({})
weakref.ref((1,))
f = lambda: 1
weakref.ref(f)() is f
s = {1}
weakref.ref(s)() is s
weakref.ref(C)() is C
def g(): yield 1

h = g()
weakref.ref(h)() is h
