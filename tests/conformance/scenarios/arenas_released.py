import gc
a = [bytes(400) for i in range(4000)]
b = [bytes(300) for i in range(4000)]
a = None
c = [bytes(200) for i in range(1000)]
b = None
c = None
d = [bytes(100)]
gc.collect()
