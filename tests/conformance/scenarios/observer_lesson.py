import weakref, gc
class Subject:
    def __init__(self):
        self.observers = []
    def attach(self, o):
        self.observers.append(o)
    def notify(self, *args):
        for o in self.observers:
            o(*args)

class Screen:
    def __init__(self, subject):
        self.seen = []
        subject.attach(self.update)
    def update(self, value):
        self.seen.append(value)

s = Subject()
v = Screen(s)
s.notify(1)
v.seen
w = weakref.ref(v)
del v
w() is None
s.notify(2)
w().seen
s.observers.clear()
w() is None
del s
gc.collect()
