"""What an expression may hold: text that knows its finding, numbers, and things that have parts.

A narrative never touches a Python attribute. `speak` answers `thing.name` and `pick` answers
`thing[key]`, and both know only what a thing declares, so nothing inside the program is in reach.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, Self

from generator.errors import did_you_mean
from generator.model.document import Block, Inline
from generator.model.issues import Rule
from generator.model.wording.english import listed, shortened
from generator.model.wording.phrases import told
from generator.narrative.narrative_rules import EXPRESSION_NAME, EXPRESSION_USE


class Refused(Exception):
    """An expression that cannot be printed: what is wrong, how to mend it, by which rule."""

    def __init__(self, what: str, mend: str = "", rule: Rule = EXPRESSION_USE) -> None:
        super().__init__(what)
        self.what = what
        self.mend = mend
        self.rule = rule


class SpokenText(str):
    """Text that an expression computed; `key` says from what ('' when an author typed it).

    marked: the same with each figure in it told, where it was put together of several.
    """

    __slots__ = ("key", "marked")
    key: str
    marked: str

    def __new__(cls, text: str, key: str, marked: str = "") -> Self:
        said = super().__new__(cls, text)
        said.key, said.marked = key, marked or told(text, key)
        return said


def marked_text(value: Any) -> str:
    """The words of anything that is printed, each figure in them told."""
    text = spoken_text(value)
    if isinstance(text, SpokenText):
        return text.marked
    return told(str(text), str(getattr(value, "key", "")))


class Number(float):
    """A number for comparing and for arithmetic (unrounded), and its published text."""

    __slots__ = ("key", "text")
    key: str
    text: str

    def __new__(cls, value: float, text: str, key: str) -> Self:
        number = super().__new__(cls, value)
        number.text = text
        number.key = key
        return number

    def __str__(self) -> str:
        return self.text


class Speaker:
    """A thing with named parts. Subclasses answer `part`, and `pick` where they have entries."""

    __slots__ = ()

    def called(self) -> str:
        """How messages call it."""
        return "this"

    def part_names(self) -> Sequence[str]:
        """Every name that `part` answers."""
        return ()

    def part(self, name: str) -> Any:
        """The part of that name. Raises Refused where there is none."""
        raise self.no_part(name)

    def known_part(self, name: str) -> Any:
        """The part if it needs no figure, else UNKNOWN. Raises Refused where there is none."""
        if name in self.part_names():
            return UNKNOWN
        raise self.no_part(name)

    def pick(self, key: Any) -> Any:
        """The entry under a key. Raises Refused."""
        raise Refused(f"{self.called()} has no entries, so [{key!r}] cannot be picked")

    def spoken(self) -> Any:
        """What it prints as when it stands alone. Raises Refused."""
        raise Refused(f"{self.called()} cannot be printed as it stands", self.hint())

    def hint(self) -> str:
        """What to write instead."""
        names = [name for name in self.part_names() if name]
        return f"choose a part of it, such as .{names[0]}" if names else ""

    def no_part(self, name: str) -> Refused:
        """The refusal of a name that is not a part."""
        near = did_you_mean(name, self.part_names())
        return Refused(f"{self.called()} has no {name!r}", near, EXPRESSION_NAME)


UNKNOWN: Any = object()
EMPTY_MEND = "ask {% if ... %} first"


class Ask:
    """A function that a narrative may call. static: its result needs no figures, only names."""

    __slots__ = ("call", "name", "static")

    def __init__(self, name: str, call: Callable[..., Any], *, static: bool = False) -> None:
        self.name = name
        self.call = call
        self.static = static

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        """Call it. Raises Refused, in words where the arguments do not fit."""
        try:
            return self.call(*args, **kwargs)
        except TypeError:
            self.check_arguments(args, kwargs)
            raise

    def check_arguments(self, args: Sequence[Any], kwargs: Mapping[str, Any]) -> None:
        """Refuse unknown, missing and surplus arguments in words."""
        import inspect

        signature = inspect.signature(self.call)
        names = [
            name
            for name, entry in signature.parameters.items()
            if entry.kind in (entry.KEYWORD_ONLY, entry.POSITIONAL_OR_KEYWORD)
        ]
        for name in kwargs:
            if name not in names:
                raise Refused(f"{self.name}() knows no {name!r}", did_you_mean(name, names))
        try:
            signature.bind(*args, **kwargs)
        except TypeError as error:
            usage = ", ".join(_shown(entry) for entry in signature.parameters.values())
            raise Refused(f"{self.name}(): {error}", f"write {self.name}({usage})") from None


def _shown(entry: Any) -> str:
    if entry.kind is entry.VAR_POSITIONAL:
        return f"{entry.name}, ..."
    return str(entry.name) if entry.default is entry.empty else f"{entry.name}=..."


class Listing(Speaker, Sequence[Any]):
    """A list that prints as 'a, b and c', and can be looped over."""

    __slots__ = ("entries", "key")

    def __init__(self, entries: Iterable[Any], key: str) -> None:
        self.entries = tuple(entries)
        self.key = key

    def called(self) -> str:
        return "the list"

    def __len__(self) -> int:
        return len(self.entries)

    def __getitem__(self, index: Any) -> Any:
        if isinstance(index, slice):
            return Listing(self.entries[index], self.key)
        return self.entries[index]

    def __iter__(self) -> Iterator[Any]:
        return iter(self.entries)

    def pick(self, key: Any) -> Any:
        if not isinstance(key, int) or isinstance(key, bool):
            raise Refused("an entry of a list is picked by its number", "the first one is [0]")
        try:
            return self.entries[key]
        except IndexError:
            what = f"the list has {len(self.entries)} entries, so there is no [{key}]"
            raise Refused(what) from None

    def told(self) -> list[str]:
        """What each entry prints as. Raises Refused for an empty list."""
        if not self.entries:
            raise Refused("the list is empty, so there is nothing to print", EMPTY_MEND)
        return [str(spoken_text(entry)) for entry in self.entries]

    def spoken(self) -> SpokenText:
        return SpokenText(listed(self.told()), self.key)


class SpokenInlines:
    """A result of several inlines, such as a figure with its footnote."""

    __slots__ = ("content",)

    def __init__(self, content: Sequence[Inline]) -> None:
        self.content = tuple(content)


class SpokenBlocks:
    """A result that is blocks: a chart, a table. It stands on a line of its own."""

    __slots__ = ("blocks", "name")

    def __init__(self, name: str, blocks: Sequence[Block]) -> None:
        self.name = name
        self.blocks = tuple(blocks)


def spoken_text(value: Any) -> Any:
    """What a value prints as: Said, Number, text or int. Raises Refused for everything else."""
    if isinstance(value, Speaker):
        value = value.spoken()
    if isinstance(value, bool) or value is None:
        raise Refused(f"{describe(value)} cannot be printed", "use it in {% if ... %}")
    if isinstance(value, float) and not isinstance(value, Number):
        raise Refused(
            "a computed number has no published rounding", "round it: {{ (...) | number(1) }}"
        )
    if isinstance(value, int):
        if abs(value) >= 10**15:
            raise Refused("the number is too large to print")
        return SpokenText(f"{value:,}", "")
    if isinstance(value, list | tuple):
        return Listing(value, "").spoken()
    if isinstance(value, str | Number):
        return value
    raise Refused(f"{describe(value)} cannot be printed")


def speak(thing: Any, name: str) -> Any:
    """`thing.name` of a narrative. Raises Refused."""
    if name.startswith("_"):
        raise private(name)
    if isinstance(thing, Speaker):
        return thing.part(name)
    if isinstance(thing, Mapping) and name in thing:
        return thing[name]
    raise Refused(f"{describe(thing)} has no {name!r}", _instead(thing, name), EXPRESSION_NAME)


def pick(thing: Any, key: Any) -> Any:
    """`thing[key]` of a narrative. Raises Refused."""
    if isinstance(key, str) and key.startswith("__"):
        raise private(key)
    if isinstance(thing, Speaker):
        return thing.pick(key)
    if isinstance(thing, Mapping | list | tuple):
        try:
            return thing[key]
        except (LookupError, TypeError):
            raise Refused(f"{describe(thing)} has no entry {key!r}") from None
    raise Refused(f"{describe(thing)} has no entries, so [{key!r}] cannot be picked")


def private(name: str) -> Refused:
    """The refusal of a name that begins with an underscore."""
    return Refused(
        f"{name!r} reaches inside the program, which a narrative may not",
        "use the expressions of docs/narrative.md",
    )


def _instead(thing: Any, name: str) -> str:
    if isinstance(thing, str) and name in ("upper", "lower", "capitalize", "title"):
        return f"write it with a bar: | {'capital' if name in ('capitalize', 'title') else name}"
    if isinstance(thing, Ask):
        return f"call it: {thing.name}(...)"
    return ""


def describe(value: Any) -> str:
    """A value in a message: 'the text 'abc'', 'the number 3', 'nothing'."""
    if value is None:
        return "nothing"
    if isinstance(value, bool):
        return "a yes-or-no answer"
    if isinstance(value, str):
        return f"the text {shortened(value, 40)!r}"
    if isinstance(value, int | float):
        return f"the number {str(value)[:40]}"
    if isinstance(value, Speaker):
        return value.called()
    if isinstance(value, Ask):
        return f"{value.name}()"
    if isinstance(value, SpokenBlocks):
        return f"{value.name}()"
    return f"a {type(value).__name__.lower()}"
