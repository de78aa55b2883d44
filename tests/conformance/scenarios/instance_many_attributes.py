import sys
class Wide: pass

w = Wide()
for i in range(31): setattr(w, f'a{i}', i)

v = Wide()
v.a0 = 1
w.a30
len(w.__dict__), sys.getsizeof(w.__dict__)
v.__dict__
u = Wide()
u.extra = 1
sys.getsizeof(u.__dict__)
