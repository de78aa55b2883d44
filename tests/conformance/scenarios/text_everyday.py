import sys
s = 'hello world'
s.upper(), s.title(), s.capitalize(), s.swapcase()
s.split(), s.split('o'), s.rsplit('o', 1), s.partition(' ')
s.find('o'), s.rfind('o'), s.index('w'), s.count('l')
s.replace('l', 'L'), s.replace('l', 'L', 1)
s.startswith('he'), s.endswith(('x', 'ld'))
s[::-1], s[1:5], s[-3:], s[::2]
'abc' * 3, 'a' + 'b', 'a' 'b'
'  x '.strip(), 'xxaxx'.strip('x'), 'ab'.center(6, '*'), 'ab'.ljust(4) + '|', 'ab'.rjust(4), '7'.zfill(3)
'a,b,,c'.split(','), 'a\nb\r\nc'.splitlines(), '\t'.join('xyz')
'abc'.isalpha(), '12'.isdigit(), 'a1'.isalnum(), ' '.isspace(), 'Ab'.isupper(), 'ab'.islower(), 'A b'.istitle()
'ß'.upper(), 'ÀÉ'.lower(), 'ñ', len('日本'), '日本'[0]
sys.getsizeof('é'), sys.getsizeof('日'), sys.getsizeof('😀'), sys.getsizeof('a' * 100)
'x' in s, 'lo w' in s, '' in s
ord('a'), chr(8364), chr(65)
'{:>8}|{:<8}|{:^8}'.format('a', 'b', 'c')
'{:05d} {:+.2f} {:,} {:x} {:#b} {:e} {:%}'.format(42, 3.14159, 1234567, 255, 5, 12345.678, 0.25)
f'{s!r} {s:>15} {len(s):03d} {3.14159:.2f} {10**20:,}'
name = 'Ann'; f'{name=} {name!s:>6} {{}}'
'%s %d %5.1f %x %r %%' % ('a', 5, 2.5, 255, 'q')
'a' < 'b', 'a' == 'a', 'abc' > 'abd'
'abc'.encode(), b'abc'.decode(), b'x' + b'y', b'ab'[0]
''.join(sorted('banana')), ''.join(reversed('abc'))
list('abc'), tuple('ab'), set('aa')
'a-b_c'.translate({45: None, 95: '!'})
str.maketrans('ab', 'xy')
'abc'.translate(str.maketrans('ab', 'xy'))
'Hello'.casefold(), 'a\tb'.expandtabs(4)
'abc'.removeprefix('a'), 'abc'.removesuffix('bc')
t = ''
for i in range(20): t += chr(97 + i)
t, sys.getsizeof(t)
t = t + 'é'
sys.getsizeof(t)
a = 'py' 'thon'; b = ''.join(['py', 'thon'])
a is b, a == b, sys.intern(b) is a
int('42'), int('ff', 16), int('-7'), float('2.5'), str(2.0), int(3.9)
int('x')
float('abc')
'abc'.foo
'a' + 1
'abc'[10]
'abc'.index('z')
