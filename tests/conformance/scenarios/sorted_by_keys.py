words = ['pear', 'fig', 'apple', 'kiwi']
words.sort(key=lambda w: str(len(w)) + w, reverse=True)
words
words.sort(key=lambda w: [len(w)])
sorted(words, key=lambda w: w[::-1] * 2, reverse=True)
max(words, key=len), min(words, key=lambda w: w + '!'), max([], default=[1]), min(3, 1, 2)
max(1, 2, default=3)
max([1], other=1)
max()
n = [float(i * 7919 % 300) for i in range(300)]
n.sort(key=lambda v: v * 1.5)
n[:3], n[-1]
n.sort(key=lambda v: -v, reverse=True)
words.sort(key=lambda w: 1 / (len(w) - 4))
words
hash('a') == hash('a'), hash(7), hash(2.5)
chr(10 ** 11)
del nothing
