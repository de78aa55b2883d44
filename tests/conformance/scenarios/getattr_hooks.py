class Proxy:
    def __init__(self, target):
        self.__dict__['target'] = target
    def __getattr__(self, name):
        return getattr(self.target, name)
    def __setattr__(self, name, value):
        print('set', name)
        self.__dict__[name] = value
    def __delattr__(self, name):
        print('del', name)
        del self.__dict__[name]

p = Proxy([1, 2])
p.append(3)
p.target
p.x = 5
p.x
del p.x
p.nothing
import sys
sys.getrefcount(p.target)
