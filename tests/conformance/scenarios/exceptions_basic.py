class MyError(Exception):
    def __init__(self, code):
        self.code = code

try:
    raise MyError(5)
except MyError as e:
    code = e.code

code
e
def f():
    raise MyError(6)

f()
try:
    f()
except Exception:
    print('handled')
else:
    print('not here')
finally:
    print('at the end')

x = ValueError('v', 2)
x.args
raise x
x.__traceback__ is None
x = None
try:
    try:
        1 / 0
    finally:
        print('inner')
except ZeroDivisionError as z:
    print(z)

[][1]
{}['k']
int('x')
None.attr
undefined_name
