"""Written part by part, a narrative is the same as written whole; what has not changed is kept."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.errors import InputProblems
from generator.model.issues import Where
from generator.model.narrative import Narrative
from generator.model.report import Prose
from generator.narrative import claims
from generator.narrative.by_part import (
    Kept,
    Known,
    WrittenPart,
    part_sources,
    write_kept_narrative,
    write_kept_prose,
)
from generator.narrative.passages import Passage
from generator.narrative.rendered import Claim
from generator.publish.blocks_json import as_data, from_data
from tests.narrative.makers import FILE, folder_at, health_check, report, words, write


class Store:
    """Keeps what it is given, as JSON would, and counts what it could give back."""

    def __init__(self) -> None:
        self.kept: dict[str, object] = {}
        self.found = 0
        self.right: dict[str, frozenset[str]] = {}

    def get(self, key: str) -> Kept | None:
        if key not in self.kept:
            return None
        self.found += 1
        kept: Kept = from_data(self.kept[key])
        return kept

    def put(self, key: str, written: Kept) -> None:
        self.kept[key] = as_data(written)

    def borne(self, section: str) -> frozenset[str]:
        return self.right.get(section, frozenset())

    def put_borne(self, section: str, keys: Collection[str]) -> None:
        self.right[section] = frozenset(keys)


KNOWN = Known(health_check(), report(), words())
PARTED = """# Purpose {#why}

Why, in {{ survey.wave }}.[^why]

- one
- two

[^why]: Because {{ sw.leaving.percent }} think of leaving.

# Findings

Before the headings.

## Social work

{{ sw.leaving.percent }} think of leaving. {#leaving}

{{ chart(sw.leaving) }}

## Others

{% if sw.leaving.percent %}
A condition.
{% endif %}

| a | b |
|---|---|
| 1 | {{ sw.leaving.percent }} |
"""


def kept(source: str, store: Store | None = None, known: Known = KNOWN) -> Narrative:
    return write_kept_narrative(source, FILE, known, store or Store())


def test_each_heading_of_the_first_two_levels_begins_a_part() -> None:
    lines = [line for line, _ in part_sources(PARTED)]
    assert [PARTED.split("\n")[line - 1] for line in lines] == [
        "# Purpose {#why}",
        "# Findings",
        "## Social work",
        "## Others",
    ]


def test_a_narrative_by_parts_is_the_same_as_written_whole() -> None:
    store = Store()
    assert kept(PARTED, store) == write(PARTED)
    assert (store.found, len(store.kept)) == (0, 4)
    assert kept(PARTED, store) == write(PARTED)
    assert store.found == 4


def test_only_the_part_that_changed_is_written_again() -> None:
    store = Store()
    kept(PARTED, store)
    changed = PARTED.replace("A condition.", "Another condition.")
    assert kept(changed, store) == write(changed)
    assert (store.found, len(store.kept)) == (3, 5)


def test_only_passages_that_changed_are_held_against_the_figures_again(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    store, judged = Store(), list[str]()
    whole = claims.claims_in

    def noted(passages: Sequence[Passage], *about: Any) -> Iterator[Claim]:
        judged.extend(one.text for one in passages)
        return whole(passages, *about)

    monkeypatch.setattr(claims, "claims_in", noted)
    kept(PARTED, store)
    assert "Another condition." not in judged
    assert any("think of leaving" in one for one in judged)
    judged.clear()
    kept(PARTED.replace("A condition.", "Another condition."), store)
    assert judged == ["Another condition."]


def test_a_claim_that_a_figure_does_not_bear_is_told_however_much_is_kept() -> None:
    store = Store()
    kept(PARTED, store)
    for _ in range(2):
        with pytest.raises(InputProblems, match="most"):
            kept(PARTED.replace("A condition.", "Of them most (10%) left."), store)


def test_a_part_that_has_moved_is_written_again_with_its_new_lines_and_places() -> None:
    store = Store()
    kept(PARTED, store)
    moved = PARTED.replace("Before the headings.", "Before the headings.\n\nMore before.")
    assert kept(moved, store) == write(moved)


def test_a_footnote_that_is_explained_under_another_heading_keeps_both_together() -> None:
    source = "# A\n\n## One\n\nSaid.[^n]\n\n## Two\n\n[^n]: Note.\n\n# B\n\nText\n"
    assert [line for line, _ in part_sources(source)] == [1, 3, 11]
    assert kept(source) == write(source)


@pytest.mark.parametrize(
    "source",
    [
        "Text before\n\n# A\n\nText",
        "## A\n\nText",
        "# A\n\n{% if survey.wave %}\n\n# B\n\n{% endif %}\n\nText",
        "# A\n\n{% set x = 1 %}\n\n# B\n\n{{ x }}",
        "# A\n\nSaid.[^n]\n\n# B\n\n[^n]: Note.\n",
        "# A\n\n[one]\n\n# B\n\n[one]: https://example.org\n",
        "# A\n\n<!-- note\n\n# B\n\n-->\n\nText",
        "# A\n\n{{ sw.leaving\n# B\n.percent }}",
        "Title\n=====\n\n# A\n\nText",
        "",
    ],
)
def test_a_narrative_whose_text_does_not_tell_its_parts_is_written_whole(source: str) -> None:
    assert not part_sources(source)


@pytest.mark.parametrize(
    "source",
    [
        "# A\n\n# A\n\nText",
        "# A\n\nOne {#x}\n\n## B\n\nTwo {#x}",
        "# A\n\n{{ sw.leavin.percent }}\n\n## B\n\n{{ nothing }}",
        "# A\n\nMost (12%) think so.\n\n## B\n\nText",
        "# A\n\n- item\n  # B\n\n## C\n\nText",
        "# A\n\nOf the 20 who replied:\n\n## B\n\n- 30 (150%) would stay",
    ],
)
def test_what_is_wrong_is_said_as_of_the_whole_and_nothing_wrong_is_kept(source: str) -> None:
    store = Store()
    for _ in range(2):
        assert _told(lambda: kept(source, store)) == _told(lambda: write(source))


def _told(make: object) -> object:
    try:
        return make()  # type: ignore[operator]
    except InputProblems as error:
        return error.problems


_LINES = st.sampled_from(
    [
        *("# A", "# B", "# C {#c}", "## D", "## E", "### F", " # G", "  ## H", "#", "##"),
        *("text", "text {#x}", "- item", "  - deeper", "  more", "> quote", "a) letter", "---"),
        *("{{ sw.leaving.percent }}", "{{ chart(sw.leaving) }}", "{% if survey.wave %}"),
        *("{% endif %}", "Said.[^n]", "[^n]: Note.", "| a | b |", "|---|---|", "Table: words"),
        *("```", "===", "\\# A", "    # code", "Most (99%)", "of those:", "\t# tab", "1. one"),
        *("<pre>", "<div>", "[a^b]: https://x.org", "[a^b]", "> [q]: https://x.org", "[q]", "{{ '"),
        *("{# remark", "#}", "{% for x in survey.waves %}", "{% endfor %}", "{{ x }}", "$$", ":::"),
    ]
)


@given(st.lists(_LINES, max_size=14), st.booleans())
def test_any_lines_give_the_same_by_parts_and_whole(lines: list[str], apart: bool) -> None:
    source = ("\n\n" if apart else "\n").join(["# Start", "", *lines])
    store = Store()
    whole = _told(lambda: write(source))
    assert _told(lambda: kept(source, store)) == whole
    assert _told(lambda: kept(source, store)) == whole


def test_a_part_that_reads_a_file_is_never_kept(tmp_path: object) -> None:
    folder = folder_at(tmp_path)  # type: ignore[arg-type]
    (folder.path / "costs.csv").write_text("a,b\n1,2\n", "utf-8")
    source = '# A\n\n{{ csv_table("costs.csv", caption="Costs") }}\n\n# B\n\nText\n'
    store = Store()
    known = Known(KNOWN.findings, KNOWN.report, KNOWN.words, folder)
    first = kept(source, store, known)
    assert len(store.kept) == 1
    (folder.path / "costs.csv").write_text("a,b\n1,3\n", "utf-8")
    known = Known(KNOWN.findings, KNOWN.report, KNOWN.words, folder_at(folder.path))
    assert kept(source, store, known) != first


def test_a_text_of_yaml_is_kept_by_its_place_and_words() -> None:
    store = Store()
    prose = Prose("Of these, {{ sw.leaving.percent }}.", Where("report.yaml", 7, path="summary"))
    first = write_kept_prose(prose, KNOWN, store)
    assert write_kept_prose(prose, KNOWN, store) == first
    assert store.found == 1
    elsewhere = Prose(prose.text, Where("report.yaml", 8, path="summary"))
    assert write_kept_prose(elsewhere, KNOWN, store) != first
    assert store.found == 1


def test_what_is_kept_under_a_key_of_another_kind_is_written_again() -> None:
    store = Store()
    kept("# A\n\nText", store)
    (key,) = store.kept
    store.kept[key] = as_data(())
    assert kept("# A\n\nText", store) == write("# A\n\nText")
    assert isinstance(store.get(key), WrittenPart)
