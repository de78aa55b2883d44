import sys
class A:
    shared = []
    n = 0
    def __init__(self):
        A.n += 1

a = A(); b = A()
a.shared.append(1)
b.shared
a.shared = 'own'
A.shared, b.shared
A.n
sys.getrefcount(A)
del a.shared
a.shared
del A.shared
a.shared
A.late = 5
b.late
type(a).__name__, a.__class__ is A
A.__name__, A.__qualname__, A.__module__
'n' in A.__dict__, 'n' in a.__dict__
A.n = None
A()
