"""Where new and moved paragraphs go: behind what stands before them in the edited file."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import groupby, takewhile

from generator.config.yaml.yaml_file import YamlPath
from generator.merge.arrival_account import (
    Arrival,
    pointers_of,
    refuse_arrival,
    tell_contested,
    tell_depth,
    tell_placed,
)
from generator.merge.arrival_texts import as_markdown, new_text
from generator.merge.layout.new_tables import NewTable, new_tables
from generator.merge.layout.table_rows import contested_row, place_row
from generator.merge.own_sentences import is_sentence, more_of_own
from generator.merge.sources.item_markers import (
    ItemAbove,
    item_above,
    items_above,
    marker_below,
    marker_beside,
)
from generator.merge.sources.narrative_blocks import (
    Block,
    NarrativeBlocks,
    with_marker,
)
from generator.merge.sources.source_edits import Splice
from generator.merge.sources.source_fields import Field, applied, list_entry, listed_at
from generator.merge.sources.tokens import read_tokens
from generator.merge.work import ListChange, Work
from generator.model.draft_base import BaseEntry
from generator.model.wording.conflict_marks import both

_NOWHERE = "there is no text of the report before or after it that it could stand with"
_MADE = "the program prints it where the format or an expression says"
_ELSEWHERE = "it is written in another file; move it there by hand"
_WITHIN_LOOP = "a loop prints what stands before and behind it; put it in by hand"
_TABLE_OUT = "the author has taken this table out since"
_NO_TABLE = "what stands before it is not written in the narrative; put the table in by hand"


Blocks = Callable[[str], NarrativeBlocks]


def with_tables(work: Work, arrivals: Sequence[Arrival]) -> list[Arrival]:
    """Arrivals with each new table as one of them."""
    tables = new_tables(work, {one.read for one in arrivals if one.pair is None})
    inside = {read for table in tables for read in table.reads}
    rest = [one for one in arrivals if one.read not in inside]
    for table in tables:
        if table.drafted:
            work.note("superseded", "table", (), "", table.words, _TABLE_OUT, table.reads)
    made = [Arrival(min(one.reads), table=one) for one in tables if not one.drafted]
    return sorted([*rest, *made], key=lambda one: one.read)


def place_arrivals(work: Work, arrivals: Sequence[Arrival], blocks: Blocks) -> None:
    """Put each arrival into the sources."""
    moved = {one.index for one in arrivals if one.pair is not None}
    anchors = _Anchors(work, moved)
    rows = _rows(work, arrivals)
    for cells in rows.values():
        place_row(work, [one.read for one in cells])
    taken = {one.read for cells in rows.values() for one in cells}
    taken |= _told_in_rows(work, arrivals)
    rest = sorted((one for one in arrivals if one.read not in taken), key=lambda one: one.stands)
    for anchor, run in groupby(rest, key=lambda one: anchors.before(one.stands)):
        _place_run(work, anchor, list(run), blocks, anchors)


class _Anchors:
    """The texts of the report that stay where they are, by where they stand in the edited file."""

    def __init__(self, work: Work, moved: set[int]) -> None:
        self._work = work
        self.stands: dict[int, BaseEntry] = {}
        for index, one in enumerate(work.pairing.pairs):
            today = work.today(one)
            if index in moved or not one.pieces or not today:
                continue
            entry = today[-1]
            if entry.kind in ("footnote", "front-matter"):
                continue
            if entry.line or is_sentence(entry) or listed_at(entry) is not None:
                self.stands[one.pieces[-1].read] = entry

    def before(self, read: int) -> int:
        """The nearest such text before; -1 for none."""
        return max((at for at in self.stands if at < read), default=-1)

    def after(self, read: int) -> int:
        """The nearest such text after; -1 for none."""
        return min((at for at in self.stands if at > read), default=-1)


def _place_run(
    work: Work, anchor: int, run: list[Arrival], blocks: Blocks, anchors: _Anchors
) -> None:
    """Put texts that stand together behind their anchor, or before what follows them."""
    entry = None if _in_other_table(work, anchor, run, anchors) else anchors.stands.get(anchor)
    if _within_loop(entry, anchors.stands.get(anchors.after(anchor)), blocks):
        for one in run:
            refuse_arrival(work, one, _WITHIN_LOOP)
        return
    if entry is not None and _in_narrative(entry):
        _into_narrative(work, entry, run, blocks, behind=True)
        return
    for one in run:
        if one.table is not None:
            refuse_arrival(work, one, _NO_TABLE)
    run = [one for one in run if one.table is None]
    if entry is not None and (at := listed_at(entry)) is not None:
        like = anchor if at[1] >= 0 else anchors.after(anchor)
        listed = [one for one in run if _is_recommendation(work, one, like)]
        _into_list(work, entry, at, listed)
        run = [one for one in run if one not in listed]
    elif entry is not None and is_sentence(entry):
        new = [
            one.read for one in _until_heading(work, run) if one.pair is None and not one.contested
        ]
        if new and more_of_own(work, entry, new):
            run = [one for one in run if one.read not in new]
    elif entry is not None and entry.written:
        _into_yaml(work, entry, run)
        return
    after = anchors.after(run[-1].read) if run else -1
    following = anchors.stands.get(after)
    if _in_other_table(work, after, run, anchors):
        following = None
    if following is not None and _in_narrative(following):
        _into_narrative(work, following, run, blocks, behind=False)
        return
    for one in run:
        refuse_arrival(work, one, _NOWHERE)


def _in_other_table(work: Work, at: int, run: Sequence[Arrival], anchors: _Anchors) -> bool:
    """Whether the format prints a text of the narrative in a table that texts do not stand in."""
    entry = anchors.stands.get(at)
    if entry is None or "row" in entry.place or not run:
        return False
    table = work.copy.accepted[at].table
    return table >= 0 and any(work.copy.accepted[one.read].table != table for one in run)


def _within_loop(entry: BaseEntry | None, following: BaseEntry | None, blocks: Blocks) -> bool:
    """Whether one loop printed what stands before and what stands behind a place."""
    if entry is None or following is None or not (entry.repeated and following.repeated):
        return False
    if entry.file != following.file or not (_in_narrative(entry) and _in_narrative(following)):
        return False
    own = blocks(entry.file)
    loop, other = own.loop(own.block(entry)), own.loop(own.block(following))
    return loop is not None and other is not None and loop.start == other.start


def _told_in_rows(work: Work, arrivals: Sequence[Arrival]) -> set[int]:
    """The cells that the author took out, and that have got their row again, with a mark."""
    texts, told = work.copy.accepted, set[int]()
    cells = [one for one in arrivals if one.contested and texts[one.read].kind == "cell"]

    def row(one: Arrival) -> tuple[int, int]:
        return texts[one.read].table, texts[one.read].row

    for _, found in groupby(cells, key=row):
        changed = {one.read: one for one in found}
        marks = contested_row(work, {read: one.contested for read, one in changed.items()})
        for read, mark in marks.items():
            tell_contested(work, changed[read], (mark,))
        told |= marks.keys()
    return told


def _until_heading(work: Work, run: Sequence[Arrival]) -> list[Arrival]:
    """The texts of a run that stand before its first heading."""
    return list(takewhile(lambda one: work.copy.accepted[one.read].kind != "heading", run))


def _is_written(today: Sequence[BaseEntry] | None) -> bool:
    """Whether a text stands in a source as it is, once."""
    return bool(today) and all(entry.written and not entry.repeated for entry in today or ())


def _in_narrative(entry: BaseEntry) -> bool:
    return entry.file.endswith(".md") and bool(entry.line)


# ---------------------------------------------------------------- into the narrative
def _into_narrative(
    work: Work, entry: BaseEntry, run: Sequence[Arrival], blocks: Blocks, behind: bool
) -> None:
    own = blocks(entry.file)
    anchor = own.whole_table(entry) if behind and entry.kind == "cell" else own.block(entry)
    above = items_above(own, work.now.entries, entry, itself=True) if behind else []
    anchor = (own.loop(anchor) or anchor) if entry.repeated else anchor
    made: list[str] = []
    listed: list[bool] = []
    for one in run:
        if one.table is not None:
            made.append(_table(work, entry, one.table))
            listed.append(False)
            continue
        text = work.copy.accepted[one.read]
        said = (
            _moved_text(work, one, own, above)
            if one.pair is not None
            else new_text(
                text,
                above,
                work.notes,
                work.fields.text(own.field) + "".join(made),
                one.contested,
                pointers_of(work, one),
            )
        )
        if said is None:
            continue
        made.append(said)
        item = item_above(said, text) if text.kind == "item" else None
        listed.append(item is not None)
        tell_placed(work, one, entry, text.text if one.pair is not None else "")
        if item is not None:
            tell_depth(work, one, entry, marker_below(text, above) is not None)
            above = [item, *above]
    if made:
        place = own.after(anchor, made, listed) if behind else own.before(anchor, made)
        work.change(own.field, [place])


def _table(work: Work, entry: BaseEntry, table: NewTable) -> str:
    work.note("merged", "table added", (entry,), "", table.words, "", table.reads, table.printed)
    return table.markdown


def _moved_text(
    work: Work, one: Arrival, own: NarrativeBlocks, above: Sequence[ItemAbove]
) -> str | None:
    """The lines of a text that moved, with its edits, taken out where it stood."""
    if one.pair is None:
        return None
    today = work.today(one.pair)
    if not today or not _is_written(today):
        refuse_arrival(work, one, _MADE)
        return None
    if any(Field(entry.file) != own.field for entry in today):
        refuse_arrival(work, one, _ELSEWHERE)
        return None
    first, last = own.block(today[0]), own.block(today[-1])
    block = Block(first.start, last.end, work.fields.text(own.field)[first.start : last.end])
    splices = work.splices.get(own.field, [])
    inside = [each for each in splices if block.start <= each.start and each.end <= block.end]
    work.splices[own.field] = [each for each in splices if each not in inside]
    shifted = [
        Splice(each.start - block.start, each.end - block.start, each.text) for each in inside
    ]
    work.change(own.field, [own.without(block)])
    said = applied(block.text, shifted)
    text = work.copy.accepted[one.read]
    if text.kind != "item":
        return said
    return with_marker(said, marker_below(text, above) or marker_beside(text, above))


# ---------------------------------------------------------------- into report.yaml
def _is_recommendation(work: Work, one: Arrival, like: int) -> bool:
    """Whether a text looks like a recommendation that is there, -1 for none."""
    here = work.copy.accepted[one.read]
    return here.kind == "item" or (like >= 0 and here.style == work.copy.accepted[like].style)


def _into_list(
    work: Work, entry: BaseEntry, listed: tuple[YamlPath, int], run: Sequence[Arrival]
) -> None:
    path, at = listed
    file = work.fields.report_file
    for one in run:
        text = work.copy.accepted[one.read]
        today = work.today(one.pair) if one.pair is not None else None
        old = text.text if one.pair is not None else ""
        moved: YamlPath = ()
        if today and listed_at(today[0]) is not None:
            moved = list_entry(today[0])
            work.lists.append(ListChange("remove", file, moved))
        elif one.pair is not None:
            refuse_arrival(work, one, _ELSEWHERE if _is_written(today) else _MADE)
            continue
        said = as_markdown(read_tokens(text), pointers=pointers_of(work, one))
        said = both("", said, one.contested) if one.contested else said
        work.lists.append(ListChange("insert", file, (*path, at + 1), said, moved))
        tell_placed(work, one, entry, old)


def _into_yaml(work: Work, entry: BaseEntry, run: Sequence[Arrival]) -> None:
    """New paragraphs of a text of report.yaml."""
    place = work.fields.place(entry)
    for one in run:
        text = work.copy.accepted[one.read]
        section = text.kind == "heading" and text.level == 1
        if place is None or one.pair is not None or not place.markdown or section:
            refuse_arrival(work, one, _NOWHERE)
            continue
        said = new_text(text, (), contested=one.contested, pointers=pointers_of(work, one))
        work.change(place.field, [Splice(place.end, place.end, f"\n\n{said}")])
        tell_placed(work, one, entry, "")


# ---------------------------------------------------------------- rows of tables
def _rows(work: Work, arrivals: Sequence[Arrival]) -> dict[tuple[int, int], list[Arrival]]:
    """New cells by table and row."""
    rows: dict[tuple[int, int], list[Arrival]] = {}
    for one in arrivals:
        text = work.copy.accepted[one.read]
        if text.kind == "cell" and one.pair is None and one.table is None and not one.contested:
            rows.setdefault((text.table, text.row), []).append(one)
    return rows
