def add(item, box=[]):
    box.append(item)
    return box

add(1)
add(2)
add.__defaults__
add(3, [])
def safe(item, box=None):
    if box is None:
        box = []
    box.append(item)
    return box

safe(1)
safe(2)
add.__defaults__ = ([],)
add(9)
def stamp(*, seen={}):
    seen[len(seen)] = True
    return seen

stamp()
stamp()
stamp.__kwdefaults__
