"""Rendering: a document and a report template become the bytes of a .docx.

docxtpl fills in the template's own tags (front matter, header, footer); then the body is written as
XML at the paragraph that held `{{ body }}`, with numbering, footnotes, charts and properties in
parts of their own. The same document, template and chart parts give the same bytes.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import cast

from lxml import etree

from generator.config.files import ReadFile
from generator.errors import InputProblems
from generator.model.document import Document
from generator.model.issues import Where
from generator.model.surroundings import Beside, PageSection
from generator.word.package.elements import Element, clark, parse, text_of, to_bytes, w
from generator.word.package.namespaces import NAMESPACES
from generator.word.package.parts import DOCUMENT, Parts
from generator.word.package.properties import write_properties
from generator.word.package.settings import BRITISH, tidy_settings
from generator.word.package.xml_text import clean
from generator.word.package.zip_package import PackageError, write_package
from generator.word.paging.kept_pieces import HeightStore, NothingKept
from generator.word.template.front_matter import align_front_matter
from generator.word.template.shell import BODY_MARK, drop_empty_tables, show_braces
from generator.word.template.whole_ranges import keep_ranges_whole
from generator.word.writing.body import Body
from generator.word.writing.placed_charts import ChartStore

_NO_PAGES: Mapping[str, int] = {}
_MARK = "committeeBody"


def build_on_shell(
    document: Document,
    shell: bytes,
    template: Path,
    charts: ChartStore,
    pages: Mapping[str, int] = _NO_PAGES,
    read: ReadFile = Path.read_bytes,
    heights: HeightStore | None = None,
) -> bytes:
    """The report as a .docx; see parts_on_shell."""
    return write_package(parts_on_shell(document, shell, template, charts, pages, read, heights))


def parts_on_shell(
    document: Document,
    shell: bytes,
    template: Path,
    charts: ChartStore,
    pages: Mapping[str, int] = _NO_PAGES,
    read: ReadFile = Path.read_bytes,
    heights: HeightStore | None = None,
) -> dict[str, bytes]:
    """The parts of the report's .docx, on its template as render_shell has filled it in.

    pages: page numbers for the contents list by section key; without them its entries have none.
    read: gives the template and appended files. heights: where those of blocks are kept. Raises
    InputProblems when the template cannot be used; check_template finds what is wrong.
    """
    try:
        parts = Parts(shell)
        for name in parts.names():
            if name.endswith(".xml"):
                parts.raw[name] = show_braces(parts.raw[name])
        drop_empty_tables(parts.xml(DOCUMENT))
        align_front_matter(parts, {clean(row.label) for row in document.front_matter})
        keep_ranges_whole(parts)
        placeholder, page = find_placeholder(parts.xml(DOCUMENT))
        body = Body(document, parts, page, charts, pages, read, heights or NothingKept())
        written = put_in_place(parts, placeholder, body.write(placeholder, page))
        if not document.public:
            body.base.write(parts, document, *_around(parts, written))
    except (PackageError, LookupError) as error:
        raise _unusable(template, document, error, read) from error
    _set_language(parts, document.language)
    tidy_settings(parts, document.language or BRITISH)
    write_properties(parts, document)
    return parts.written()


def find_placeholder(root: Element) -> tuple[Element, Element]:
    """The paragraph that the body replaces, and the w:sectPr that it stands under.

    Raises LookupError when there is none, or it is not a paragraph of its own in the text.
    """
    body = root.find(clark("w:body"))
    if body is None:
        raise LookupError("the template has no text")
    found = None
    for node in body.iterchildren():
        if found is None and node.tag == clark("w:p") and text_of(node).strip() == BODY_MARK:
            found = node
        elif found is not None:
            page = (
                node
                if node.tag == clark("w:sectPr")
                else node.find(f"{clark('w:pPr')}/{clark('w:sectPr')}")
            )
            if page is not None:
                return found, page
    raise LookupError("the paragraph {{ body }} is missing or not alone in its paragraph")


def put_in_place(parts: Parts, placeholder: Element, body: str) -> Element:
    """Put the written body where the placeholder stands. The whole is parsed once, to be sure.

    Gives the root of what is written.
    """
    parent = placeholder.getparent()
    if parent is not None:
        parent.replace(placeholder, w(_MARK))
    whole = to_bytes(_declaring(parts.xml(DOCUMENT))).decode()
    before, _, after = whole.partition(f"<w:{_MARK}/>")
    written = f"{before}{body}{after}".encode()
    root = parse(written)
    parts.add(DOCUMENT, written, parts.content_type(DOCUMENT))
    return root


def _around(parts: Parts, root: Element) -> tuple[tuple[PageSection, ...], tuple[Beside, ...]]:
    """The pages of a draft, and what it prints or reads out besides its texts."""
    from generator.word.margins.read_beside import read_beside
    from generator.word.margins.read_sections import read_sections

    return read_sections(parts, root), read_beside(parts, DOCUMENT, root)


def _declaring(root: Element) -> Element:
    """The root with the prefixes that the body uses, whatever the template's writer called them."""
    wanted = {"w": NAMESPACES["w"], "r": NAMESPACES["r"]}
    if all(root.nsmap.get(prefix) == name for prefix, name in wanted.items()):
        return root
    known = cast("dict[str, str]", root.nsmap)
    nsmap = {prefix: name for prefix, name in known.items() if name not in wanted.values()}
    made = etree.Element(root.tag, nsmap=nsmap | wanted)
    for name, value in root.attrib.items():
        made.set(name, value)
    made.extend(root)
    etree.cleanup_namespaces(made, keep_ns_prefixes=list(wanted))
    return made


def _set_language(parts: Parts, language: str) -> None:
    name = parts.related_part(DOCUMENT, "styles")
    if name and language:
        for node in parts.xml(name).iter(clark("w:lang")):
            node.set(clark("w:val"), language)
            if node.get(clark("w:eastAsia")):
                node.set(clark("w:eastAsia"), language)


def _unusable(
    template: Path, document: Document, error: Exception, read: ReadFile
) -> InputProblems:
    from generator.word.template.template_check import check_template
    from generator.word.word_rules import TEMPLATE_UNUSABLE

    shown = f"{template.parent.name}/{template.name}"
    found = check_template(template, shown, known=document.context, wanted=(), read=read)
    what = f"the report template cannot be used: {error}"
    return InputProblems(
        found or [TEMPLATE_UNUSABLE.issue(Where(shown), what, "see docs/word/template.md")]
    )
