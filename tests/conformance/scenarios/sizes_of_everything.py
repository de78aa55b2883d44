import sys, weakref
class C: pass

def f(x): yield x

c = C()
sys.getsizeof(0), sys.getsizeof(2 ** 30), sys.getsizeof(-2 ** 60), sys.getsizeof(1.5)
sys.getsizeof('abc'), sys.getsizeof('\xe9'), sys.getsizeof('\u20ac'), sys.getsizeof(b'abc'), sys.getsizeof(bytearray(b'abc'))
sys.getsizeof([]), sys.getsizeof([1]), sys.getsizeof(()), sys.getsizeof((1, 2)), sys.getsizeof({}), sys.getsizeof({1: 1}), sys.getsizeof(set())
sys.getsizeof(range(3)), sys.getsizeof(slice(1)), sys.getsizeof(f), sys.getsizeof(f(1)), sys.getsizeof(lambda: 1)
sys.getsizeof(C), sys.getsizeof(c), sys.getsizeof(c.__dict__), sys.getsizeof(object())
sys.getsizeof(iter([])), sys.getsizeof(iter(())), sys.getsizeof(iter({})), sys.getsizeof(iter(set())), sys.getsizeof(iter(range(2))), sys.getsizeof(iter('a'))
sys.getsizeof(enumerate([])), sys.getsizeof(zip([])), sys.getsizeof(map(len, [])), sys.getsizeof(filter(None, [])), sys.getsizeof(reversed([]))
sys.getsizeof({}.keys()), sys.getsizeof({}.items()), sys.getsizeof([].append), sys.getsizeof(c.__init__)
sys.getsizeof(weakref.ref(c)), sys.getsizeof(Exception()), sys.getsizeof(ValueError(1)), sys.getsizeof(AttributeError()), sys.getsizeof(NameError()), sys.getsizeof(StopIteration())
sys.getsizeof(property()), sys.getsizeof(staticmethod(f)), sys.getsizeof(classmethod(f)), sys.getsizeof(super(C, c))
sys.getsizeof(int), sys.getsizeof(type), sys.getsizeof(None), sys.getsizeof(True), sys.getsizeof(...)
sys.getsizeof(C.__dict__), sys.getsizeof(len), sys.getsizeof(sys)
class L(list): pass

class D(dict): pass

class T(tuple): pass

class I(int): pass

class F(float): pass

class S(str): pass

class E(Exception): pass

sys.getsizeof(L()), sys.getsizeof(D()), sys.getsizeof(T((1, 2))), sys.getsizeof(I(5)), sys.getsizeof(F(1)), sys.getsizeof(S('abc')), sys.getsizeof(E())
l = L(); d = D(); t = T((1, 2)); i = I(5); g = F(1); s = S('abc'); e = E()
