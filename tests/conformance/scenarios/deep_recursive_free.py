import gc
class N:
    def __init__(self, next):
        self.next = next

n = None
for i in range(500): n = N(n)

gc.get_count()
n = None
gc.get_count()
t = None
for i in range(1000): t = (t, i)

t = None
gc.get_count()
l = []
for i in range(100): l = [l, [i]]

l = None
d = None
for i in range(60): d = {'d': d}

d = None
gc.get_count()
