"""Checking a report template before it is used: what is missing or misspelt in it, and where.

Everything here can be mended in Word by the person who designed the template. Places are said the
way they are counted in Word: 'header 1, paragraph 2', 'table 1, row 3, cell 2', 'style Heading 1'.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from generator.config.files import ReadFile
from generator.errors import InputProblems, did_you_mean
from generator.model.issues import Issue, Where
from generator.model.release.check_settings import RuleSetting
from generator.word.package.elements import Element, clark, text_of
from generator.word.package.lengths import A4, A4_TOLERANCE, TWIPS_PER_CM
from generator.word.package.parts import DOCUMENT, DOCUMENT_TYPE, Parts
from generator.word.package.zip_package import PackageError
from generator.word.styles.fonts import Fonts
from generator.word.template.page_stories import field_codes, prints, unmarked_pages
from generator.word.template.style_check import Fault, style_problems
from generator.word.template.style_colours import colour_problems
from generator.word.template.tab_stops import beyond_cells
from generator.word.template.template_tags import (
    LINE_NAMES,
    ROW_NAMES,
    TEXT_NAMES,
    TITLED,
    TemplatePassage,
    jinja,
    passages,
    tag_faults,
)
from generator.word.word_rules import (
    TEMPLATE_BODY,
    TEMPLATE_CONTRAST,
    TEMPLATE_LEFT_OVER,
    TEMPLATE_MARKING,
    TEMPLATE_PAGE,
    TEMPLATE_PAGE_NUMBERS,
    TEMPLATE_PICTURES,
    TEMPLATE_TAGS,
    TEMPLATE_TITLE,
    TEMPLATE_UNUSABLE,
)

_LEFT_OVER = {
    "w:ins": "a tracked insertion",
    "w:del": "a tracked deletion",
    "w:moveFrom": "a tracked move",
    "w:commentReference": "a comment",
}
_SEE = "see docs/word/template.md"
WANTED = ("marking",)
_NO_SETTINGS: Mapping[str, RuleSetting] = {}


def check_template(
    path: Path,
    shown: str = "",
    known: Iterable[str] = (),
    wanted: Collection[str] = WANTED,
    read: ReadFile = Path.read_bytes,
    settings: Mapping[str, RuleSetting] = _NO_SETTINGS,
) -> list[Issue]:
    """Everything wrong with a report template; an empty list when it can be used.

    shown: how the file is named in the problems (default: its path). known: further names that its
    tags may use, those of the council's format. wanted: names that it must print: 'marking', on
    every page, and 'title', anywhere. read: gives the file's bytes. settings: how the council holds
    the rules; their numbers count here. Never raises for what it holds.
    """
    shown = shown or path.as_posix()
    try:
        parts = Parts(read(path))
        refused = _refused(parts, path)
        found = [] if refused else list(_faults(parts, known, wanted, settings))
    except InputProblems as error:  # no file of the workspace
        return list(error.problems)
    except OSError as error:
        refused = f"cannot be read ({error.strerror})", "check its name and place"
    except PackageError as error:
        refused = f"is not a usable report template: {error.message}", ""
    except (ValueError, LookupError, TypeError) as error:
        # Attributes that are no numbers, parts that are not there: Word writes no such thing.
        refused = f"is damaged ({error})", "open it in Word and save it again as .docx"
    if refused:
        return [TEMPLATE_UNUSABLE.issue(Where(shown), *refused)]
    return [
        rule.issue(Where(shown, None, place or None), what, mend)
        for rule, place, what, mend in dict.fromkeys(found)
    ]


def _faults(
    parts: Parts,
    known: Iterable[str],
    wanted: Collection[str],
    settings: Mapping[str, RuleSetting],
) -> Iterator[Fault]:
    """Everything wrong in a file that is a Word document."""
    contrast = settings.get(TEMPLATE_CONTRAST.id)
    stories = list(_stories(parts))
    styles = parts.xml(parts.related_part(DOCUMENT, "styles") or "word/styles.xml")
    yield from _tag_problems(stories, parts, known)
    yield from _placeholder_problems(parts)
    yield from style_problems(styles, _numbering(parts))
    yield from colour_problems(parts, contrast.numbers if contrast else {})
    yield from _page_problems(parts, stories)
    yield from _unprinted(parts, stories, wanted)
    yield from _stops_beyond(parts)
    yield from _left_over(parts, stories)


def _refused(parts: Parts, path: Path) -> tuple[str, str] | None:
    """Why a file is not taken for a report template at all."""
    kind = parts.content_type(DOCUMENT) if DOCUMENT in parts else ""
    macros = any(name.endswith("vbaProject.bin") for name in parts.names())
    if macros or "macroEnabled" in kind:
        return "holds macros", "save it as .docx, which cannot hold any"
    if kind != DOCUMENT_TYPE:
        what = "is a Word template" if "template.main" in kind else "is not a Word document"
        return what, "save it as .docx in Word"
    if path.suffix.lower() != ".docx":
        return f"has the ending {path.suffix or '(none)'}", "name it .docx"
    return None


def _stories(parts: Parts) -> Iterator[tuple[str, Element]]:
    """The text, then headers, footers and notes with their names."""
    body = parts.xml(DOCUMENT).find(clark("w:body"))
    if body is not None:
        yield "", body
    counts: dict[str, int] = {}
    for relationship in parts.related(DOCUMENT):
        kind = relationship.type.rsplit("/", 1)[-1]
        if kind in ("header", "footer") and relationship.target in parts:
            counts[kind] = counts.get(kind, 0) + 1
            yield f"{kind} {counts[kind]}", parts.xml(relationship.target)
        elif kind in ("footnotes", "endnotes") and relationship.target in parts:
            yield kind, parts.xml(relationship.target)


def _numbering(parts: Parts) -> Element | None:
    name = parts.related_part(DOCUMENT, "numbering")
    return parts.xml(name) if name else None


# ---------------------------------------------------------------- tags
def _known_names(known: Iterable[str]) -> dict[str, Any]:
    names: dict[str, Any] = dict.fromkeys((*TEXT_NAMES, TITLED, "body", *known))
    row: dict[str, Any] = dict.fromkeys(ROW_NAMES)
    row["lines"] = dict.fromkeys(LINE_NAMES)
    names["front_matter"] = row
    return names


def _tag_problems(
    stories: list[tuple[str, Element]], parts: Parts, known: Iterable[str]
) -> Iterator[Fault]:
    names = _known_names(known)
    written = [list(passages(root, story)) for story, root in stories]
    written.append(list(_core_passages(parts)))
    for story in written:
        for fault in tag_faults(story, names):
            mend = fault.mend
            if fault.name:
                mend = did_you_mean(fault.name, list(names)) or _SEE
            yield TEMPLATE_TAGS, fault.place, fault.what, mend
    everything = " ".join(jinja(passage.text) for story in written for passage in story)
    if "front_matter" not in everything:
        mend = f"add the table of front matter; {_SEE}"
        yield TEMPLATE_BODY, "", "front_matter is printed nowhere", mend


def _core_passages(parts: Parts) -> Iterator[TemplatePassage]:
    name = parts.related_part("", "core-properties")
    if name:
        for node in parts.xml(name):
            if node.text:
                yield TemplatePassage(f"core properties: {node.tag.rsplit('}', 1)[-1]}", node.text)


def _placeholder_problems(parts: Parts) -> Iterator[Fault]:
    body = parts.xml(DOCUMENT).find(clark("w:body"))
    if body is None:
        return
    holding = [
        passage for passage in passages(body, "") if "{{body}}" in passage.text.replace(" ", "")
    ]
    if not holding:
        mend = (
            "put it in a paragraph of its own; 'committee template fit' makes a report template of"
            " a letterhead or a paper"
        )
        yield TEMPLATE_BODY, "", "the placeholder {{ body }} is missing", mend
    for passage in holding[1:]:
        what = "{{ body }} stands here a second time"
        yield TEMPLATE_BODY, passage.place, what, "keep one of them"
    for passage in holding[:1]:
        if not passage.place.startswith("paragraph"):
            what = "{{ body }} stands in a table"
            yield TEMPLATE_BODY, passage.place, what, "put it under the table"
        elif passage.text.replace(" ", "") != "{{body}}":
            yield (
                TEMPLATE_BODY,
                passage.place,
                "{{ body }} shares its paragraph with other text",
                ("give it a paragraph of its own"),
            )
    for node in body:
        inside = node.find(f"{clark('w:pPr')}/{clark('w:sectPr')}")
        if inside is not None and "{{body}}" in text_of(node).replace(" ", ""):
            yield (
                TEMPLATE_BODY,
                holding[0].place,
                "a section break stands in the paragraph of {{ body }}",
                ("put the break into a paragraph after it"),
            )


# ---------------------------------------------------------------- page
def _page_problems(parts: Parts, stories: list[tuple[str, Element]]) -> Iterator[Fault]:
    for number, page in enumerate(parts.xml(DOCUMENT).iter(clark("w:sectPr")), start=1):
        size = page.find(clark("w:pgSz"))
        found = (
            sorted(int(size.get(clark(f"w:{side}"), "0")) for side in "wh")
            if size is not None
            else []
        )
        if not found or any(
            abs(one - other) > A4_TOLERANCE for one, other in zip(found, A4, strict=True)
        ):
            yield TEMPLATE_PAGE, f"section {number}", "the page is not A4", "set Layout, Size to A4"
    kinds = {story.split(" ")[0] for story, _ in stories}
    for kind in ("header", "footer"):
        if kind not in kinds:
            yield TEMPLATE_PAGE_NUMBERS, "", f"there is no {kind}", f"add one; {_SEE}"
    pages = [root for story, root in stories if story.startswith(("header", "footer"))]
    fields = {code for root in pages for code in field_codes(root)}
    for field, name in (("PAGE", "page number"), ("NUMPAGES", "number of pages")):
        if field not in fields:
            mend = f"insert the field {field}, as in Page X of Y"
            yield TEMPLATE_PAGE_NUMBERS, "", f"no header or footer prints the {name}", mend


def _unprinted(
    parts: Parts, stories: list[tuple[str, Element]], wanted: Collection[str]
) -> Iterator[Fault]:
    """What a report must say and this template does not print."""
    if "title" in wanted and not any(prints(root, "title") for _, root in stories):
        mend = "put {{ title }} above the table of front matter, or give the format a row for it"
        yield TEMPLATE_TITLE, "", "the report's title is printed nowhere", mend
    for what in unmarked_pages(parts) if "marking" in wanted else ():
        yield TEMPLATE_MARKING, "", what, "put the tag there, or exempt reports are not marked"


def _stops_beyond(parts: Parts) -> Iterator[Fault]:
    fonts = Fonts(parts)
    for style_id, room in beyond_cells(parts, fonts.chain).items():
        name = next(fonts.chain(style_id)).find(clark("w:name"))
        shown = style_id if name is None else name.get(clark("w:val"), style_id)
        what = "a tab stop lies beyond the cell of the table that it is used in"
        mend = f"move it to {room / TWIPS_PER_CM:.1f} cm or less"
        yield TEMPLATE_PAGE, f"style {shown}", what, mend


def _left_over(parts: Parts, stories: list[tuple[str, Element]]) -> Iterator[Fault]:
    for story, root in stories:
        place = story or "text"
        for tag, what in _LEFT_OVER.items():
            count = sum(1 for _ in root.iter(clark(tag)))
            if count:
                yield (
                    TEMPLATE_LEFT_OVER,
                    place,
                    f"{what} is left in it ({count})",
                    "accept or reject all, delete comments",
                )
        for picture in root.iter(clark("wp:docPr")):
            if not picture.get("descr") and "decorative" not in _inner(picture):
                mend = "add it, or mark it as decorative"
                yield TEMPLATE_PICTURES, place, "a picture has no alternative text", mend
        if next(root.iter(clark("wp:anchor")), None) is not None:
            what = "a picture or text box floats over the text"
            yield TEMPLATE_PICTURES, place, what, "set it in line with text"
    settings = parts.related_part(DOCUMENT, "settings")
    if settings and parts.xml(settings).find(clark("w:documentProtection")) is not None:
        mend = "stop the protection under Review, Restrict Editing"
        yield TEMPLATE_UNUSABLE, "", "the document is protected", mend


def _inner(node: Element) -> str:
    return " ".join(str(child.tag).rsplit("}", 1)[-1] for child in node.iter())
