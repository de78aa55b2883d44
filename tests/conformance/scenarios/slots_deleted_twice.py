class Slotted:
    __slots__ = ('x', 'long_name')
    def __init__(self):
        self.x = [1]

s = Slotted()
del s.x
del s.x
s.x
s.long_name
del s.long_name
s.long_name = s.x = (1, [2])
del s.x, s.long_name, s.x
try: del s.long_name
except AttributeError as e: print(e, e.args)

try: s.x
except AttributeError as e: print(e, e.args)

object.__delattr__(s, 'x')
delattr(s, 'long_name')
Slotted.x.__delete__(s)
hasattr(s, 'x'), getattr(s, 'x', None)
del s
