import sys
b = b'abc'
b[0], b[1:], b + b'd', b * 2
sys.getsizeof(b), sys.getsizeof(b'')
b[0] is b[0]
'\xe9'.encode(), b'abc'.decode()
bytes([1, 2, 255]), bytes(3), bytes('a', 'utf-8')
b'a' in b, 97 in b
b[5]
ba = bytearray(b'xy')
ba.append(33)
ba
sys.getsizeof(ba)
ba[0] = 65
bytes(ba)
list(b)
b is b[:]
bytes(b) is b
