class D(dict):
    pass

class E(dict):
    def __init__(self, **kw):
        other = D(z=9, y=8)
        del other
        super().__init__(a=1, b=len(kw))

e = E(q=5)
e
dict.__init__(e, c=3)
e
def make(**kw):
    inner = D(k=1)
    del inner
    dict.__init__(e, **kw)

make(r=1, s=2)
e
[].__init__()
