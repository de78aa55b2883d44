import weakref, gc
class Node:
    def __init__(self, n):
        self.n = n

nodes = [Node(i) for i in range(6)]
values = weakref.WeakValueDictionary((n.n, n) for n in nodes)
keys = weakref.WeakKeyDictionary({n: n.n for n in nodes})
members = weakref.WeakSet(nodes)
it = values.items()
next(it)[0]
nodes[1] = nodes[2] = None
len(values), len(keys), len(members)
len(values.data), len(values._pending_removals)
[k for k, v in it]
len(values.data), values._pending_removals
for key in keys:
    nodes[3] = None
    print(len(keys), len(keys.data), end=' ')

del key
len(keys), len(keys.data)
for m in members:
    nodes.clear()
    print(len(members), len(members.data), end=' ')

del m
len(values), len(keys), len(members)
a = Node('a')
a.self = a
values['a'] = members_a = a
del members_a
g = iter(values)
next(g)
del a
gc.collect()
len(values.data)
next(g, 'end')
len(values.data)
def use():
    local = Node('local')
    values['local'] = local
    return len(values)

use(), len(values)
with_dead = weakref.WeakSet()
for i in range(3): with_dead.add(Node(i))
len(with_dead)
