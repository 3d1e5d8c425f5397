"""Words that are drawn, such as a watermark, as a paragraph behind the one that they stand in.

<w:pict><v:shape type="#_x0000_t136" ...><v:textpath string="DRAFT"/></v:shape></w:pict>

Other programs make a text box of it, whose words are read as a paragraph, too.
"""

from __future__ import annotations

from generator.word.package.elements import Element, clark, w
from generator.word.reading.view import ACCEPTED

_DRAWN = (clark("w:pict"), clark("w:object"))
_PATH = "{urn:schemas-microsoft-com:vml}textpath"


def write_out(story: Element) -> None:
    """Put the words of drawn ones that are in the accepted text in their place."""
    for path in list(story.iter(_PATH)):
        drawn = next(path.iterancestors(*_DRAWN), None)
        paragraph = next(path.iterancestors(clark("w:p")), None)
        gone = any(above.tag in ACCEPTED.gone for above in path.iterancestors())
        if drawn is None or paragraph is None or gone:
            continue
        text = w("t")
        text.text = path.get("string", "")
        paragraph.addnext(w("p", w("r", text)))
        holder = drawn.getparent()
        if holder is not None:
            holder.remove(drawn)
