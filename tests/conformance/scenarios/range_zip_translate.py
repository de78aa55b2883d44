r = range(10)[2:8:2]
r
r[1], r[-1]
r.index(6), r.count(4), 5 in r, 6 in r
r.index(5.0)
r['a']
r[9]
slice(1, 19, 2).indices(7)
list(zip([1], [2], strict=True))
list(zip([1], [1, 2], strict=True))
list(zip([1, 2], [1], strict=True))
'a b'.translate({97: 'x', 32: None})
table = str.maketrans('ab', 'xy', 'c')
'abcab'.translate(table)
'hello'.translate({})
str.maketrans('a', 'bc')
str(b'ab', 'utf-8')
str('ab', 'utf-8')
