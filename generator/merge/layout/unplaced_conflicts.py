"""Both readings of a conflict that has no place of its own in the sources any more.

    # Purpose

    [[author: (nothing) // Finance Officer: Audit Board]]

An officer changed a row of front matter or a title of a chart that the author took out, or both
made a text something else: the mark stands behind the first heading of the narrative, so that
drafts print it and finals refuse it.
"""

from __future__ import annotations

import re
from dataclasses import replace

from generator.merge.account import AccountItem
from generator.merge.sources.markdown_text import escaped
from generator.merge.sources.source_edits import Splice
from generator.merge.text_account import OFFICER
from generator.merge.work import Work
from generator.model.wording.conflict_marks import BEGINS, both

_HEADING = re.compile(r"^#[ \t].*$", re.MULTILINE)


def mark_unplaced(work: Work) -> None:
    """Give each conflict that stands nowhere its mark."""
    text = work.fields.text(work.narrative)
    heading = _HEADING.search(text)
    made = ""
    for at, item in enumerate(work.items):
        if item.became != "conflict" or _is_marked(item):
            continue
        ours = " ".join((item.ours or next(iter(item.printed), "")).split())
        theirs, who = " ".join(item.new.split()), item.author or OFFICER
        said = both(escaped(ours), escaped(theirs), who)
        work.items[at] = replace(item, printed=(*item.printed, both(ours, theirs, who)))
        if said not in text + made:
            made += f"\n\n{said}" if heading else f"{said}\n\n"
    if made:
        place = heading.end() if heading else 0
        work.change(work.narrative, [Splice(place, place, made)])


def _is_marked(item: AccountItem) -> bool:
    return any(BEGINS in one for one in item.printed)
