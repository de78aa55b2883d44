import gc
kept = []
class Keeper:
    def __init__(self):
        self.box = [self]
        self.other = {'k': [1, 2]}
    def __del__(self):
        kept.append(self.box)

class Plain: pass

k = Keeper()
p = Plain(); p.p = p; p.k = [p]
del k, p
gc.collect()
len(kept), kept[0][0].other
kept.clear()
gc.collect()
