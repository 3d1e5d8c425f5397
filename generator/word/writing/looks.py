"""How the words of a text look, and what they are, by the characters that they stand at.

"About 6.5% plan", the figure computed and in bold
[(6, 10, {"bold": "yes", "value": "sw.leaving.percent@2022"})]
"""

from __future__ import annotations

from collections.abc import Iterable

from generator.model.document import (
    Footnote,
    Inline,
    Link,
    Reference,
    Text,
    Value,
)
from generator.model.walk import plain
from generator.word.package.xml_text import clean

LookedSpan = tuple[int, int, dict[str, str]]


def looked_spans(content: Iterable[Inline], at: int = 0, link: str = "") -> list[LookedSpan]:
    """The stretches of a text that differ from plain words: (from, to, what they are).

    Characters count in the text as the base prints it: cleaned, footnotes left out. at: where the
    content begins. link: the address of the link that it is in.
    """
    found: list[LookedSpan] = []
    for inline in content:
        shown = clean(plain((inline,)))
        end = at + len(shown)
        if isinstance(inline, Link):
            found += looked_spans(inline.content, at, inline.url)
        else:
            look = {name: text for name, text in _look(inline, link).items() if text}
            if look and (shown or "note" in look):
                found.append((_start(inline, at), end, look))
        at = end
    return found


def _start(inline: Inline, at: int) -> int:
    """A reference begins after the noun before it."""
    return at + len(clean(inline.before or "")) if isinstance(inline, Reference) else at


def _look(inline: Inline, link: str) -> dict[str, str]:
    match inline:
        case Text(_, bold, italic, superscript):
            raised = "yes" if superscript else ""
            return {**_weight(bold, italic), "superscript": raised, "link": link}
        case Value(_, key, bold, italic):
            return {**_weight(bold, italic), "value": key, "link": link}
        case Reference(target):
            return {"reference": target, "link": link}
        case Footnote():
            return {"note": "yes"}
    return {}


def _weight(bold: bool, italic: bool) -> dict[str, str]:
    return {"bold": "yes" if bold else "", "italic": "yes" if italic else ""}
