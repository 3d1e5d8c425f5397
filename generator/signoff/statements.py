"""What was cleared: a unit's words, its figures and the recommendations, in the shape of in-toto.

    {"_type": "https://in-toto.io/Statement/v1",
     "subject": [{"name": "financial/words", "digest": {"sha256": "5c1f..."}},
                 {"name": "financial/figures", "digest": {"sha256": "0be2..."}},
                 {"name": "financial/recommendations", "digest": {"sha256": "4a77..."}}],
     "predicateType": "urn:committee-report:sign-off:1",
     "predicate": {"report": "health-check-2022", "unit": "financial",
                   "words": ["The review costs {report.budget}."],
                   "figures": [["report.budget", "£5,000"]],
                   "recommendations": ["Note the findings."]}}

A digest is of the canonical JSON of its part of the predicate (https://in-toto.io/Statement/v1).
Words are normal (`model/wording/normal_text.py`) and hold the key of each figure for the figure, so
that a figure that changes leaves the words as they are.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from generator.model.digests import bytes_digest
from generator.model.document import Document
from generator.model.format import DEPENDENCES, Dependence
from generator.model.frozen import dataclass
from generator.model.wording.normal_text import normal
from generator.signoff.canonical_json import canonical
from generator.signoff.signed_units import SignedUnit
from generator.signoff.unit_texts import DigestOf, PrintedFigure, UnitText, texts_of

TYPE = "https://in-toto.io/Statement/v1"
PREDICATE = "urn:committee-report:sign-off:1"
RECOMMENDATIONS = "recommendations"
_FIGURE = re.compile(r"\{([^{}]*)\}")


@dataclass(frozen=True, slots=True)
class Statement:
    """What somebody who clears a unit has before them.

    words: a text each, with '{key}' for a figure. figures: (key, as printed), as they come in the
    words and charts. recommendations: a text each, with their figures in them.
    """

    report: str
    unit: str
    words: tuple[str, ...] = ()
    figures: tuple[tuple[str, str], ...] = ()
    recommendations: tuple[str, ...] = ()

    def digest(self, kind: Dependence) -> str:
        """SHA-256 of the canonical JSON of a kind."""
        return bytes_digest(canonical(_plain(getattr(self, kind))))

    def read(self) -> tuple[str, ...]:
        """The words with their figures in them, as they were printed."""
        left = iter(self.figures)

        def figure(found: re.Match[str]) -> str:
            return next((text for key, text in left if key == found[1]), found[0])

        return tuple(_FIGURE.sub(figure, text) for text in self.words)


def statements_of(
    document: Document, units: Iterable[SignedUnit], digest_of: DigestOf
) -> Mapping[str, Statement]:
    """Unit -> what is there to be cleared now; not of a unit that the document does not print."""
    units = tuple(units)
    wanted = {RECOMMENDATIONS, *(unit.key for unit in units)}
    whole = any(unit.whole for unit in units)
    texts = texts_of(document, digest_of, None if whole else wanted) if units else ()
    recommended = tuple(_text(one) for one in texts if one.unit == RECOMMENDATIONS)
    made = {}
    for unit in units:
        own = [one for one in texts if unit.whole or one.unit == unit.key]
        if own:
            words = tuple(_words(one) for one in own if not one.shown)
            words = (*_front(document), *words) if unit.whole else words
            figures = tuple(pair for one in own for pair in _figures(one))
            made[unit.key] = Statement(document.report, unit.key, words, figures, recommended)
    return made


def _front(document: Document) -> Iterator[str]:
    """What stands above the sections: the title and the rows of the front matter."""
    yield normal(document.title)
    for row in document.front_matter:
        cells = [phrase.text for line in row.lines for phrase in line]
        yield normal(" | ".join([row.label, *cells]))


def _words(text: UnitText) -> str:
    return normal("".join(_key(piece) for piece in text.pieces))


def _key(piece: str | PrintedFigure) -> str:
    return f"{{{piece.key}}}" if isinstance(piece, PrintedFigure) else piece


def _text(text: UnitText) -> str:
    pieces = (one.text if isinstance(one, PrintedFigure) else one for one in text.pieces)
    return normal("".join(pieces))


def _figures(text: UnitText) -> Iterator[tuple[str, str]]:
    for one in text.pieces:
        if isinstance(one, PrintedFigure):
            yield normal(one.key), normal(one.text)


# ---------------------------------------------------------------- in-toto
def as_in_toto(statement: Statement) -> dict[str, Any]:
    """The statement as an in-toto Statement, as plain values."""
    subject = [
        {"name": f"{statement.unit}/{kind}", "digest": {"sha256": statement.digest(kind)}}
        for kind in DEPENDENCES
    ]
    predicate = {"report": statement.report, "unit": statement.unit}
    kinds = {kind: _plain(getattr(statement, kind)) for kind in DEPENDENCES}
    return {
        "_type": TYPE,
        "subject": subject,
        "predicateType": PREDICATE,
        "predicate": {**predicate, **kinds},
    }


def from_in_toto(data: Any) -> Statement:
    """The statement that plain values tell. Raises ValueError for others, or a wrong digest."""
    try:
        told = data["predicate"]
        statement = Statement(
            _string(told["report"]),
            _string(told["unit"]),
            tuple(_string(one) for one in told["words"]),
            tuple((_string(key), _string(text)) for key, text in told["figures"]),
            tuple(_string(one) for one in told["recommendations"]),
        )
    except (KeyError, TypeError, ValueError) as error:
        raise ValueError("its statement is not that of a sign-off") from error
    if as_in_toto(statement) != data:
        raise ValueError("the digests of its statement are not those of what it says")
    return statement


def _string(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError
    return value


def _plain(value: Any) -> Any:
    return [_plain(one) for one in value] if isinstance(value, tuple) else value
