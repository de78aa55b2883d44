text = 'the cat and the dog and the bird'
words = text.split()
counts = {}
for w in words:
    counts[w] = counts.get(w, 0) + 1

counts
sorted(counts.items(), key=lambda p: (-p[1], p[0]))[:2]
groups = {}
for w in words: groups.setdefault(len(w), []).append(w)

groups
[k for k in groups]
' '.join(w.capitalize() for w in words)
''.join(reversed('abc'))
{w: i for i, w in enumerate(words)}
max(words, key=len), min(words)
words[0] is words[3]
len(set(words))
