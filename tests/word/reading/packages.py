"""Small Word files: the XML of a body, with whatever other parts a test needs."""

from __future__ import annotations

from collections.abc import Mapping

from generator.word.package.namespaces import declared
from generator.word.package.parts import DOCUMENT_TYPE, WORD_TYPE
from generator.word.package.zip_package import write_package

NAMES = declared("w", "r", "wp", "a", "c", "m", "mc", "w14", "w15")
BY = 'w:author="Finance" w:date="2023-02-16T09:00:00Z"'
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
STYLES = """
<w:docDefaults><w:rPrDefault><w:rPr/></w:rPrDefault></w:docDefaults>
<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="H1"><w:name w:val="Heading 1"/><w:basedOn w:val="Normal"/>
  <w:pPr><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:b/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Cap"><w:name w:val="caption"/></w:style>
<w:style w:type="paragraph" w:styleId="Num"><w:name w:val="Committee Paragraph"/>
  <w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Rec"><w:name w:val="Committee Recommendation"/></w:style>
<w:style w:type="paragraph" w:styleId="LB"><w:name w:val="List Bullet"/>
  <w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="T1"><w:name w:val="toc 1"/></w:style>
<w:style w:type="paragraph" w:styleId="FT"><w:name w:val="footnote text"/></w:style>
<w:style w:type="character" w:styleId="Strong"><w:name w:val="Strong"/>
  <w:rPr><w:b/></w:rPr></w:style>
<w:style w:type="character" w:styleId="Emphasis"><w:name w:val="Emphasis"/>
  <w:rPr><w:i/></w:rPr></w:style>
"""
NUMBERING = """
<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/>
    <w:numFmt w:val="decimal"/><w:lvlText w:val="%1.0"/></w:lvl>
  <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/>
    <w:lvlText w:val="%1.%2"/></w:lvl></w:abstractNum>
<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/>
    <w:lvlText w:val="&#8226;"/></w:lvl></w:abstractNum>
<w:abstractNum w:abstractNumId="2"><w:lvl w:ilvl="0"><w:numFmt w:val="lowerLetter"/>
    <w:lvlText w:val="(%1)"/></w:lvl>
  <w:lvl w:ilvl="1"><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%2."/></w:lvl></w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>
<w:num w:numId="3"><w:abstractNumId w:val="2"/></w:num>
"""
_ROOTS = {"header": "w:hdr", "comments": "w:comments", "commentsExtended": "w15:commentsEx"}


def word_file(
    body: str,
    parts: Mapping[str, str] | None = None,
    links: Mapping[str, str] | None = None,
    kind: str = DOCUMENT_TYPE,
) -> bytes:
    """A .docx. parts: the content of others by the kind of relationship ('footnotes', 'comments').

    links: addresses by relationship id.
    """
    inner = {"styles": STYLES, "numbering": NUMBERING, **(parts or {})}
    related = "".join(
        f'<Relationship Id="p{name}" Type="{_OFFICE}/{name}" Target="{name}.xml"/>'
        for name in inner
    ) + "".join(
        f'<Relationship Id="{key}" Type="{_OFFICE}/hyperlink" Target="{address}"'
        ' TargetMode="External"/>'
        for key, address in (links or {}).items()
    )
    overrides = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{WORD_TYPE}{name}+xml"/>'
        for name in inner
    )
    main = '<Relationship Id="r1" Type="{}/officeDocument" Target="word/document.xml"/>'
    made = {
        "[Content_Types].xml": f'<Types xmlns="{_TYPES}"><Default Extension="rels" ContentType='
        '"application/vnd.openxmlformats-package.relationships+xml"/><Override '
        f'PartName="/word/document.xml" ContentType="{kind}"/>{overrides}</Types>',
        "_rels/.rels": f'<Relationships xmlns="{_RELATIONS}">{main.format(_OFFICE)}'
        "</Relationships>",
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{_RELATIONS}">{related}'
        "</Relationships>",
        "word/document.xml": f"<w:document {NAMES}><w:body>{body}<w:sectPr/></w:body></w:document>",
    }
    for name, content in inner.items():
        tag = _ROOTS.get(name, f"w:{name}")
        made[f"word/{name}.xml"] = f"<{tag} {NAMES}>{content}</{tag}>"
    return write_package({name: content.encode() for name, content in made.items()})


def run(text: str, look: str = "") -> str:
    """A run of text. look: what stands in its w:rPr."""
    properties = f"<w:rPr>{look}</w:rPr>" if look else ""
    return f'<w:r>{properties}<w:t xml:space="preserve">{text}</w:t></w:r>'


def inserted(text: str, number: int = 900) -> str:
    """A run that was inserted."""
    return f'<w:ins w:id="{number}" {BY}>{run(text)}</w:ins>'


def deleted(text: str, number: int = 901) -> str:
    """A run that was deleted."""
    gone = f'<w:r><w:delText xml:space="preserve">{text}</w:delText></w:r>'
    return f'<w:del w:id="{number}" {BY}>{gone}</w:del>'


def paragraph(content: str, mark: str = "", style: str = "", more: str = "") -> str:
    """A paragraph. mark: 'ins' or 'del', how its end changed. more: of its w:pPr."""
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    end = f'<w:rPr><w:{mark} w:id="902" {BY}/></w:rPr>' if mark else ""
    return f"<w:p><w:pPr>{named}{more}{end}</w:pPr>{content}</w:p>"
