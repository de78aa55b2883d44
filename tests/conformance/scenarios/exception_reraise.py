log = []
def risky(n):
    try:
        if n == 0:
            raise ValueError('zero')
        return 10 // n
    except ValueError:
        log.append('seen')
        raise
    finally:
        log.append('end')

risky(5)
risky(0)
log
def swallow():
    for i in range(3):
        try:
            raise KeyError(i)
        except KeyError:
            continue
    return i

swallow()
def ret():
    try:
        return 'try'
    finally:
        print('before it returns')

ret()
def override():
    try:
        return [1]
    finally:
        return [2]

override()
assert log, 'never'
assert not log, log
