import sys
x = []
y = x or [1]
y
z = x and [1]
z is x
sys.getrefcount(x)
not x
a = None or 0 or ''
a
b = [0] if x else [1]
b
1 < 2 < 3, 1 < 3 < 2
x == [] is True
None == 0, None is None
if x: print('full')
elif x is None: print('none')
else: print('empty')

while x == []:
    x.append(1)
    if len(x) > 5: break
else:
    print('no break')

bool([]), bool([[]]), bool(''), bool('0'), bool(0.0), bool({})
any([]), all([])
