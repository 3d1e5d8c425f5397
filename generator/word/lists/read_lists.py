"""The lists of a file that is read: what stands before an item, through number, list and style.

    <w:num w:numId="7"><w:abstractNumId w:val="4"/></w:num>
    <w:abstractNum w:abstractNumId="4"><w:lvl w:ilvl="0"><w:numFmt w:val="lowerLetter"/>
      <w:lvlText w:val="(%1)"/></w:lvl></w:abstractNum>          -> '(a)'

A number may put levels of its own over those of its list (w:lvlOverride), and a list may stand for
that of a list style (w:numStyleLink).
"""

from __future__ import annotations

from generator.word.package.elements import Element, clark, value_at, whole

_FIRST = {
    "decimal": "1",
    "lowerLetter": "a",
    "upperLetter": "A",
    "lowerRoman": "i",
    "upperRoman": "I",
}


class ReadLists:
    """Markers by number id and level."""

    def __init__(self, root: Element | None) -> None:
        nums = [] if root is None else root.findall(clark("w:num"))
        lists = [] if root is None else root.findall(clark("w:abstractNum"))
        self._nums = {num.get(clark("w:numId"), ""): num for num in nums}
        self._lists = {one.get(clark("w:abstractNumId"), ""): one for one in lists}
        self._linked = {value_at(one, "w:styleLink"): one for one in lists}
        self._known: dict[tuple[str, int], str] = {}
        self._levels: dict[tuple[str, int], Element | None] = {}
        self._styled: dict[tuple[str, str], int] = {}

    def list_of(self, num: str) -> str:
        """The id of the list that a number stands on, '' for none."""
        return value_at(self._nums[num], "w:abstractNumId") if num in self._nums else ""

    def marker(self, num: str, level: int) -> str:
        """'bullet', '1.', '(a)' ...; '' where nothing stands before the text."""
        key = (num, level)
        if key not in self._known:
            found = self.level(num, level)
            self._known[key] = "" if found is None else _marker(found)
        return self._known[key]

    def level_of_style(self, num: str, style_id: str) -> int:
        """The level of a list that a style is linked with, 0 where none says so."""
        key = (num, style_id)
        if key not in self._styled:
            self._styled[key] = self._level_of_style(num, style_id)
        return self._styled[key]

    def _level_of_style(self, num: str, style_id: str) -> int:
        found = self._lists.get(self.list_of(num))
        for level in () if found is None else found.iterfind(clark("w:lvl")):
            if value_at(level, "w:pStyle") == style_id:
                return whole(level.get(clark("w:ilvl"), ""), 0)
        return 0

    def start_override(self, num: str, level: int) -> int | None:
        """Where a number begins a level anew, None where it goes on."""
        for over in self._nums[num].iterfind(clark("w:lvlOverride")) if num in self._nums else ():
            if whole(over.get(clark("w:ilvl"), ""), 0) == level:
                start = over.find(clark("w:startOverride"))
                return None if start is None else whole(start.get(clark("w:val"), ""), 1)
        return None

    def level(self, num: str, level: int) -> Element | None:
        """The w:lvl of a number, None where it has none."""
        key = (num, level)
        if key not in self._levels:
            self._levels[key] = self._level(num, level)
        return self._levels[key]

    def _level(self, num: str, level: int) -> Element | None:
        if num not in self._nums:
            return None
        for over in self._nums[num].iterfind(clark("w:lvlOverride")):
            own = over.find(clark("w:lvl"))
            if own is not None and whole(over.get(clark("w:ilvl"), ""), 0) == level:
                return own
        found = self._lists.get(self.list_of(num))
        link = "" if found is None else value_at(found, "w:numStyleLink")
        found = self._linked.get(link, found) if link else found
        for one in () if found is None else found.iterfind(clark("w:lvl")):
            if whole(one.get(clark("w:ilvl"), ""), 0) == level:
                return one
        return None


def _marker(level: Element) -> str:
    """What a level puts before an item, as ListBlock.marker; other numbers count as '1.'."""
    form, text = value_at(level, "w:numFmt", "decimal"), value_at(level, "w:lvlText").strip()
    if form == "bullet":
        return "bullet"
    if form == "none" or not text:
        return ""
    before = "(" if text.startswith("(") else ""
    return f"{before}{_FIRST.get(form, '1')}{')' if text.endswith(')') else '.'}"
