# weakref.WeakMethod and weakref.finalize. Make the objects that Lib/weakref.py makes, in its order, in frames of its
# sizes. A finalizer has no state of its own: it is a key of the class's registry, where what is to be called waits.

class WeakMethod(ref):
    __slots__ = ('_func_ref', '_meth_type', '_alive', '__weakref__')

    def __new__(cls, meth, callback=None):
        try:
            owner = meth.__self__
            func = meth.__func__
        except AttributeError:
            raise TypeError('argument should be a bound method, not {}'.format(type(meth))) from None

        def _cb(arg):
            self = self_wr()
            if self._alive:
                self._alive = False
                if callback is not None:
                    callback(self)

        self = ref.__new__(cls, owner, _cb)
        self._func_ref = ref(func, _cb)
        self._meth_type = type(meth)
        self._alive = True
        self_wr = ref(self)
        return self

    def __call__(self):
        owner = super().__call__()
        func = self._func_ref()
        if owner is not None and func is not None:
            return self._meth_type(func, owner)
        return None

    def __eq__(self, other):
        if not isinstance(other, WeakMethod):
            return NotImplemented
        if self._alive and other._alive:
            return ref.__eq__(self, other) and self._func_ref == other._func_ref
        return self is other

    def __ne__(self, other):
        if not isinstance(other, WeakMethod):
            return NotImplemented
        if self._alive and other._alive:
            return ref.__ne__(self, other) or self._func_ref != other._func_ref
        return self is not other

    __hash__ = ref.__hash__


class finalize:
    __slots__ = ()
    _registry = {}
    _shutdown = False
    _index_iter = _count()
    _dirty = False
    _registered_with_atexit = False

    class _Info:
        __slots__ = ('weakref', 'func', 'args', 'kwargs', 'atexit', 'index')

    def __init__(self, obj, func, /, *args, **kwargs):
        if not self._registered_with_atexit:
            import atexit
            atexit.register(self._exitfunc)
            finalize._registered_with_atexit = True
        info = self._Info()
        info.weakref = ref(obj, self)
        info.func = func
        info.args = args
        info.kwargs = kwargs or None
        info.atexit = True
        info.index = next(self._index_iter)
        self._registry[self] = info
        finalize._dirty = True

    def __call__(self, _=None):
        info = self._registry.pop(self, None)
        if info and not self._shutdown:
            return info.func(*info.args, **(info.kwargs or {}))

    def detach(self):
        info = self._registry.get(self)
        target = info and info.weakref()
        if target is not None and self._registry.pop(self, None):
            return (target, info.func, info.args, info.kwargs or {})

    def peek(self):
        info = self._registry.get(self)
        target = info and info.weakref()
        if target is not None:
            return (target, info.func, info.args, info.kwargs or {})

    @property
    def alive(self):
        return self in self._registry

    @property
    def atexit(self):
        info = self._registry.get(self)
        return bool(info) and info.atexit

    @atexit.setter
    def atexit(self, value):
        info = self._registry.get(self)
        if info:
            info.atexit = bool(value)

    def __repr__(self):
        info = self._registry.get(self)
        target = info and info.weakref()
        if target is not None:
            return '<%s object at %#x; for %r at %#x>' % (
                type(self).__name__, id(self), type(target).__name__, id(target))
        return '<%s object at %#x; dead>' % (type(self).__name__, id(self))

    @classmethod
    def _select_for_exit(cls):
        due = [(f, info) for (f, info) in cls._registry.items() if info.atexit]
        due.sort(key=lambda pair: pair[1].index)
        return [f for (f, info) in due]

    @classmethod
    def _exitfunc(cls):
        while cls._registry:
            due = cls._select_for_exit()
            if not due:
                break
            due.pop()()
        finalize._shutdown = True
