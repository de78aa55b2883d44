# The abstract classes that the weak dictionaries derive from, with the two methods they inherit. What
# Lib/_collections_abc.py does beyond that (registering, checks of instances) has no part in a lesson.

class Sized:
    __slots__ = ()

class Iterable:
    __slots__ = ()

class Container:
    __slots__ = ()

class Collection(Sized, Iterable, Container):
    __slots__ = ()

class Mapping(Collection):
    __slots__ = ()
    __reversed__ = None

    def __eq__(self, other):
        if not _is_mapping(other, Mapping):
            return NotImplemented
        return dict(self.items()) == dict(other.items())

class MutableMapping(Mapping):
    __slots__ = ()

    def clear(self):
        try:
            while True:
                self.popitem()
        except KeyError:
            pass
