"""Where each text of a narrative comes from: lines, section, place, source, and who wrote it."""

from __future__ import annotations

import pytest

from generator.model.document import Chart, ListBlock, Paragraph, Table
from generator.model.issues import Where
from generator.model.origin import Origin
from generator.model.report import Prose
from generator.narrative.write import write_prose

from ..makers import FILE, health_check, report, words, write

SOURCE = """\
# One {#one}

First {{ sw.response.received }}
line.[^a] {#first}

- item *one*
- item two

| A | B |
|---|---|
| c | {{ sw.response.sent | words }} |

[^a]: A note.

# Two

{% if sw.response.received > 1 %}
Left in.
{% else %}
Left out.
{% endif %}

{% for wave in sw.response.waves %}
Wave {{ wave }}.

{% endfor %}

{{ chart(sw.response, caption="Typed", title="T") }}
"""


def origins() -> dict[str, Origin]:
    """A text's first words -> its origin."""
    found = {}
    for section in write(SOURCE).sections:
        found[section.title] = section.origin
        for block in section.blocks:
            if isinstance(block, Paragraph):
                found[block.content[0].text] = block.origin  # type: ignore[union-attr]
                for inline in block.content:
                    for one in getattr(inline, "origins", ()):
                        found["note"] = one
            elif isinstance(block, ListBlock):
                found |= {f"item {at}": item.origin for at, item in enumerate(block.items)}
            elif isinstance(block, Table):
                found |= {
                    f"cell {down}.{across}": one
                    for down, row in enumerate(block.origins)
                    for across, one in enumerate(row)
                }
            elif isinstance(block, Chart):
                found |= {"caption": block.caption.origin, "chart": block.origin}
    return found


FOUND = origins()


def test_a_paragraph_knows_its_lines_its_section_and_its_source() -> None:
    found = FOUND["First "]
    assert (found.file, found.line, found.end, found.section) == (FILE, 3, 4, "one")
    assert found.source == "First {{ sw.response.received }}\nline.[^a] {#first}"
    assert found.written
    assert not found.repeated


def test_items_cells_notes_and_headings_have_origins_of_their_own() -> None:
    assert FOUND["item 1"].source == "- item two"
    assert (FOUND["cell 1.1"].source, FOUND["cell 1.1"].line) == (
        "{{ sw.response.sent | words }}",
        11,
    )
    assert FOUND["cell 0.1"].source == "B"
    assert FOUND["note"].source == "[^a]: A note."
    assert (FOUND["One"].line, FOUND["One"].source) == (1, "# One {#one}")
    assert len({one.place for key, one in FOUND.items() if key.startswith(("item", "cell"))}) == 6


def test_the_branch_taken_of_an_if_knows_its_lines() -> None:
    assert (FOUND["Left in."].line, FOUND["Left in."].section) == (18, "two")
    assert "Left out." not in FOUND


def test_each_turn_of_a_loop_knows_its_line_and_that_it_is_repeated() -> None:
    turns = [
        block.origin
        for block in write(SOURCE).sections[1].blocks
        if isinstance(block, Paragraph) and block.origin.repeated
    ]
    assert len(turns) > 1
    assert {(one.line, one.source) for one in turns} == {(24, "Wave {{ wave }}.")}


@pytest.mark.parametrize(
    ("source", "repeated"),
    [
        ("A {% for x in [1, 2] %}b {% endfor %}c.", False),
        ("A\n{% for x in [1, 2] %}\nb\n{% endfor %}\nc.", False),
        ("{% for x in [1, 2] %}\nA {% for y in [1] %}b {% endfor %}c.\n\n{% endfor %}", True),
    ],
)
def test_a_text_that_holds_all_of_a_loop_is_printed_once(source: str, repeated: bool) -> None:
    blocks = write(f"# One\n\n{source}").sections[0].blocks
    found = {block.origin.repeated for block in blocks if isinstance(block, Paragraph)}
    assert found == {repeated}


def test_a_cell_that_holds_a_part_of_a_loop_is_repeated() -> None:
    table = "| A | B | C |\n|---|---|---|\n| {% for x in [1] %}a | b{% endfor %} | c |\n"
    (block,) = write(f"# One\n\n{table}").sections[0].blocks
    assert isinstance(block, Table)
    assert [one.repeated for one in block.origins[1]] == [True, True, True]


def test_what_an_expression_made_is_the_programs_and_its_typed_caption_is_the_authors() -> None:
    assert not FOUND["chart"].written
    assert FOUND["chart"].line == FOUND["caption"].line == 28
    assert FOUND["caption"].written
    assert FOUND["caption"].source.startswith("{{ chart(")


def test_a_text_in_yaml_is_known_by_its_path_without_counts() -> None:
    where = Where("inputs/x/report.yaml", 7, "recommendations.decision[2].text")
    (block,) = write_prose(Prose("Note this.", where), health_check(), report(), words())
    assert isinstance(block, Paragraph)
    found = block.origin
    assert (found.file, found.line, found.section) == (
        where.file,
        7,
        "recommendations.decision.text",
    )
    assert found.place.startswith("recommendations.decision[2].text")
    assert found.source == "Note this."
