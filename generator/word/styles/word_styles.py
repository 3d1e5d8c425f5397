"""The styles of a template as Word would have written them, where no Word has saved it yet.

    <w:style w:type="paragraph" w:styleId="TOC1"><w:name w:val="toc 1"/>
      <w:basedOn w:val="Normal"/><w:next w:val="Normal"/>
      <w:uiPriority w:val="39"/><w:unhideWhenUsed/>...</w:style>

Word knows its own styles by exact names, has an id for each, a place in its list of styles, and a
character style linked with those that may be put on part of a paragraph. Other programs leave these
out: then an officer finds two hundred styles in no order, and Word makes a second 'Footnote Text'.
A styles part that Word has saved holds w:latentStyles and is the designer's: nothing is changed.
"""

from __future__ import annotations

from copy import deepcopy

from generator.word.package.elements import Element, clark, value_at, w
from generator.word.styles.latent_styles import LATENT_STYLES, LatentStyle, latent_styles
from generator.word.styles.style_sheet import put_in_order

_IDS = {
    "Normal Table": "TableNormal",
    "annotation text": "CommentText",
    "annotation reference": "CommentReference",
    "annotation subject": "CommentSubject",
}
# Word's own styles for text, which an author looks for beside those of the council.
_PICKED = ("Body Text", "List Bullet", "List Number")
_LINKED = (
    "heading 1", "heading 2", "heading 3", "heading 4", "Title", "Subtitle", "Quote", "Body Text",
    "header", "footer", "footnote text",
)  # fmt: skip
_DEFAULTS = (
    ("character", "Default Paragraph Font"),
    ("table", "Normal Table"),
    ("numbering", "No List"),
)
# The council's styles in the order of Word's list; those in the second are for the program to use.
_FOR_AUTHORS = (
    "Committee Paragraph", "Committee Paragraph Continued", "Committee Lead-in",
    "Committee Recommendation", "Committee Sign-off", "Committee Note", "Committee Guidance",
    "Committee Figure", "Committee Key Figure", "Table Text", "Table Heading",
)  # fmt: skip
_FOR_PROGRAM = (
    "Front Matter Label", "Front Matter Text", "Front Matter Columns", "Front Matter Wide Columns",
)  # fmt: skip
# What an author writes after a paragraph of a style, where it is another.
_NEXT = {
    "Committee Lead-in": "Committee Recommendation",
    "Committee Figure": "caption",
    "Table Heading": "Table Text",
    "Title": "Body Text",
    "Subtitle": "Body Text",
    "caption": "Body Text",
    "TOC Heading": "Normal",
    "toc 1": "Normal",
    "toc 2": "Normal",
    "toc 3": "Normal",
}
_LAST = 99  # in the list of styles
_COMPLEX = {"b": "bCs", "i": "iCs"}  # the same for Arabic and Hebrew, as Word writes it


def complete_styles(root: Element) -> dict[str, str]:
    """Complete a w:styles that Word has not saved yet; give the ids that are others now.

    Returns new ids by old ones, {} where there is nothing to do: what refers to styles by id has to
    follow.
    """
    if root.find(clark("w:latentStyles")) is not None:
        return {}
    defaults = root.find(clark("w:docDefaults"))
    root.insert(0 if defaults is None else root.index(defaults) + 1, latent_styles())
    for kind, name in _DEFAULTS:
        _add_default(root, kind, name)
    ids = _new_ids(root)
    for style in list(root.iterfind(clark("w:style"))):
        _list(style)
        _spell_out(style)
        _link(root, style)
    _follow_on(root)
    _rename(root, ids)
    return ids


def rename_styles(story: Element, ids: dict[str, str]) -> None:
    """Follow new ids in a story, in place."""
    for tag in ("pStyle", "rStyle", "tblStyle"):
        _follow(story, tag, ids)


def _add_default(root: Element, kind: str, name: str) -> None:
    """The style that stands for no style; Word expects one of each kind."""
    wanted = {clark("w:type"): kind, clark("w:default"): "1"}
    for style in root.iterfind(clark("w:style")):
        if all(style.get(attribute) == value for attribute, value in wanted.items()):
            return
    style = w("style", w("name", val=name), type=kind, default=1, styleId=_word_id(name))
    if kind == "table":
        sides = (("top", 0), ("left", 108), ("bottom", 0), ("right", 108))
        margins = w("tblCellMar", *(w(side, w=width, type="dxa") for side, width in sides))
        style.append(w("tblPr", w("tblInd", w=0, type="dxa"), margins))
    root.append(style)


def _own(style: Element) -> LatentStyle | None:
    """What Word knows of a style; None for one that is not Word's own."""
    if style.get(clark("w:customStyle")) in ("1", "true", "on"):
        return None
    return LATENT_STYLES.get(value_at(style, "w:name").casefold())


def _word_id(name: str) -> str:
    """'footnote text' is FootnoteText, 'toc 1' TOC1, 'table of figures' TableofFigures."""
    if name in _IDS:
        return _IDS[name]
    kept = ("of", "for")
    spelt = [
        word if word in kept else word[:1].upper() + word[1:]
        for word in name.replace("toc ", "TOC ").split()
    ]
    return "".join(filter(str.isalnum, "".join(spelt)))


def _new_ids(root: Element) -> dict[str, str]:
    styles = list(root.iterfind(clark("w:style")))
    taken = {style.get(clark("w:styleId"), "") for style in styles}
    ids: dict[str, str] = {}
    for style in styles:
        known, old = _own(style), style.get(clark("w:styleId"), "")
        new = _word_id(known.name) if known else old
        if new != old and new not in taken:
            taken.add(new)
            ids[old] = new
    return ids


def _rename(root: Element, ids: dict[str, str]) -> None:
    for style in root.iterfind(clark("w:style")):
        old = style.get(clark("w:styleId"), "")
        style.set(clark("w:styleId"), ids.get(old, old))
    for tag in ("basedOn", "next", "link"):
        _follow(root, tag, ids)


def _follow(root: Element, tag: str, ids: dict[str, str]) -> None:
    for node in root.iter(clark(f"w:{tag}")):
        old = node.get(clark("w:val"), "")
        if old in ids:
            node.set(clark("w:val"), ids[old])


def _list(style: Element) -> None:
    """The name of one of Word's own styles, and a style's place in the list of styles."""
    known = _own(style)
    if known is not None:
        put_in_order(style, w("name", val=known.name))
        if style.get(clark("w:default")) == "1" and known.when_used:
            put_in_order(style, w("semiHidden"))
        if known.when_used:
            put_in_order(style, w("unhideWhenUsed"))
        _place(style, known.priority, known.quick or known.name in _PICKED)
    elif (name := value_at(style, "w:name")) in _FOR_AUTHORS:
        _place(style, 1 + _FOR_AUTHORS.index(name), quick=True)
    elif name in _FOR_PROGRAM:
        _place(style, len(_FOR_AUTHORS) + 1 + _FOR_PROGRAM.index(name), quick=False)
    elif style.get(clark("w:type")) == "table":
        _place(style, _LAST, quick=False)


def _spell_out(style: Element) -> None:
    """What Word writes of a style's properties, and what it leaves out."""
    kind, is_default = style.get(clark("w:type")), style.get(clark("w:default")) == "1"
    if kind == "character" and not is_default and style.find(clark("w:basedOn")) is None:
        put_in_order(style, w("basedOn", val=_word_id("Default Paragraph Font")))
    for properties in style.iter(clark("w:rPr")):
        for tag, complex_tag in _COMPLEX.items():
            node = properties.find(clark(f"w:{tag}"))
            if node is not None and properties.find(clark(f"w:{complex_tag}")) is None:
                put_in_order(properties, w(complex_tag, **_value(node)))
    for part in style.findall(clark("w:tblStylePr")):
        if part.find(clark("w:tblPr")) is None:
            before = [part.find(clark(f"w:{tag}")) for tag in ("pPr", "rPr")]
            part.insert(sum(node is not None for node in before), w("tblPr"))
    for tag in ("pPr", "rPr"):
        for empty in [node for node in style.findall(clark(f"w:{tag}")) if not len(node)]:
            style.remove(empty)


def _follow_on(root: Element) -> None:
    """Which style comes after which, where the template does not say."""
    ids = {
        value_at(s, "w:name"): s.get(clark("w:styleId"), "") for s in root.iter(clark("w:style"))
    }
    for style in root.iterfind(clark("w:style")):
        following = ids.get(_NEXT.get(value_at(style, "w:name"), ""))
        if following and style.find(clark("w:next")) is None:
            put_in_order(style, w("next", val=following))


def _place(style: Element, priority: int, quick: bool) -> None:
    if priority and style.find(clark("w:uiPriority")) is None:
        put_in_order(style, w("uiPriority", val=priority))
    gallery = style.find(clark("w:qFormat"))
    if quick:
        put_in_order(style, w("qFormat"))
    elif gallery is not None:
        style.remove(gallery)


def _value(switch: Element) -> dict[str, str]:
    value = switch.get(clark("w:val"))
    return {} if value is None else {"val": value}


def _link(root: Element, style: Element) -> None:
    """The character style that Word puts on part of a paragraph in one of its own styles."""
    name = value_at(style, "w:name")
    is_paragraph = style.get(clark("w:type"), "paragraph") == "paragraph"
    if _own(style) is None or not is_paragraph or name not in _LINKED:
        return
    if style.find(clark("w:link")) is not None:
        return
    shown = f"{name.title()} Char"
    linked = _word_id(name) + "Char"
    if any(other.get(clark("w:styleId")) == linked for other in root):
        return
    put_in_order(style, w("link", val=linked))
    made = w("style", w("name", val=shown), type="character", customStyle=1, styleId=linked)
    made.append(w("basedOn", val=_word_id("Default Paragraph Font")))
    made.append(w("link", val=style.get(clark("w:styleId"), "")))
    priority = style.find(clark("w:uiPriority"))
    if priority is not None:
        made.append(deepcopy(priority))
    looks = style.find(clark("w:rPr"))
    if looks is not None:
        made.append(deepcopy(looks))
    root.append(made)
