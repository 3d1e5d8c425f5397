"""The strict, sandboxed Jinja environment, and the code that it makes of a narrative.

Beyond Jinja's own sandbox: attributes are those that a Speaker declares and nothing else, so no
Python object is in reach; loops, sizes and powers are bounded; and every expression is evaluated by
itself, so that all that are wrong are listed at once, each with its line.
"""

from __future__ import annotations

import operator
from collections.abc import Callable, Iterable, Iterator, Mapping
from decimal import InvalidOperation
from typing import Any

from jinja2 import StrictUndefined
from jinja2.exceptions import SecurityError, TemplateError, UndefinedError
from jinja2.runtime import LoopContext, Undefined
from jinja2.sandbox import SandboxedEnvironment

from generator.narrative.expressions.ranges import MAX_LIST, MAX_NUMBER, is_number
from generator.narrative.expressions.spoken import (
    Ask,
    Listing,
    Refused,
    Speaker,
    SpokenBlocks,
    SpokenInlines,
    SpokenText,
    describe,
    marked_text,
    pick,
    speak,
    spoken_text,
)
from generator.narrative.expressions.word_filters import FILTERS, key_of
from generator.narrative.narrative_rules import EXPRESSION_NAME
from generator.narrative.sandbox.guarded_code import NarrativeCode

MAX_ROUNDS = 10_000
MAX_PRINTED = 2_000_000
MAX_TEXT = 100_000
LOOP_PARTS = frozenset({"index", "index0", "revindex", "first", "last", "length"})
TESTS = ("odd", "even", "divisibleby", "eq", "ne", "lt", "le", "gt", "ge", "in")


class Spent(BaseException):
    """A bound on loops or output is reached: the whole narrative is given up."""

    def __init__(self, what: str, line: int = 0) -> None:
        super().__init__(what)
        self.what = what
        self.line = line


class NarrativeEnvironment(SandboxedEnvironment):
    """One environment for one narrative: it keeps what was placed and what failed.

    placed values stand in the rendered text as sentinels, which Markdown reads as plain letters.
    """

    code_generator_class = NarrativeCode
    intercepted_binops = frozenset({"+", "-", "*", "/", "//", "**", "%"})
    intercepted_unops = frozenset({"+", "-"})

    def __init__(self, first_names: Mapping[str, Any]) -> None:
        super().__init__(
            comment_start_string="<!--",
            comment_end_string="-->",
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
            undefined=StrictUndefined,
            optimized=False,
            cache_size=0,
            autoescape=False,
        )
        self.globals = {}
        self.first_names = first_names
        self.filters = {name: _defined_first(filter_) for name, filter_ in FILTERS.items()}
        self.tests = {name: self.tests[name] for name in TESTS}
        self.values: list[Any] = []
        self.failures: list[tuple[int, Refused]] = []
        self.unset: set[str] = set()
        self.rounds = 0

    # ------------------------------------------------------------ output
    def placed(self, value: Any, line: int) -> str:
        """Keep a value that was printed; its sentinel stands for it in the rendered text."""
        kept = _defined(value).spoken() if isinstance(value, Speaker) else _defined(value)
        if not isinstance(kept, SpokenBlocks | SpokenInlines):
            kept = spoken_text(kept)
        if isinstance(kept, str) and len(kept) > MAX_TEXT:
            raise Refused(f"the text is longer than {MAX_TEXT:,} characters")
        if len(self.values) >= MAX_ROUNDS:
            raise Spent(f"the narrative prints more than {MAX_ROUNDS:,} values", line)
        self.values.append(kept)
        return sentinel(len(self.values) - 1)

    def failed(self, error: Exception, line: int, names: tuple[str, ...]) -> None:
        """Note why an expression could not be evaluated."""
        self.unset.update(names)
        refused = in_words(error)
        if isinstance(error, UndefinedError) and any(
            f"'{name}' is undefined" in str(error) for name in self.unset
        ):
            return
        if refused is not None:
            self.failures.append((line, refused))

    def bounded(self, value: Any, line: int) -> Iterator[Any]:
        """What a loop runs over, counted. Raises Refused, Spent."""
        if isinstance(value, Mapping):
            value = list(value)
        if isinstance(value, str) or not isinstance(value, list | tuple | Listing | range):
            raise Refused(
                f"a loop cannot run over {describe(value)}",
                "loop over a list, such as sw.training.top(3)",
            )
        return self._counted(value, line)

    def _counted(self, value: Iterable[Any], line: int) -> Iterator[Any]:
        for entry in value:
            self.rounds += 1
            if self.rounds > MAX_ROUNDS:
                raise Spent(f"loops run more than {MAX_ROUNDS:,} rounds", line)
            yield entry

    # ------------------------------------------------------------ access
    def getattr(self, obj: Any, attribute: str) -> Any:
        """`obj.attribute`, where obj declares it."""
        if isinstance(obj, LoopContext) and attribute in LOOP_PARTS:
            return getattr(obj, attribute)
        return speak(_defined(obj), attribute)

    def getitem(self, obj: Any, argument: Any) -> Any:
        """`obj[argument]`, where obj has such entries."""
        return pick(_defined(obj), argument)

    def call(self, context: Any, obj: Any, *args: Any, **kwargs: Any) -> Any:
        """Call one of the functions that a narrative may call."""
        for jinjas_own in ("_loop_vars", "_block_vars"):
            kwargs.pop(jinjas_own, None)
        if isinstance(obj, Ask) or obj == self.bounded:
            return obj(*args, **kwargs)
        raise Refused(f"{describe(_defined(obj))} is not a function", "write it without brackets")

    def is_safe_callable(self, obj: Any) -> bool:
        """Only the functions of docs/narrative.md."""
        return isinstance(obj, Ask)

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        """No Python attribute at all; `getattr` above answers for Speakers."""
        return False

    # ------------------------------------------------------------ arithmetic
    def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:
        """Arithmetic with numbers, and joining of short texts; nothing that grows without bound."""
        if is_number(left) and is_number(right):
            return _arithmetic(operator, left, right)
        if operator == "+" and isinstance(left, str) and isinstance(right, str):
            return self.concat((left, right))
        if operator == "+" and isinstance(left, list) and isinstance(right, list):
            if len(left) + len(right) > MAX_LIST:
                raise Refused(f"a list has at most {MAX_LIST:,} entries")
            return left + right
        raise Refused(
            f"{describe(left)} {operator} {describe(right)} cannot be worked out",
            "use numbers, such as .value",
        )

    def call_unop(self, context: Any, operator: str, arg: Any) -> Any:
        """A sign before a number."""
        if not is_number(arg):
            raise Refused(f"{operator}{describe(arg)} cannot be worked out")
        return -arg if operator == "-" else +arg

    def concat(self, parts: tuple[Any, ...]) -> str:  # type: ignore[override]
        """`a ~ b`, of bounded length; it counts as computed where no typed part has a digit."""
        text = "".join(str(spoken_text(part)) for part in parts)
        if len(text) > MAX_TEXT:
            raise Refused(f"the text is longer than {MAX_TEXT:,} characters")
        keys = [key_of(part) for part in parts if key_of(part)]
        typed = any(not key_of(part) and any(map(str.isdigit, str(part))) for part in parts)
        marked = "".join(marked_text(part) for part in parts)
        return SpokenText(text, keys[0] if keys and not typed else "", marked)


def sentinel(index: int) -> str:
    """What stands in the rendered text for the value of that index: noncharacters of Unicode."""
    return f"\ufdd0{index}\ufdd1"


def in_words(error: Exception) -> Refused | None:
    """Why an expression failed, in words for its author; None where it was said before."""
    if isinstance(error, Refused):
        return error
    if isinstance(error, UndefinedError):
        mend = "see docs/narrative.md for the names"
        return Refused(f"unknown name: {error.message}", mend, EXPRESSION_NAME)
    if isinstance(error, SecurityError):
        return Refused("reaches inside the program, which a narrative may not")
    if isinstance(error, ZeroDivisionError):
        return Refused("divides by zero")
    if isinstance(error, RecursionError | MemoryError):
        return Refused("is nested too deeply", "write it simpler")
    if isinstance(error, OverflowError | InvalidOperation):
        return Refused("the number is too large")
    if isinstance(error, TypeError) and "not supported between" in str(error):
        return Refused("compares a text with a number", "compare numbers: write .value")
    if isinstance(error, TemplateError | TypeError | ValueError | LookupError | ArithmeticError):
        return Refused(f"cannot be worked out: {str(error)[:200]}")
    raise error


_OPERATORS: Mapping[str, Callable[[Any, Any], Any]] = {
    "+": operator.add,
    "-": operator.sub,
    "*": operator.mul,
    "/": operator.truediv,
    "//": operator.floordiv,
    "%": operator.mod,
    "**": operator.pow,
}


def _arithmetic(sign: str, left: Any, right: Any) -> Any:
    if sign == "**" and (abs(right) > 20 or abs(left) > 1_000):
        raise Refused("the power is too large")
    result = _OPERATORS[sign](left, right)
    if isinstance(result, complex) or abs(result) > MAX_NUMBER:
        raise Refused("the number is too large")
    return result


def _defined(value: Any) -> Any:
    """The value; raises UndefinedError for a name that has none.

    `{{ a if b }}` without an else prints nothing where b does not hold.
    """
    return str(value) if isinstance(value, Undefined) else value


def _defined_first(filter_: Callable[..., Any]) -> Callable[..., Any]:
    """The filter, refusing a name without a value as every other use of it does."""

    def filtered(value: Any, *args: Any, **kwargs: Any) -> Any:
        return filter_(_defined(value), *args, **kwargs)

    return filtered
