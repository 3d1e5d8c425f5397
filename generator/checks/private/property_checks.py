"""Names and paths in what the file says of itself."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.checks.held import Held
from generator.checks.private.known_people import known_people
from generator.checks.private.private_rules import NAMES_LEFT, PATH_LEFT
from generator.model.issues import Issue
from generator.model.release.paper import EDITORS
from generator.model.wording.late_pattern import late_pattern
from generator.model.wording.quotation_marks import straight

_NAMING = {
    "creator": "the author", "lastModifiedBy": "who saved it last", "Manager": "the manager",
    "Company": "the organisation", EDITORS: "who edited it",
}  # fmt: skip
_CUSTOM = late_pattern(
    r"(_author|author|owner|editor|reviewer|checked ?by|approved ?by|prepared ?by|typist|user"
    r"|created ?by|modified ?by|.*e-?mail.*|.*display ?name|recorded|source|department|client)",
    re.I,
)
_NOBODY = late_pattern(
    r"python-docx|microsoft office user|un-?named|unknown|author|user|admin(istrator)?|docx4j"
    r"|pandoc|apache poi|libreoffice|openoffice(\.org)?|aspose.*|\d*|microsoft( corporation)?",
    re.I,
)
_PATH = late_pattern(
    r"\b[A-Za-z]:(?:\\|/(?!/))[^\s\"<>|]+|\\\\[\w.-]+\\[^\s\"<>|]+|file:/{2,3}[^\s\"<>]+"
    r"|(?<![\w./])/(?:home|Users)/[^\s\"<>]+"
)
_PARTS = late_pattern(r"\s*[,;&]\s*|\s+and\s+")


def check_property_names(held: Held) -> Iterator[Issue]:
    """Properties that name somebody whom the paper does not name itself."""
    known, paper = known_people(held), held.paper
    for name, value in paper.properties.items():
        if name == EDITORS and not held.final:
            continue
        if not (name in _NAMING or _CUSTOM.fullmatch(name)) or not value.strip():
            continue
        parts = [part for part in _PARTS.split(value.strip()) if part]
        unknown = [one for one in parts if not _NOBODY.fullmatch(one) and not known.has_name(one)]
        if unknown:
            said = _said(held)
            unknown = [one for one in unknown if straight(one).casefold() not in said]
        if unknown:
            what = f"the properties name {', '.join(unknown)!r} as {_NAMING.get(name, name)}"
            yield held.issue(NAMES_LEFT, paper.where(-1, value), what)


def _said(held: Held) -> str:
    return straight("\n".join(text.text for text in held.paper.texts)).casefold()


def check_paths(held: Held) -> Iterator[Issue]:
    """Paths in properties, in the address of the template, and in links."""
    paper = held.paper
    told = [(f"the property {name}", value) for name, value in paper.properties.items()]
    told += [("the address of its template or data", source) for source in paper.sources]
    for what, value in told:
        found = _PATH.search(value)
        if found:
            yield held.issue(PATH_LEFT, paper.where(-1, found[0]), f"{what} is {found[0]!r}")
    for index, text in enumerate(paper.texts):
        for link in dict.fromkeys(run.link for run in text.runs if run.link):
            if _PATH.match(link):
                words = "".join(run.text for run in text.runs if run.link == link)
                what = f"the link {words!r} leads to {link!r}"
                yield held.issue(PATH_LEFT, paper.where(index, words), what)
        found = _PATH.search(text.text) if "\\" in text.text or "/" in text.text else None
        if found:
            what = f"the text has the path {found[0]!r}"
            yield held.issue(PATH_LEFT, paper.where(index, found[0]), what)
