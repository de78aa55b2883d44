import gc
gc.set_threshold(6, 1, 1)
def work(n):
    out = []
    for i in range(n):
        a = [i]
        b = {'a': a}
        a.append(b)
        if i % 7 == 0:
            out.append((i, a))
    return len(out)

work(40)
gc.get_count()
def gen(n):
    for i in range(n):
        x = [i]
        x.append(x)
        yield x

sum(len(x) for x in gen(30))
gc.get_count()
class T:
    def __init__(self): self.t = self

for i in range(25): x = T()

gc.get_stats()
gc.set_threshold(700, 10, 10)
gc.collect()
