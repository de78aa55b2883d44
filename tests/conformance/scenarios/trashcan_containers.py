import gc
def nested(kind, n):
    x = kind()
    for i in range(n):
        if kind is tuple: x = (x,)
        elif kind is list: x = [x]
        else: x = {1: x}
    return x

for k in (tuple, list, dict): nested(k, 120)

gc.get_count()
x = nested(list, 60); y = nested(tuple, 60)
del x
del y
gc.get_count()
class O:
    def __init__(self, x): self.x = x
    def __del__(self): pass

o = None
for i in range(120): o = O(o)

o = None
gc.get_count()
gc.collect()
