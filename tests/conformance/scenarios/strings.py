s = 'Hello, World'
s.lower(), s.upper(), s.swapcase()
s.split(', '), s.replace('l', 'L'), s.find('o'), s.index('W')
s.startswith('He'), s.endswith('x'), s.count('l')
'  x '.strip(), 'xxabxx'.strip('x')
'-'.join(['a', 'b', 'c'])
s[0], s[-1], s[2:5], s[::-1]
'a' in s, 'Hello' in s
s[0] = 'J'
s.index('zz')
f'{s!r:>20}|{len(s):03d}'
'%s is %d' % ('x', 5)
'{} {name}'.format(1, name='n')
'abc' < 'abd', 'a' * 0
ord('a'), chr(8364)
'a\tb\n\'"'
'\u20ac\xe9'
'x'.join('abc')
'1 2  3'.split(), 'a,b,,c'.split(','), 'l1\nl2'.splitlines()
'abc'.isalpha(), '12'.isdigit(), ' '.isspace()
'title case'.title(), 'x'.center(5, '*'), '7'.zfill(3)
str([1, 'a', None]), repr('q')
len('\U0001F40D')
