import gc, sys
class Big: pass

def f(b):
    local = b
    raise RuntimeError('stop')

big = Big()
try:
    f(big)
except RuntimeError as e:
    sys.getrefcount(big)
    saved = e

sys.getrefcount(big)
saved.__traceback__.tb_next is not None
saved.__traceback__ = None
sys.getrefcount(big)
saved = None
gc.collect()
