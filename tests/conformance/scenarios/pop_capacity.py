import sys
l = [i for i in range(17)]
caps = []
while l: l.pop(); caps.append((len(l), sys.getsizeof(l)))

caps
l = [i for i in range(17)]
caps = []
while l: del l[0]; caps.append((len(l), sys.getsizeof(l)))

caps
l = list(range(12))
l[2:9] = []
sys.getsizeof(l), l
l[1:1] = [5, 6, 7]
sys.getsizeof(l), l
l.insert(0, 0)
l.remove(5)
sys.getsizeof(l), l
l *= 3
sys.getsizeof(l)
l[::2] = range(len(l[::2]))
l
del l[::3]
sys.getsizeof(l), len(l)
