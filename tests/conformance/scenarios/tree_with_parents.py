import gc, sys, weakref
class Node:
    def __init__(self, name):
        self.name = name
        self.children = []
        self.parent = None
    def add(self, child):
        child.parent = self
        self.children.append(child)
        return child
    def __repr__(self):
        return f"Node({self.name!r})"
root = Node('root')
a = root.add(Node('a'))
b = root.add(Node('b'))
c = a.add(Node('c'))
sys.getrefcount(root), sys.getrefcount(a)
wr = weakref.ref(root)
del root, a, b
wr()
c.parent.parent
del c
wr()
gc.collect()
wr() is None
for depth in range(3):
    n = Node(str(depth))
    m = n.add(Node(f"{depth}.{depth + 1}"))
gc.get_count()
n.children[0] is m
n = m = None
gc.collect()
gc.get_stats()[2]['collected']
