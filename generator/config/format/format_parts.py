"""What must hold for each part of a format's layout, beyond what its schema says."""

from __future__ import annotations

from generator.config.config_rules import FORMAT_LAYOUT
from generator.config.format.extends import MergedFile
from generator.errors import Problems, did_you_mean
from generator.model.format import DEPENDENCES, Format, FrontMatterRule, Part
from generator.model.part_tables import KNOWN_COLUMNS, is_table, may_be_table, table_columns

_KEYLESS = ("free_sections", "contents")
_WHOLE = ("recommendations", "appendices", "background_papers")
"""Sources of computed rows that are known only when the whole report is made."""


def check_part(
    file: MergedFile, index: int, part: Part, format_: Format, problems: Problems
) -> None:
    """Add everything that is wrong with one part to `problems`."""
    path = ("layout", index)
    if part.kind in ("section", "implication") and not part.key:
        what = f"a part of kind {part.kind} needs a 'key'"
        problems.add(
            FORMAT_LAYOUT, file.where(path), what, "add the key that the narrative names it by"
        )
    if part.kind in _KEYLESS and part.key:
        what = f"a part of kind {part.kind} has no use for a 'key'"
        problems.add(
            FORMAT_LAYOUT, file.where((*path, "key")), what, "take it out, or write kind: section"
        )
    if part.kind == "section" and not part.title:
        problems.add(
            FORMAT_LAYOUT, file.where(path), "a section needs a 'title'", "add its heading"
        )
    if part.kind == "implication" and part.key:
        known = [item.key for item in format_.implications]
        if part.key not in known:
            what = f"there is no implication {part.key!r}"
            problems.add(
                FORMAT_LAYOUT, file.where((*path, "key")), what, did_you_mean(part.key, known)
            )
    if part.kind == "recommendations" and part.key:
        known = [group.key for group in format_.recommendations]
        if part.key not in known:
            what = f"there is no group of recommendations {part.key!r}"
            problems.add(
                FORMAT_LAYOUT, file.where((*path, "key")), what, did_you_mean(part.key, known)
            )
    _check_rows(file, index, part, format_, problems)
    _check_columns(file, index, part, problems)
    _check_signed(file, index, part, format_, problems)


def _check_signed(
    file: MergedFile, index: int, part: Part, format_: Format, problems: Problems
) -> None:
    """Only sections are signed off, under a key that nothing else is signed off by."""
    signs = {"owner": bool(part.owner), "sign_off": part.sign_off != "none"}
    signs["sign_off_required"] = part.sign_off_required
    signs["depends_on"] = part.depends_on != DEPENDENCES and part.kind != "sign_off_table"
    for name in (name for name, given in signs.items() if given and part.kind != "section"):
        what = f"a part of kind {part.kind} is not signed off by itself"
        where = file.where(("layout", index, name))
        problems.add(FORMAT_LAYOUT, where, what, "put it with a section, or an implication")
    others = {one.key for one in format_.implications}
    others |= {one.key for one in format_.front_matter}
    if part.kind == "section" and part.sign_off != "none" and part.key in others:
        what = f"the section {part.key!r} is signed off, and so is another of that key"
        where = file.where(("layout", index, "key"))
        problems.add(FORMAT_LAYOUT, where, what, "give the section another key")


def _check_rows(
    file: MergedFile, index: int, part: Part, format_: Format, problems: Problems
) -> None:
    path = ("layout", index)
    rules = {rule.key: rule for rule in format_.front_matter}
    if part.kind == "row" and not part.rows:
        what = "a part of kind row needs 'rows'"
        problems.add(
            FORMAT_LAYOUT, file.where(path), what, f"add: rows: [{next(iter(rules), 'key')}]"
        )
    for place, key in enumerate(part.rows):
        where = file.where((*path, "rows", place))
        if key not in rules:
            what = f"there is no front-matter row {key!r}"
            problems.add(FORMAT_LAYOUT, where, what, did_you_mean(key, list(rules)))
        elif part.kind == "sign_off_table" and rules[key].kind not in ("people", "contacts"):
            what = f"the row {key!r} holds no people, and only people sign"
            problems.add(FORMAT_LAYOUT, where, what, "name a row of kind people or contacts")
        elif part.kind == "row" and _is_of_whole(rules[key]):
            what = f"the row {key!r} is known only when the whole report is made"
            problems.add(
                FORMAT_LAYOUT, where, what, "it can stand in the table of front matter only"
            )


def _is_of_whole(rule: FrontMatterRule) -> bool:
    return rule.kind == "computed" and (rule.source or rule.key) in _WHOLE


def _check_columns(file: MergedFile, index: int, part: Part, problems: Problems) -> None:
    path = ("layout", index)
    if not is_table(part):
        for name in ("columns", "headings"):
            if getattr(part, name):
                mend = "add form: table, or take it out" if may_be_table(part) else "take it out"
                problems.add(
                    FORMAT_LAYOUT, file.where((*path, name)), "this part prints no table", mend
                )
        return
    known = KNOWN_COLUMNS.get(part.kind, ())
    for place, column in enumerate(part.columns):
        if known and column not in known:
            what = f"a table of kind {part.kind} has no column {column!r}"
            problems.add(
                FORMAT_LAYOUT,
                file.where((*path, "columns", place)),
                what,
                did_you_mean(column, known),
            )
    columns = table_columns(part)
    if part.headings and len(part.headings) != len(columns):
        what = f"{len(part.headings)} headings for {len(columns)} columns"
        named = "" if part.columns else f" ({', '.join(columns)})"
        problems.add(
            FORMAT_LAYOUT, file.where((*path, "headings")), what, f"give one for each column{named}"
        )
