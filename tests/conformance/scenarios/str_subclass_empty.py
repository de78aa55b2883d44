class MyStr(str): pass

s = MyStr(''); s.upper(), s + 'x', len(s)
s = MyStr('ab'); s.upper(), s + 'x', len(s)
s = MyStr(''); s + '', s.lower(), s.strip(), s[:], s * 2, s.join([]), s.replace('a', 'b'), str(s), s.title()
