"""`dataclass(frozen=True, slots=True)`, cheap to define.

The standard decorator compiles seven methods for every class, half a millisecond each time; a build
defines a hundred classes, and that alone took a tenth of a rebuild. This one compiles an `__init__`
for all classes with as many fields, and shares the rest. What it makes is a dataclass to everybody
else: `fields`, `replace`, `asdict`, `match`, copying, pickling and the error on assignment are the
standard library's or behave as it. Anything but a plain frozen class with slots is handed to the
standard decorator.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dataclasses import dataclass as dataclass
else:
    import dataclasses
    import sys
    from dataclasses import MISSING, FrozenInstanceError
    from functools import cache
    from operator import attrgetter
    from types import FunctionType

    _SPECIAL = {"__init__", "__eq__", "__hash__", "__repr__", "__post_init__", "__setattr__",
                "__delattr__", "__getstate__", "__setstate__", "__slots__"}  # fmt: skip
    _FACTORY = object()

    def dataclass(cls=None, /, **options):
        """As dataclasses.dataclass."""
        if cls is None:
            return lambda decorated: dataclass(decorated, **options)
        made = _fields(cls) if options == {"frozen": True, "slots": True} else None
        if made is None:
            return dataclasses.dataclass(cls, **options)
        new = _with_slots(cls, made)
        new.__init__ = _init(new, made)
        return new

    def _fields(cls):
        """Name -> field, or None where the class is not a plain one."""
        own = cls.__dict__
        inherited = any(hasattr(base, "__dataclass_fields__") for base in cls.__bases__)
        if inherited or not _SPECIAL.isdisjoint(own):
            return None
        found = {}
        for name, kind in own.get("__annotations__", {}).items():
            if "ClassVar" in str(kind) or "InitVar" in str(kind):
                return None
            value = own.get(name, MISSING)
            if not isinstance(value, dataclasses.Field):
                if value.__class__.__hash__ is None:
                    return None
                value = dataclasses.field(default=value)
            elif value.kw_only is True or not (value.init and value.compare and value.repr):
                return None
            value.name, value.type, value.kw_only = name, kind, False
            value._field_type = dataclasses._FIELD
            found[name] = value
        optional = [_default(one) is not MISSING for one in found.values()]
        return found if optional == sorted(optional) else None

    def _with_slots(cls, made):
        left = {name: value for name, value in cls.__dict__.items() if name not in made}
        left.pop("__dict__", None)
        left.pop("__weakref__", None)
        left["__slots__"] = tuple(made)
        left["__match_args__"] = tuple(made)
        left["__dataclass_fields__"] = made
        left |= _methods(cls, tuple(made))
        new = type(cls)(cls.__name__, cls.__bases__, left)
        new.__qualname__ = cls.__qualname__
        return new

    def _methods(cls, names):
        values = attrgetter(*names) if names else lambda self: ()

        def __eq__(self, other):
            if other.__class__ is not self.__class__:
                return NotImplemented
            return values(self) == values(other)

        def __hash__(self):
            return hash((self.__class__, values(self)))

        def __repr__(self):
            shown = ", ".join(f"{name}={getattr(self, name)!r}" for name in names)
            return f"{self.__class__.__qualname__}({shown})"

        def __setattr__(self, name, value):
            raise FrozenInstanceError(f"cannot assign to field {name!r}")

        def __delattr__(self, name):
            raise FrozenInstanceError(f"cannot delete field {name!r}")

        def __getstate__(self):
            return [getattr(self, name) for name in names]

        def __setstate__(self, state):
            for name, value in zip(names, state, strict=True):
                object.__setattr__(self, name, value)

        shared = (__eq__, __hash__, __repr__, __setattr__, __delattr__, __getstate__, __setstate__)
        for method in shared:
            method.__qualname__ = f"{cls.__qualname__}.{method.__name__}"
        return {method.__name__: method for method in shared}

    def _init(cls, made):
        shape = _init_shape(len(made))(*(_setter(cls, name, one) for name, one in made.items()))
        defaults = [_default(one) for one in made.values()]
        whole = FunctionType(
            shape.__code__.replace(co_varnames=("self", *made)),
            sys.modules[cls.__module__].__dict__,
            "__init__",
            tuple(default for default in defaults if default is not MISSING),
            shape.__closure__,
        )
        whole.__qualname__ = f"{cls.__qualname__}.__init__"
        whole.__annotations__ = {name: one.type for name, one in made.items()} | {"return": None}
        return whole

    def _default(one):
        return one.default if one.default_factory is MISSING else _FACTORY

    def _setter(cls, name, one):
        put, make = getattr(cls, name).__set__, one.default_factory
        if make is MISSING:
            return put
        return lambda self, value: put(self, make() if value is _FACTORY else value)

    @cache
    def _init_shape(count):
        """What makes an `__init__` of so many fields from what sets each of them."""
        fields = [f"field{number}" for number in range(count)]
        setters = [f"set_{field}" for field in fields]
        body = [f"  {put}(self, {field})\n" for put, field in zip(setters, fields, strict=True)]
        source = (
            f"def make({', '.join(setters)}):\n"
            f" def __init__({', '.join(['self', *fields])}):\n"
            f"{''.join(body) or '  pass'}\n"
            " return __init__"
        )
        space = {}
        exec(source, space)
        return space["make"]
