"""`dataclass(frozen=True, slots=True)`, cheap to define.

The standard decorator compiles seven methods for every class, half a millisecond each time; a build
defines some ninety classes, and that alone took a tenth of a rebuild. This one compiles `__init__`
and shares the rest. What it makes is a dataclass to everybody else: `fields`, `replace`, `asdict`,
`match`, copying, pickling and the error on assignment are the standard library's or behave as it.
Anything but a plain frozen class with slots is handed to the standard decorator.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dataclasses import dataclass as dataclass
else:
    import dataclasses
    import sys
    from dataclasses import MISSING, FrozenInstanceError
    from operator import attrgetter

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
        return _with_methods(_with_slots(cls, made), made)

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
        return found

    def _with_slots(cls, made):
        left = {name: value for name, value in cls.__dict__.items() if name not in made}
        left.pop("__dict__", None)
        left.pop("__weakref__", None)
        left["__slots__"] = tuple(made)
        left["__match_args__"] = tuple(made)
        left["__dataclass_fields__"] = made
        new = type(cls)(cls.__name__, cls.__bases__, left)
        new.__qualname__ = cls.__qualname__
        return new

    def _with_methods(cls, made):
        names = tuple(made)
        values = attrgetter(*names) if names else lambda self: ()

        def __eq__(self, other):
            if other.__class__ is not self.__class__:
                return NotImplemented
            return values(self) == values(other)

        def __hash__(self):
            return hash((cls, values(self)))

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

        for method in (__eq__, __hash__, __repr__, __setattr__, __delattr__, __getstate__,
                       __setstate__):  # fmt: skip
            method.__qualname__ = f"{cls.__qualname__}.{method.__name__}"
            setattr(cls, method.__name__, method)
        cls.__init__ = _init(cls, made)
        return cls

    def _init(cls, made):
        scope = {"_factory": _FACTORY}
        parameters, body = [], []
        for number, (name, one) in enumerate(made.items()):
            scope[f"_set{number}"] = getattr(cls, name).__set__
            value = name
            if one.default is not MISSING:
                scope[f"_default{number}"] = one.default
                parameters.append(f"{name}=_default{number}")
            elif one.default_factory is not MISSING:
                scope[f"_make{number}"] = one.default_factory
                parameters.append(f"{name}=_factory")
                value = f"_make{number}() if {name} is _factory else {name}"
            else:
                parameters.append(name)
            body.append(f"  _set{number}(self, {value})")
        source = (
            f"def make({', '.join(scope)}):\n"
            f" def __init__(self, {', '.join(parameters)}):\n" + ("\n".join(body) or "  pass")
            + "\n return __init__"
        )  # fmt: skip
        space = {}
        exec(source, sys.modules[cls.__module__].__dict__, space)
        method = space["make"](**scope)
        method.__qualname__ = f"{cls.__qualname__}.__init__"
        method.__annotations__ = {name: one.type for name, one in made.items()} | {"return": None}
        return method
