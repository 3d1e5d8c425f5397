"""Another document's equations as the schema has them.

    <w:p><m:oMathPara>...<m:dPr><m:begChr/><m:sepChr/><m:endChr/></m:dPr>

An equation stands in a paragraph, and what says how it looks has one order, which pandoc and others
do not keep. Word reads an equation that is out of order as damage to the file.
"""

from __future__ import annotations

from generator.word.package.elements import Element, clark, w, words

MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_ORDERS = {
    "accPr": words("chr ctrlPr"),
    "barPr": words("pos ctrlPr"),
    "borderBoxPr": words(
        "hideTop hideBot hideLeft hideRight strikeH strikeV strikeBLTR strikeTLBR ctrlPr"
    ),
    "boxPr": words("opEmu noBreak diff brk aln ctrlPr"),
    "dPr": words("begChr sepChr endChr grow shp ctrlPr"),
    "eqArrPr": words("baseJc maxDist objDist rSpRule rSp ctrlPr"),
    "fPr": words("type ctrlPr"),
    "groupChrPr": words("chr pos vertJc ctrlPr"),
    "mPr": words("baseJc plcHide rSpRule cGpRule rSp cSp cGp mcs ctrlPr"),
    "mcPr": words("count mcJc"),
    "naryPr": words("chr limLoc grow subHide supHide ctrlPr"),
    "phantPr": words("show zeroWid zeroAsc zeroDesc transp ctrlPr"),
    "rPr": words("lit nor scr sty brk aln"),
    "radPr": words("degHide ctrlPr"),
    "sSubSupPr": words("alnScr ctrlPr"),
}


def mend_equations(story: Element) -> None:
    """Mend every equation of a story in place."""
    for node in list(story.iter(f"{MATH}oMathPara", f"{MATH}oMath")):
        parent = node.getparent()
        if parent is not None and parent.tag in (clark("w:body"), clark("w:tc")):
            paragraph = w("p")
            parent.replace(node, paragraph)
            paragraph.append(node)
    for name, order in _ORDERS.items():
        places = {f"{MATH}{child}": place for place, child in enumerate(order)}
        for node in story.iter(f"{MATH}{name}"):
            known = {str(child.tag): child for child in node if child.tag in places}
            node[:] = sorted(known.values(), key=lambda child: places[str(child.tag)])
