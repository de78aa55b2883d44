# What runs when a built-in module is imported for the first time (the only one a lesson brings in is atexit, through
# weakref.finalize). Makes the objects that Lib/importlib/_bootstrap.py makes, in its order; reads `_modules` for
# sys.modules. Locks never wait: there is one thread.

_module_locks = {}
_blocking_on = {}


class _ModuleLock:
    def __init__(self, name):
        self.lock = _allocate_lock()
        self.wakeup = _allocate_lock()
        self.name = name
        self.owner = None
        self.count = 0
        self.waiters = 0

    def acquire(self):
        tid = _get_ident()
        _blocking_on[tid] = self
        try:
            with self.lock:
                self.owner = tid
                self.count += 1
                return True
        finally:
            del _blocking_on[tid]

    def release(self):
        tid = _get_ident()
        with self.lock:
            self.count -= 1
            self.owner = None


def _get_module_lock(name):
    try:
        try:
            lock = _module_locks[name]()
        except KeyError:
            lock = None
        if lock is None:
            lock = _ModuleLock(name)

            def cb(ref, name=name):
                if _module_locks.get(name) is ref:
                    del _module_locks[name]

            _module_locks[name] = _ref(lock, cb)
    finally:
        pass
    return lock


class _ModuleLockManager:
    def __init__(self, name):
        self._name = name
        self._lock = None

    def __enter__(self):
        self._lock = _get_module_lock(self._name)
        self._lock.acquire()

    def __exit__(self, *args, **kwargs):
        self._lock.release()


class _ImportLockContext:
    def __enter__(self):
        return None

    def __exit__(self, kind, value, trace):
        return None


class ModuleSpec:
    def __init__(self, name, loader, *, origin=None, loader_state=None, is_package=None):
        self.name = name
        self.loader = loader
        self.origin = origin
        self.loader_state = loader_state
        self.submodule_search_locations = [] if is_package else None
        self._uninitialized_submodules = []
        self._set_fileattr = False
        self._cached = None

    @property
    def parent(self):
        return self.name.rpartition('.')[0]

    @property
    def has_location(self):
        return self._set_fileattr


def _call_with_frames_removed(f, *args, **kwds):
    return f(*args, **kwds)


def _verbose_message(message, *args, verbosity=1):
    return None


class BuiltinImporter:
    _ORIGIN = 'built-in'

    @classmethod
    def find_spec(cls, fullname, path=None, target=None):
        if _is_builtin(fullname):
            return spec_from_loader(fullname, cls, origin=cls._ORIGIN)

    @staticmethod
    def create_module(spec):
        return _call_with_frames_removed(_create_builtin, spec)

    @staticmethod
    def exec_module(module):
        _call_with_frames_removed(_exec_builtin, module)

    @classmethod
    def is_package(cls, fullname):
        return False


def spec_from_loader(name, loader, *, origin=None, is_package=None):
    if hasattr(loader, 'is_package'):
        is_package = loader.is_package(name)
    return ModuleSpec(name, loader, origin=origin, is_package=is_package)


def _find_spec(name, path, target=None):
    for finder in _meta_path:
        with _ImportLockContext():
            find_spec = finder.find_spec
            spec = find_spec(name, path, target)
        if spec is not None:
            return spec


def _init_module_attrs(spec, module):
    if getattr(module, '__loader__', None) is None:
        module.__loader__ = spec.loader
    if getattr(module, '__package__', None) is None:
        module.__package__ = spec.parent
    module.__spec__ = spec
    if getattr(module, '__path__', None) is None:
        if spec.has_location:
            return None


def _load_unlocked(spec):
    module = spec.loader.create_module(spec)
    _init_module_attrs(spec, module)
    spec._initializing = True
    try:
        _modules[spec.name] = module
        spec.loader.exec_module(module)
        module = _modules.pop(spec.name)
        _modules[spec.name] = module
        _verbose_message('import {!r} # {!r}', spec.name, spec.loader)
    finally:
        spec._initializing = False
    return module


def _find_and_load(name, import_):
    with _ModuleLockManager(name):
        parent = name.rpartition('.')[0]
        spec = _find_spec(name, None)
        return _load_unlocked(spec)


_meta_path = [BuiltinImporter]

# What CPython imported before has left its marks: names that instances share, a table that is full of gaps.
_manager = _ModuleLockManager('a')
_lock = _ModuleLock('a')
_spec = ModuleSpec('a', None)
_spec._initializing = False
del _manager, _lock, _spec
_module_locks['a'] = None
del _module_locks['a']
for _n in range(5):
    _blocking_on[-_n] = None
    del _blocking_on[-_n]
