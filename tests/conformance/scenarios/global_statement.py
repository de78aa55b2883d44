import sys
count = 0
def bump():
    global count, made
    count += 1
    made = [count]

bump()
bump()
count, made
def reads():
    return count

def breaks():
    count += 1

reads()
breaks()
def removes():
    global made
    del made

removes()
made
removes()
x = []
def shadow(x):
    x = [x]
    return x

shadow(x)[0] is x
