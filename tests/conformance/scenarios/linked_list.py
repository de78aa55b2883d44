import gc
class Node:
    def __init__(self, value, next=None):
        self.value = value
        self.next = next
    def __del__(self):
        print('del', self.value)

head = None
for i in range(4): head = Node(i, head)

n = head.next
head = None
n.value
n.next.next = None
n = None
a = Node('a'); b = Node('b', a); a.next = b
del a, b
gc.collect()
class D:
    def __init__(self, v):
        self.v = v; self.prev = None; self.next = None

first = D(1)
second = D(2)
first.next = second
second.prev = first
del first
second.prev.v
del second
gc.collect()
