class Circle:
    def __init__(self, r):
        self._r = r
    @property
    def r(self):
        print('get')
        return self._r
    @r.setter
    def r(self, v):
        print('set')
        if v < 0:
            raise ValueError('negative')
        self._r = v
    @r.deleter
    def r(self):
        print('del')
        del self._r
    @property
    def area(self):
        return 3 * self._r * self._r

c = Circle(2)
c.r
c.r = 5
c.area
c.area = 1
c.r = -1
del c.r
c.r
Circle.r is Circle.__dict__['r']
type(Circle.__dict__['r']).__name__
import sys
sys.getsizeof(Circle.__dict__['r'])
