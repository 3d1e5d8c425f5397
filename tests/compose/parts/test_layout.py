"""Sections of the narrative in the format's order: matching, retitling, what is missing."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.format import Part
from generator.model.issues import Where
from generator.model.narrative import Narrative, NarrativeSection
from generator.model.origin import Origin
from generator.model.report import SectionTitle

from ..builders import (
    FREE,
    NARRATIVE_FILE,
    PURPOSE,
    compose,
    format_,
    narrative,
    outline,
    para,
    problems,
    report,
)

REASONS = Part("section", "reasons", "Reason/s for recommendation/s", aliases=("Reasons",))
ASKED = Where("inputs/check/report.yaml", 20, "sections.findings")


def written(*sections: tuple[str, str]) -> Narrative:
    """Sections by title and key."""
    made = [NarrativeSection(title, key, (para("x"),), Origin(line=10 * i)) for i, (title, key) in
            enumerate(sections, 1)]  # fmt: skip
    return Narrative(tuple(made), NARRATIVE_FILE)


def titles(text: Narrative, *layout: Part, **changes: object) -> list[str]:
    document = compose(text, format_(layout=layout), report(**changes))
    return [one.title for one in document.sections]


@pytest.mark.parametrize(
    ("heading", "key", "printed"),
    [
        ("Reason/s for recommendation/s", "a", "Reason/s for recommendation/s"),
        ("REASON/S  FOR RECOMMENDATION/S:", "a", "Reason/s for recommendation/s"),
        ("reasons", "a", "Reason/s for recommendation/s"),
        ("Why we think so", "reasons", "Why we think so"),
    ],
)
def test_a_section_is_found_by_title_alias_or_key(heading: str, key: str, printed: str) -> None:
    assert titles(written((heading, key)), REASONS) == [printed]


def test_curly_and_straight_quotes_are_alike() -> None:
    part = Part("section", "plan", "The Council\u2019s plan")
    assert titles(written(("The council's plan", "x")), part) == ["The Council\u2019s plan"]


def test_a_heading_of_the_format_may_hold_placeholders() -> None:
    part = Part("section", "role", "The role of {council}")
    assert titles(written(("The role of Borough of Example", "x")), part) == [
        "The role of Borough of Example"
    ]
    assert titles(written(("Role", "role")), replace(part, fixed=True)) == [
        "The role of Borough of Example"
    ]


def test_a_fixed_heading_is_printed_whatever_the_narrative_says() -> None:
    part = replace(REASONS, fixed=True)
    assert titles(written(("Why", "reasons")), part) == ["Reason/s for recommendation/s"]


def test_sections_are_printed_at_the_formats_place() -> None:
    text = written(("Findings", "findings"), ("Reasons", "reasons"), ("Purpose", "purpose"))
    assert titles(text, PURPOSE, FREE, REASONS)[:2] == ["Purpose", "Findings"]


def test_free_sections_keep_to_their_side_of_a_fixed_one() -> None:
    text = written(("Purpose", "p"), ("A", "a"), ("Reasons", "r"), ("B", "b"))
    assert titles(text, PURPOSE, FREE, REASONS, FREE) == [
        "Purpose", "A", "Reason/s for recommendation/s", "B",
    ]  # fmt: skip


def test_the_report_may_give_a_section_another_heading() -> None:
    asked = (SectionTitle("findings", "What we found", True, ASKED),)
    text = written(("Purpose", "purpose"), ("Findings", "findings"))
    assert titles(text, PURPOSE, FREE, sections=asked) == ["Purpose", "What we found"]


def test_opening_and_closing_sentences_are_filled_from_the_front_matter() -> None:
    part = replace(PURPOSE, text="To {committee}.", closing="{wards} {key_decision}")
    from ..builders import row

    the_format = format_(
        layout=(part,),
        front_matter=(row("wards", "wards"), row("key_decision", "yes_no")),
        context={
            "wards_all": "All wards are affected.",
            "wards_some": "Affected: {value}.",
            "key_decision_no": "This is not a key decision.",
        },
    )
    values = {"wards": ("Park", "Bilston"), "key_decision": False}
    document = compose(None, the_format, report(front_matter=values))
    assert outline(document)[1:] == [
        "1.1 To Scrutiny Panel.",
        "1.2 Why.",
        "1.3 Affected: Park and Bilston. This is not a key decision.",
    ]


def test_an_unknown_placeholder_is_a_problem_of_the_format() -> None:
    part = replace(PURPOSE, closing="{comittee}")
    assert problems(None, format_(layout=(part,))) == [
        "config/formats/example.yaml: '{comittee}' in '{comittee}' is not a known placeholder; "
        "did you mean 'committee'?"
    ]


# ---------------------------------------------------------------- what is wrong
def test_a_missing_section_names_the_narrative_and_its_guidance() -> None:
    part = replace(PURPOSE, guidance="What the report is for.")
    assert problems(narrative(findings=para("x")), format_(layout=(part, FREE))) == [
        "narrative.md: the section 'Purpose' is missing; add the heading '# Purpose' and its text "
        "(What the report is for)"
    ]


def test_a_misspelt_heading_is_pointed_out() -> None:
    (found,) = problems(written(("Prupose", "prupose")))
    assert found == (
        "narrative.md: the section 'Purpose' is missing; "
        "rename the heading 'Prupose' on line 10 to 'Purpose'"
    )


def test_a_section_that_the_format_has_no_place_for_is_a_problem() -> None:
    text = written(("Purpose", "purpose"), ("Reason", "reason"))
    assert problems(text, format_(layout=(PURPOSE, replace(REASONS, title="Reasons")))) == [
        "narrative.md:20: the format has no section 'Reason'; did you mean 'Reasons'?"
    ]


def test_a_section_twice_and_an_empty_one_are_problems() -> None:
    text = Narrative(
        (
            NarrativeSection("Purpose", "purpose", (), Origin(line=3)),
            NarrativeSection("PURPOSE", "purpose-2", (para("x"),), Origin(line=8)),
            NarrativeSection("More", "more", (), Origin(line=12)),
        ),
        NARRATIVE_FILE,
    )
    assert problems(text) == [
        "narrative.md:8: the section 'PURPOSE' stands twice, first on line 3; join the two",
        "narrative.md:3: the section 'Purpose' has no text; write it",
        "narrative.md:12: the section 'More' has no text; write it",
    ]


@pytest.mark.parametrize(
    ("asked", "layout", "what"),
    [
        (SectionTitle("purpose", "Aims", False, ASKED), (replace(PURPOSE, fixed=True),),
         "the format fixes the heading 'Purpose'"),
        (SectionTitle("extra", "Extra", False, ASKED), (PURPOSE,),
         "the format has no section 'extra' and allows none of the report's own"),
        (SectionTitle("findings", "Findings", True, ASKED), (PURPOSE, FREE),
         "the section 'Findings' is missing"),
    ],
)  # fmt: skip
def test_headings_in_report_yaml_that_cannot_be_used_are_problems(
    asked: SectionTitle, layout: tuple[Part, ...], what: str
) -> None:
    (found,) = problems(None, format_(layout=layout), report(sections=(asked,)))
    assert what in found


def test_a_format_may_require_a_section_of_the_reports_own() -> None:
    (found,) = problems(None, format_(layout=(PURPOSE, replace(FREE, required=True))))
    assert found == (
        "narrative.md: the narrative has no section of its own; add one under a heading '# ...'"
    )


@pytest.mark.parametrize("required", [False, True])
def test_a_nil_statement_stands_where_a_section_is_not_written(required: bool) -> None:
    part = replace(REASONS, nil="No reasons are given.", required=required)
    assert outline(compose(None, format_(layout=(PURPOSE, part))))[2:] == [
        "# 2.0 Reason/s for recommendation/s",
        "2.1 No reasons are given.",
    ]


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"]), min_size=1).filter(str.strip)))
def test_whatever_the_headings_every_section_is_printed_once_or_refused(names: list[str]) -> None:
    from generator.errors import InputProblems

    sections = [("Purpose", "purpose"), *((name, f"k{i}") for i, name in enumerate(names))]
    text = written(*sections)
    try:
        document = compose(text)
    except InputProblems:
        return
    printed = [one.title for one in document.sections]
    assert sorted(printed) == sorted(title for title, _ in sections)


def test_phrases_of_the_format_may_use_facts_and_rows() -> None:
    part = replace(PURPOSE, closing="{resolution}")
    from ..builders import row

    the_format = format_(
        layout=(part,),
        front_matter=(row("wards", "wards"),),
        context={"resolution": "{committee_name} decides on {meeting_date} for {wards}."},
    )
    document = compose(None, the_format, report(front_matter={"wards": "{title} & <Park>"}))
    assert outline(document)[-1] == (
        "1.2 Families Scrutiny Panel decides on 15 March 2023 for {title} & <Park>."
    )


def test_phrases_of_the_format_may_use_computed_rows() -> None:
    from ..builders import row

    the_format = format_(
        layout=(replace(PURPOSE, closing="{release} {who}"),),
        front_matter=(
            row("release", "computed", source="exemption", text_public="Open to {audience}."),
            row("who", "computed", source="committee", printed=False),
        ),
        context={"audience": "everybody in {council}"},
    )
    council = report().council.name
    assert outline(compose(None, the_format))[-1] == (
        f"1.2 Open to everybody in {council}. Families Scrutiny Panel"
    )


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_text_of_the_report_is_never_read_as_a_placeholder(value: str) -> None:
    part = replace(PURPOSE, closing="{title}")
    document = compose(None, format_(layout=(part,)), report(title=value))
    from generator.model.walk import plain

    blocks = document.sections[0].blocks
    if value:
        assert plain(blocks[-1].content) == value
    else:
        assert len(blocks) == 1
