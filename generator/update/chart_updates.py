"""Charts whose figures changed: replaced, with a comment, for a chart cannot be tracked."""

from __future__ import annotations

from collections.abc import Sequence

from generator.model.wording.quotation_marks import straight
from generator.update.remarks import Remarks
from generator.update.sides import Side
from generator.word.package.elements import Element
from generator.word.updating.chart_swap import PlacedChart, charts_of, swap_chart

CHART = "This chart shows the figures of the source as they are now; charts cannot be tracked."


class ChartUpdates:
    """Updates the charts in paragraphs that are matched already."""

    def __init__(self, mine: Side, theirs: Side, remarks: Remarks) -> None:
        self._mine, self._theirs, self._remarks = mine, theirs, remarks

    def update(self, drawn: Sequence[tuple[Element, Element]]) -> None:
        """drawn: paragraphs with a drawing, of the copy and of the new draft."""
        copy, draft = (side.opened.document.parts for side in (self._mine, self._theirs))
        ours, theirs = _by_paragraph(charts_of(copy)), _by_paragraph(charts_of(draft))
        for one, other in drawn:
            for old, new in zip(ours.get(one, ()), theirs.get(other, ()), strict=False):
                self._chart(one, old, new)

    def _chart(self, paragraph: Element, old: PlacedChart, new: PlacedChart) -> None:
        own = self._is_own(old.title, "title")
        same = old.figures == new.figures and (own or straight(old.title) == straight(new.title))
        told = self._is_own(old.said.get("descr", ""), "description")
        if same:
            return
        copy, draft = (side.opened.document.parts for side in (self._mine, self._theirs))
        swap_chart(copy, draft, old, new, own, told)
        self._remarks.changed("chart", "", old.title, new.title)
        self._remarks.comment(self._beside(paragraph), CHART)

    def _is_own(self, said: str, kind: str) -> bool:
        """Whether an officer wrote a chart's title or description."""
        entries = self._mine.base.entries
        known = {" ".join(one.printed.split()) for one in entries if one.kind == kind}
        return bool(known) and " ".join(straight(said).split()) not in known

    def _beside(self, paragraph: Element) -> int:
        """The text to comment on: a chart's caption, which follows it or stands before it."""
        reads, texts = self._mine.opened.reads, self._mine.reads
        at = reads[paragraph]
        near = [one for one in (at + 1, at - 1, at) if 0 <= one < len(texts)]
        return next((one for one in near if texts[one].kind == "caption"), at)


def _by_paragraph(charts: Sequence[PlacedChart]) -> dict[Element, list[PlacedChart]]:
    found: dict[Element, list[PlacedChart]] = {}
    for chart in charts:
        found.setdefault(chart.paragraph, []).append(chart)
    return found
