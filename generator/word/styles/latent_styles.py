"""w:latentStyles: what Word shows of its own styles that a file does not define.

    <w:latentStyles w:defLockedState="0" w:defUIPriority="99" w:defSemiHidden="0"
        w:defUnhideWhenUsed="0" w:defQFormat="0" w:count="376">
      <w:lsdException w:name="heading 1" w:uiPriority="9" w:qFormat="1"/>
      <w:lsdException w:name="toc 1" w:semiHidden="1" w:uiPriority="39" w:unhideWhenUsed="1"/>...

Word has 376 styles of its own, and writes this list into every file since 2007. Without it all of
them crowd the list of styles, before those that the council has designed.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.frozen import dataclass
from generator.word.package.elements import Element, w

COUNT = 376
_DEFAULTS = {
    "defLockedState": 0, "defUIPriority": 99, "defSemiHidden": 0, "defUnhideWhenUsed": 0,
    "defQFormat": 0,
}  # fmt: skip

_ORDINARY = "heading 1|9; Title|10; Subtitle|11; Subtle Emphasis|19; Emphasis|20"
_ALSO_ORDINARY = (
    "Intense Emphasis|21; Strong|22; Quote|29; Intense Quote|30; Subtle Reference|31; "
    "Intense Reference|32; Book Title|33; List Paragraph|34; No Spacing|1; Normal|0"
)
_WHEN_USED_FIRST = (
    "heading 2|9; heading 3|9; heading 4|9; heading 5|9; heading 6|9; heading 7|9; heading 8|9; "
    "heading 9|9; caption|35; TOC Heading|39"
)
_WHEN_USED = (
    "toc 1|39; toc 2|39; toc 3|39; toc 4|39; toc 5|39; toc 6|39; toc 7|39; toc 8|39; toc 9|39; "
    "Default Paragraph Font|1; Bibliography|37; index 1; index 2; index 3; index 4; index 5; "
    "index 6; index 7; index 8; index 9; Normal Indent; footnote text; annotation text; header; "
    "footer; index heading; table of figures; envelope address; envelope return; "
    "footnote reference; annotation reference; line number; page number; endnote reference; "
    "endnote text; table of authorities; macro; toa heading; List; List Bullet; List Number; "
    "List 2; List 3; List 4; List 5; List Bullet 2; List Bullet 3; List Bullet 4; List Bullet 5; "
    "List Number 2; List Number 3; List Number 4; List Number 5; Closing; Signature; Body Text; "
    "Body Text Indent; List Continue; List Continue 2; List Continue 3; List Continue 4; "
    "List Continue 5; Message Header; Salutation; Date; Body Text First Indent; "
    "Body Text First Indent 2; Note Heading; Body Text 2; Body Text 3; Body Text Indent 2; "
    "Body Text Indent 3; Block Text; Hyperlink; FollowedHyperlink; Document Map; Plain Text; "
    "E-mail Signature; HTML Top of Form; HTML Bottom of Form; Normal (Web); HTML Acronym; "
    "HTML Address; HTML Cite; HTML Code; HTML Definition; HTML Keyboard; HTML Preformatted; "
    "HTML Sample; HTML Typewriter; HTML Variable; Normal Table; annotation subject; No List; "
    "Outline List 1; Outline List 2; Outline List 3; Table Simple 1; Table Simple 2; "
    "Table Simple 3; Table Classic 1; Table Classic 2; Table Classic 3; Table Classic 4; "
    "Table Colorful 1; Table Colorful 2; Table Colorful 3; Table Columns 1; Table Columns 2; "
    "Table Columns 3; Table Columns 4; Table Columns 5; Table Grid 1; Table Grid 2; "
    "Table Grid 3; Table Grid 4; Table Grid 5; Table Grid 6; Table Grid 7; Table Grid 8; "
    "Table List 1; Table List 2; Table List 3; Table List 4; Table List 5; Table List 6; "
    "Table List 7; Table List 8; Table 3D effects 1; Table 3D effects 2; Table 3D effects 3; "
    "Table Contemporary; Table Elegant; Table Professional; Table Subtle 1; Table Subtle 2; "
    "Table Web 1; Table Web 2; Table Web 3; Balloon Text; Table Theme; Mention; "
    "Smart Hyperlink; Hashtag; Unresolved Mention; Smart Link"
)
_HIDDEN = "Placeholder Text; Revision"
_TABLES = (
    "Table Grid|39; Grid Table Light|40; Plain Table 1|41; Plain Table 2|42; Plain Table 3|43; "
    "Plain Table 4|44; Plain Table 5|45"
)
_OF_SIX_COLOURS = (
    "Light Shading|60; Light List|61; Light Grid|62; Medium Shading 1|63; Medium Shading 2|64; "
    "Medium List 1|65; Medium List 2|66; Medium Grid 1|67; Medium Grid 2|68; Medium Grid 3|69; "
    "Dark List|70; Colorful Shading|71; Colorful List|72; Colorful Grid|73; "
    "Grid Table 1 Light|46; Grid Table 2|47; Grid Table 3|48; Grid Table 4|49; "
    "Grid Table 5 Dark|50; Grid Table 6 Colorful|51; Grid Table 7 Colorful|52; "
    "List Table 1 Light|46; List Table 2|47; List Table 3|48; List Table 4|49; "
    "List Table 5 Dark|50; List Table 6 Colorful|51; List Table 7 Colorful|52"
)
_ACCENTS = ("", *(f" Accent {number}" for number in range(1, 7)))


@dataclass(frozen=True, slots=True)
class LatentStyle:
    """One of Word's own styles as its list of styles has it.

    priority: its place there, 99 at the end. hidden: not shown; when_used: until it is used.
    quick: in the gallery of styles.
    """

    name: str
    priority: int
    hidden: bool = False
    when_used: bool = False
    quick: bool = False


def _read(text: str, **about: bool) -> Iterator[LatentStyle]:
    for one in text.split("; "):
        name, _, priority = one.partition("|")
        yield LatentStyle(name, int(priority or 99), **about)


def _all() -> Iterator[LatentStyle]:
    yield from _read(f"{_ORDINARY}; {_ALSO_ORDINARY}", quick=True)
    yield from _read(_WHEN_USED_FIRST, hidden=True, when_used=True, quick=True)
    yield from _read(_WHEN_USED, hidden=True, when_used=True)
    yield from _read(_HIDDEN, hidden=True)
    yield from _read(_TABLES)
    for accent in _ACCENTS:
        for one in _read(_OF_SIX_COLOURS):
            yield LatentStyle(one.name + accent, one.priority)


LATENT_STYLES = {style.name.casefold(): style for style in _all()}
"""Word's own styles by name in lower case."""


def latent_styles() -> Element:
    """The w:latentStyles of a styles part."""
    made = w("latentStyles", **_DEFAULTS, count=COUNT)
    for style in LATENT_STYLES.values():
        about: dict[str, str | int] = {"name": style.name}
        if style.hidden:
            about["semiHidden"] = 1
        if style.priority != _DEFAULTS["defUIPriority"]:
            about["uiPriority"] = style.priority
        if style.when_used:
            about["unhideWhenUsed"] = 1
        if style.quick:
            about["qFormat"] = 1
        made.append(w("lsdException", **about))
    return made
