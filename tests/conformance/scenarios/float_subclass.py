class F(float): pass

F(), F(2), F('2.5'), F(F(1)), float(F(3))
''.title(), ''.upper(), ''.swapcase()
class S(str): pass

S('').title(), S('').lower(), S('').swapcase(), S('').capitalize(), S('').casefold()
