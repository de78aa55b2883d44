class Ann:
    x: int = 3
    y: str

class WithDoc:
    "A doc."
    k = 1
    m = k + 3

class WithDoc:
    "A doc."
    k = 1
    l = [k for _ in range(2)]

class P:
    "Other"

class P:
    "A doc."
    def f(self): "doc of f"

P.__doc__
P.__doc__ = 'changed'
P.__doc__
class WithDoc:
    "A doc."
    k = 1
    m = k + 3

class B:
    k = 1
    m = k + 3

class WithDoc:
    "A doc."
    k = 1
    m = k + 3

