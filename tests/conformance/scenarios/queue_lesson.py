class Stack:
    def __init__(self): self.items = []
    def push(self, x): self.items.append(x)
    def pop(self): return self.items.pop()
    def __len__(self): return len(self.items)

s = Stack()
for i in range(10): s.push([i])

len(s), s.pop(), s.pop()
import sys
sys.getsizeof(s.items)
while len(s) > 1: x = s.pop()

sys.getsizeof(s.items)
q = [1, 2, 3]
q.pop(0), q.insert(0, 9), q
s.pop()
s.pop()
def balanced(text):
    stack = []
    for c in text:
        if c in '([':
            stack.append(c)
        elif c in ')]':
            if not stack or stack.pop() + c not in ('()', '[]'):
                return False
    return not stack

balanced('([])'), balanced('(]')
