class Ctx:
    def __init__(self, name, swallow=False):
        self.name, self.swallow = name, swallow
    def __enter__(self):
        print('enter', self.name)
        return self
    def __exit__(self, t, v, tb):
        print('exit', self.name, t and t.__name__)
        return self.swallow
with Ctx('a') as a, Ctx('b') as b:
    print(a.name, b.name)

with Ctx('c', True):
    raise KeyError('k')

with Ctx('d'):
    1 / 0

def f():
    with Ctx('e'):
        return [1, 2, 3]

f()
for i in range(3):
    with Ctx(i):
        if i == 1: continue
        if i == 2: break

def g():
    try:
        raise ValueError('one')
    except ValueError as e:
        raise TypeError('two') from e
try:
    g()
except TypeError as e:
    print(repr(e.__cause__), e.__context__ is e.__cause__)
    keep = e

keep.__traceback__ is not None
keep.__traceback__.tb_next is not None
del keep
def h(n):
    try:
        if n == 0: return 'ret'
        if n == 1: raise IndexError
        return [n][n]
    except (IndexError, KeyError):
        return 'except'
    else:
        return 'else'
    finally:
        print('finally', n)
h(0), h(1), h(2)
def nested():
    try:
        try:
            {}['x']
        finally:
            print('inner')
    except KeyError as e:
        print('outer', e.args)
    return e
nested()
raise Exception('a', 'b')
class MyErr(Exception):
    def __init__(self, code):
        super().__init__(f'code {code}')
        self.code = code
try:
    raise MyErr(7)
except MyErr as m:
    print(m, m.code, m.args)

assert 1 == 2, 'nope'
assert True
raise ValueError from None
