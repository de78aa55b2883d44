import sys
class C:
    def count(self):
        return sys.getrefcount(self)
    def twice(self):
        me = self
        return sys.getrefcount(self)
    def nested(self):
        return self.count()

c = C()
c.count()
c.twice()
c.nested()
m = c.count
m()
sys.getrefcount(c)
C.count(c)
C().count()
l = [c.count for i in range(3)]
sys.getrefcount(c)
l[0]()
del l, m
c.self = c
c.count()
del c.self
getattr(c, 'count')()
