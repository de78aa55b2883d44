class Bad:
    def __del__(self):
        raise ValueError('in del')

b = Bad()
del b
def f():
    b = Bad()
    return 1

f()
import gc
c = Bad()
c.c = c
del c
gc.collect()
class Prints:
    def __del__(self):
        print('del', hasattr(self, 'x'))

p = Prints()
p.x = 1
del p
class Raises:
    def __init__(self):
        raise RuntimeError('never built')
    def __del__(self):
        print('still deleted')

Raises()
import sys
sys.last_value = None; sys.last_traceback = None
Raises()
0
