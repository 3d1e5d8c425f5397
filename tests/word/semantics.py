"""What no schema checks in a .docx: everything points at something, and Word counts right."""

from __future__ import annotations

import posixpath
import re
from collections import Counter
from collections.abc import Iterator, Mapping

from lxml import etree

from .samples import NS, W, find, shown, w

R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"


def findings(parts: Mapping[str, bytes]) -> list[str]:
    """Everything that points at nothing, stands twice or is empty."""
    xml = {
        name: etree.fromstring(data)
        for name, data in parts.items()
        if name.endswith((".xml", ".rels"))
    }
    found = [*_packaging(parts, xml), *_relationships(parts, xml)]
    stories = {
        name: root
        for name, root in xml.items()
        if re.fullmatch(r"word/(document|footnotes|header.*|footer.*)\.xml", name)
    }
    found += _references(stories)
    found += _styles_and_lists(stories, xml)
    for name, root in stories.items():
        found += _structure(name, root)
    return found


def _packaging(parts: Mapping[str, bytes], xml: Mapping[str, etree._Element]) -> Iterator[str]:
    types = xml["[Content_Types].xml"]
    defaults = {node.get("Extension") for node in types if node.tag.endswith("Default")}
    overrides = {node.get("PartName", "")[1:] for node in types if node.tag.endswith("Override")}
    for name in parts:
        typed = name in overrides or name.rsplit(".", 1)[-1] in defaults
        if name != "[Content_Types].xml" and not typed:
            yield f"{name} has no content type"
    yield from (f"content type for absent {name}" for name in overrides - parts.keys())


def _relationships(parts: Mapping[str, bytes], xml: Mapping[str, etree._Element]) -> Iterator[str]:
    for name, root in xml.items():
        if not name.endswith(".rels"):
            continue
        folder, file = posixpath.split(posixpath.dirname(name)), posixpath.basename(name)[:-5]
        source = posixpath.join(folder[0], file)
        ids = Counter(node.get("Id") for node in root)
        yield from (f"{name}: {key} stands twice" for key, count in ids.items() if count > 1)
        for node in root:
            if node.get("TargetMode") != "External":
                target = posixpath.normpath(posixpath.join(folder[0], node.get("Target", "")))
                if target.lstrip("/") not in parts:
                    yield f"{name}: no part {target}"
        if source in xml:
            for element in xml[source].iter(etree.Element):
                for attribute, value in element.attrib.items():
                    if str(attribute).startswith(R) and value not in ids:
                        yield f"{source}: {value} is no relationship"


def _references(stories: Mapping[str, etree._Element]) -> Iterator[str]:
    marks = Counter(
        node.get(w("name")) for root in stories.values() for node in root.iter(w("bookmarkStart"))
    )
    yield from (
        f"bookmark {name} stands {count} times" for name, count in marks.items() if count > 1
    )
    for name in marks:
        if not re.fullmatch(r"[A-Za-z_]\w{0,39}", str(name), re.ASCII):
            yield f"bookmark name {name!r}"
    notes = {node.get(w("id")) for root in stories.values() for node in root.iter(w("footnote"))}
    for story, root in stories.items():
        for code in root.iter(w("instrText")):
            match = re.match(r"\s*(?:REF|PAGEREF)\s+(\S+)", code.text or "")
            if match and match.group(1) not in marks:
                yield f"{story}: {code.text} points at nothing"
        for link in root.iter(w("hyperlink")):
            if link.get(w("anchor"), next(iter(marks), None)) not in marks:
                yield f"{story}: link to {link.get(w('anchor'))}"
        for reference in root.iter(w("footnoteReference")):
            if reference.get(w("id")) not in notes:
                yield f"{story}: no footnote {reference.get(w('id'))}"


def _styles_and_lists(
    stories: Mapping[str, etree._Element], xml: Mapping[str, etree._Element]
) -> Iterator[str]:
    styles = {node.get(w("styleId")) for node in xml["word/styles.xml"].iter(w("style"))}
    numbering = xml.get("word/numbering.xml", etree.Element("none"))
    nums = {node.get(w("numId")) for node in numbering.iter(w("num"))} | {"0"}
    for story, root in stories.items():
        for node in root.iter(w("pStyle"), w("rStyle"), w("tblStyle")):
            if node.get(w("val")) not in styles:
                yield f"{story}: no style {node.get(w('val'))}"
        for node in root.iter(w("numId")):
            if node.get(w("val")) not in nums:
                yield f"{story}: no list {node.get(w('val'))}"


def _structure(name: str, root: etree._Element) -> Iterator[str]:
    for tag in ("bookmarkStart", f"sdt/{{{W}}}sdtPr/{{{W}}}id"):
        ids = Counter(
            node.get(w("id")) or node.get(w("val")) for node in root.findall(f".//{{{W}}}{tag}")
        )
        yield from (f"{name}: {tag} id {key} twice" for key, count in ids.items() if count > 1)
    pictures = Counter(node.get("id") for node in root.iter(f"{{{NS['wp']}}}docPr"))
    yield from (f"{name}: drawing {key} twice" for key, count in pictures.items() if count > 1)
    depth = sum(
        {"begin": 1, "end": -1}.get(node.get(w("fldCharType"), ""), 0)
        for node in root.iter(w("fldChar"))
    )
    if depth:
        yield f"{name}: fields are not closed"
    for cell in root.iter(w("tc")):
        if not len(cell) or cell[-1].tag != w("p"):
            yield f"{name}: a cell does not end in a paragraph"
    for text in root.iter(w("body"), w("tc")):
        blocks = find(text, "w:p|w:tbl|w:sdt/w:sdtContent/w:p|w:sdt/w:sdtContent/w:tbl")
        tags = [node.tag for node in blocks]
        if [w("tbl")] * 2 in [tags[at : at + 2] for at in range(len(tags))]:
            yield f"{name}: two tables touch"
        if tags[-1:] == [w("tbl")]:
            yield f"{name}: it ends in a table"
    for paragraph in root.iter(w("p")):
        if _stands_between(paragraph):
            continue
        filled = any(True for _ in paragraph.iter(w("t"), w("drawing"), w("separator"),
                                                   w("continuationSeparator")))  # fmt: skip
        if not filled and paragraph.find(f".//{w('sectPr')}") is None:
            yield f"{name}: an empty paragraph"


def _stands_between(paragraph: etree._Element) -> bool:
    """Whether it only parts a table from what follows, and neither is seen nor read out."""
    before, hidden = paragraph.getprevious(), paragraph.find(f"{w('pPr')}/{w('rPr')}/{w('vanish')}")
    return (
        before is not None
        and before.tag == w("tbl")
        and hidden is not None
        and not len(paragraph.findall(f"{w('r')}"))
    )


# ---------------------------------------------------------------- counting as Word does
def counted_numbers(parts: Mapping[str, bytes]) -> list[tuple[str, str]]:
    """(number, text) of every numbered paragraph, counted from the numbering part alone."""
    numbering = etree.fromstring(parts["word/numbering.xml"])
    styles = etree.fromstring(parts["word/styles.xml"])
    abstracts = {
        node.get(w("abstractNumId")): {lvl.get(w("ilvl")): lvl for lvl in node.iter(w("lvl"))}
        for node in numbering.iter(w("abstractNum"))
    }
    nums = {node.get(w("numId")): node for node in numbering.iter(w("num"))}
    by_style = {
        node.get(w("styleId")): node.find(f"{w('pPr')}/{w('numPr')}")
        for node in styles.iter(w("style"))
    }
    counters: dict[str, dict[int, int]] = {}
    begun: set[tuple[str, int]] = set()
    found = []
    for paragraph in etree.fromstring(parts["word/document.xml"]).iter(w("p")):
        number = paragraph.find(f"{w('pPr')}/{w('numPr')}")
        if number is None:
            style = paragraph.find(f"{w('pPr')}/{w('pStyle')}")
            number = by_style.get(style.get(w("val"))) if style is not None else None
        num = "0" if number is None else number.find(w("numId")).get(w("val"))
        if num == "0":
            continue
        level = int(number.find(w("ilvl")).get(w("val")))
        abstract = nums[num].find(w("abstractNumId")).get(w("val"))
        counts = counters.setdefault(abstract, {})
        override = nums[num].find(
            f"{w('lvlOverride')}[@{w('ilvl')}='{level}']/{w('startOverride')}"
        )
        if override is not None and (num, level) not in begun:
            counts[level] = int(override.get(w("val"))) - 1
        begun.add((num, level))
        counts[level] = counts.get(level, 0) + 1
        for deeper in [each for each in counts if each > level]:
            del counts[deeper]
        found.append((_printed(abstracts[abstract], level, counts), shown(paragraph)))
    return found


def _printed(levels: Mapping[str, etree._Element], level: int, counts: Mapping[int, int]) -> str:
    text = levels[str(level)].find(w("lvlText")).get(w("val"))
    for place in range(level + 1):
        form = levels[str(place)].find(w("numFmt")).get(w("val")) if str(place) in levels else ""
        text = text.replace(f"%{place + 1}", _in_form(counts.get(place, 0), form))
    return str(text)


def _in_form(number: int, form: str) -> str:
    roman = ["", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x"]
    forms = {
        "lowerLetter": chr(96 + number),
        "upperLetter": chr(64 + number),
        "lowerRoman": roman[number] if number < len(roman) else str(number),
    }
    return forms.get(form, str(number))
