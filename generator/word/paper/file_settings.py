"""What a file says of itself outside its text: protection, pages, and what it keeps for programs.

<w:documentProtection w:edit="readOnly" w:enforcement="1"/>
<w:docVars><w:docVar w:name="reviewer" w:val="..."/></w:docVars>
<w15:person w15:author="Ann Lee"/>   in people.xml
<w:attachedTemplate r:id="rId1"/>     with an address in settings.xml.rels: 'file:///C:/Users/...'
<w:cols w:num="2"/>
"""

from __future__ import annotations

from generator.word.package.elements import Element, clark, local_name, whole
from generator.word.package.parts import Parts
from generator.word.package.zip_package import PackageError
from generator.word.reading.word_file import WordFile

_TWIPS_PER_MM = 1440 / 25.4
_OFF = ("0", "false", "off")
_SHOWN = 200
_MERGED = ("connectString", "query")
_DATA = ("attachedTemplate", "mailMergeSource", "mailMergeHeaderSource")


def protection(settings: Element | None) -> str:
    """What the file is protected as ('readOnly', 'forms'), '' for nothing."""
    said = None if settings is None else settings.find(clark("w:documentProtection"))
    if said is None or said.get(clark("w:enforcement"), "0") in _OFF:
        return ""
    return said.get(clark("w:edit"), "")


def background(body: Element) -> str:
    """The colour of all pages, '' for none."""
    root = body.getparent()
    said = None if root is None else root.find(clark("w:background"))
    colour = "" if said is None else said.get(clark("w:color"), "")
    return "" if colour == "auto" else colour.upper()


def page(body: Element) -> tuple[float, float, float, float]:
    """Width and height of a page of the first section, and its left and right margins, in mm."""
    section = next(body.iter(clark("w:sectPr")), None)
    if section is None:
        return (0.0, 0.0, 0.0, 0.0)
    size, margins = section.find(clark("w:pgSz")), section.find(clark("w:pgMar"))
    left, right = _length(margins, "w:left"), _length(margins, "w:right")
    return (_length(size, "w:w"), _length(size, "w:h"), left, right)


def _length(node: Element | None, name: str) -> float:
    said = "" if node is None else node.get(clark(name), "")
    try:
        return float(said) / _TWIPS_PER_MM
    except ValueError:
        return 0.0


def columns(body: Element) -> int:
    """The most columns that the text of a section runs in."""
    found = (one.get(clark("w:num"), "") for one in body.iter(clark("w:cols")))
    return max((whole(one, 1) for one in found), default=1)


def page_breaks(body: Element) -> int:
    """Breaks between pages: those that Word noted when it last saved, or those asked for."""
    noted = sum(1 for _ in body.iter(clark("w:lastRenderedPageBreak")))
    asked = sum(1 for one in body.iter(clark("w:br")) if one.get(clark("w:type")) == "page")
    return max(noted, asked)


def variables(settings: Element | None) -> tuple[str, ...]:
    """Names of the values that the file keeps for macros."""
    nodes = () if settings is None else settings.iter(clark("w:docVar"))
    return tuple(one.get(clark("w:name"), "") for one in nodes)


def sources(file: WordFile) -> tuple[str, ...]:
    """Addresses of the template that the file was made with, and of data that it merges; also as
    they stand in what a mail merge says of its data.
    """
    name, root = file.parts.related_part(file.main, "settings"), file.part("settings")
    related = file.parts.related(name) if name else []
    merged = [] if root is None else root.iterfind(f"{clark('w:mailMerge')}/*")
    return (
        *(one.target for one in related if one.type.rsplit("/", 1)[-1] in _DATA),
        *(one.get(clark("w:val"), "") for one in merged if local_name(one) in _MERGED),
    )


def editors(file: WordFile) -> str:
    """Who has edited the file, as Word keeps them, parted by semicolons."""
    root = file.part("people")
    people = [] if root is None else root.iter(clark("w15:person"))
    return "; ".join(filter(None, (one.get(clark("w15:author"), "") for one in people)))


def custom_parts(parts: Parts) -> dict[str, str]:
    """Parts of custom XML that hold words -> the first of these."""
    found: dict[str, str] = {}
    for name in parts.names():
        if name.startswith("customXml/") and "itemProps" not in name and name.endswith(".xml"):
            try:
                root = parts.xml(name)
            except PackageError:  # told by the checks of the file's validity
                continue
            words = _first_words(root)
            if words:
                found[name] = words
    return found


def _first_words(root: Element) -> str:
    """As many words of an element as are shown: the base of a draft has all of its texts."""
    words = ""
    for text in map(str, root.itertext()):
        words = " ".join(f"{words} {text}".split()) if text.strip() else words
        if len(words) >= _SHOWN:
            break
    return words[:_SHOWN]
