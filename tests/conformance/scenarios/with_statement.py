class Managed:
    def __init__(self, name):
        self.name = name
    def __enter__(self):
        print('enter', self.name)
        return self
    def __exit__(self, kind, value, tb):
        print('exit', self.name, kind is None)
        return self.name == 'calm'
    def __del__(self):
        print('del', self.name)

with Managed('a') as m:
    print(m.name)

m = None
with Managed('calm'):
    raise ValueError('swallowed')

with Managed('loud'):
    raise ValueError('seen')

0
with Managed('x') as x, Managed('y') as y:
    pass

del x, y
def f():
    with Managed('f'):
        return 1

f()
with 5: pass
