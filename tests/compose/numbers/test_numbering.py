"""Numbers in every scheme, and what references print."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.model.document import (
    Link,
    ListBlock,
    ListItem,
    Numbering,
    Paragraph,
    Table,
    Text,
    phrase,
)
from generator.model.format import AppendixRule, Part
from generator.model.issues import Where
from generator.model.report import Appendix

from ..builders import (
    DECISION,
    FREE,
    PURPOSE,
    chart,
    compose,
    format_,
    items,
    narrative,
    outline,
    para,
    problems,
    recommend,
    ref,
    report,
    section,
    sub,
)

TEXT = narrative(
    purpose=[para("One."), para("Two.")],
    findings=[para("Three."), sub("Workloads"), para("Four."), items("a", "b"), para("Five.")],
)


@pytest.mark.parametrize(
    ("scheme", "expected"),
    [
        (
            Numbering("%1.0", "%1.%2"),
            ["# 1.0 Purpose", "1.1 One.", "1.2 Two.", "# 2.0 Findings", "2.1 Three.",
             "## Workloads", "2.2 Four.", "   a", "   b", "2.3 Five."],
        ),
        (
            Numbering("%1.", "%1.%2", numbered_sub_headings=True),
            ["# 1. Purpose", "1.1 One.", "1.2 Two.", "# 2. Findings", "2.1 Three.",
             "## 2.2 Workloads", "2.3 Four.", "   a", "   b", "2.4 Five."],
        ),
        (
            Numbering("%1", "%1.%2", numbered_sub_headings=True, sub_paragraph="%1.%2.%3"),
            ["# 1 Purpose", "1.1 One.", "1.2 Two.", "# 2 Findings", "2.1 Three.",
             "## 2.2 Workloads", "2.2.1 Four.", "   a", "   b", "2.2.2 Five."],
        ),
        (
            Numbering("", "%1.", running=True, numbered_sub_headings=True, sub_paragraph="%1.%2"),
            ["# Purpose", "1. One.", "2. Two.", "# Findings", "3. Three.",
             "## 4. Workloads", "4.1 Four.", "   a", "   b", "4.2 Five."],
        ),
        (
            Numbering("%1", "%1.%2"),
            ["# 1 Purpose", "1.1 One.", "1.2 Two.", "# 2 Findings", "2.1 Three.",
             "## Workloads", "2.2 Four.", "   a", "   b", "2.3 Five."],
        ),
        (
            Numbering("", "%1.", running=True),
            ["# Purpose", "1. One.", "2. Two.", "# Findings", "3. Three.",
             "## Workloads", "4. Four.", "   a", "   b", "5. Five."],
        ),
        (
            Numbering("%1.", "%1", running=True),
            ["# 1. Purpose", "1 One.", "2 Two.", "# 2. Findings", "3 Three.",
             "## Workloads", "4 Four.", "   a", "   b", "5 Five."],
        ),
    ],
)  # fmt: skip
def test_sections_and_paragraphs_take_the_numbers_of_the_scheme(
    scheme: Numbering, expected: list[str]
) -> None:
    assert outline(compose(TEXT, format_(numbering=scheme))) == expected


def test_parts_under_another_take_the_numbers_of_sub_headings() -> None:
    layout = (
        Part("heading", title="Compliance"),
        Part("section", "purpose", "Purpose", level=2),
        Part("section", "findings", "Findings", level=2),
        Part("section", "after", "After"),
    )
    text = narrative(purpose=[para("One.")], findings=[para("Two.")], after=[para("Three.")])
    scheme = Numbering("%1", "%1.%2", numbered_sub_headings=True, sub_paragraph="%1.%2.%3")
    assert outline(compose(text, format_(numbering=scheme, layout=layout))) == [
        "# 1 Compliance",
        "# 1.1 Purpose",
        "1.1.1 One.",
        "# 1.2 Findings",
        "1.2.1 Two.",
        "# 2 After",
        "2.1 Three.",
    ]


def test_an_unnumbered_part_takes_no_number_and_does_not_count() -> None:
    summary = Part("section", "purpose", "Purpose", numbered=False)
    document = compose(TEXT, format_(layout=(summary, FREE)))
    assert outline(document)[:4] == ["# Purpose", "One.", "Two.", "# 1.0 Findings"]


def test_a_paragraph_that_the_narrative_does_not_number_stays_without() -> None:
    note = Paragraph((Text("Source: survey."),), style="source")
    document = compose(narrative(purpose=[para("One."), note, para("Two.")]))
    assert outline(document) == ["# 1.0 Purpose", "1.1 One.", "Source: survey.", "1.2 Two."]


def test_list_items_are_numbered_by_their_marker_and_start() -> None:
    deep = ListBlock(
        (ListItem((Text("x"),), (items("y", "z", marker="(i)"),)), ListItem((Text("w"),))), "A.", 26
    )
    document = compose(narrative(purpose=[para("One."), deep]))
    assert outline(document)[2:] == ["  Z. x", "    (i) y", "    (ii) z", "  AA. w"]


def test_a_dash_list_takes_the_marker_of_its_depth() -> None:
    inner = items("deep")
    outer = ListBlock((ListItem((Text("top"),), (inner,)),))
    the_format = format_(list_markers=("A.", "i."))
    document = compose(narrative(purpose=[outer, items("typed", marker="1.")]), the_format)
    assert outline(document)[1:] == ["  A. top", "    i. deep", "  1. typed"]


def test_figures_and_tables_count_through_the_appendices() -> None:
    table = Table(((Text("a"),),), (((Text("b"),),),), caption=phrase("Ages"), name="ages")
    plain = replace(table, caption=phrase(""), name="")
    text = narrative(purpose=[chart(), table, plain], dashboard=[chart(), table.__class__(
        ((Text("a"),),), (((Text("b"),),),), caption=phrase("More"))])  # fmt: skip
    appendix = Appendix("dashboard", "Dashboard", "narrative", Where("r"), landscape=True)
    document = compose(text, None, report(appendices=(appendix,), chart_tables="none"))
    body, annex = section(document, "purpose").blocks, section(document, "dashboard")
    assert [getattr(block, "number", "") for block in body] == ["1", "1", ""]
    assert [getattr(block, "number", "") for block in annex.blocks] == ["2", "2"]
    assert (annex.label, annex.number, annex.landscape) == ("Appendix 1", "1", True)


@pytest.mark.parametrize(
    ("scheme", "first", "labels"),
    [("1", 1, ["Appendix 1", "Appendix 2"]), ("A", 1, ["Appendix A", "Appendix B"]),
     ("1", 2, ["Appendix 2", "Appendix 3"])],
)  # fmt: skip
def test_appendices_are_named_by_the_format(scheme: str, first: int, labels: list[str]) -> None:
    text = narrative(purpose=para("x"), one=para("y"), two=para("z"))
    appendices = tuple(
        Appendix(key, key.title(), "narrative", Where("report.yaml")) for key in ("one", "two")
    )
    rule = AppendixRule(scheme=scheme, first=first)
    document = compose(text, format_(appendices=rule), report(appendices=appendices))
    assert [one.label for one in document.sections if one.kind == "appendix"] == labels


def test_a_part_of_the_second_level_counts_on_under_the_heading_before_it() -> None:
    layout = (Part("heading", title="Compliance"), replace(PURPOSE, level=2), FREE)
    written = narrative(purpose=para("Why."), findings=para("What."))
    document = compose(written, format_(layout=layout))
    assert outline(document) == [
        "# 1.0 Compliance",
        "# Purpose",
        "1.1 Why.",
        "# 2.0 Findings",
        "2.1 What.",
    ]


def test_parts_of_the_format_that_share_a_key_are_told_apart() -> None:
    text = Part("text", text="For {committee}.", numbered=False)
    document = compose(None, format_(layout=(text, PURPOSE, text)))
    assert [one.key for one in document.sections] == ["text", "purpose", "text-2"]


# ---------------------------------------------------------------- references
def test_references_print_noun_and_number_or_what_the_author_wrote() -> None:
    table = Table(((Text("a"),),), (((Text("b"),),),), caption=phrase("Ages"), name="ages")
    text = narrative(
        purpose=[
            para("See ", ref("load"), ", ", ref("load", ""), ", ", ref("load", "paragraphs ")),
            para(ref("fig"), "; ", ref("ages"), "; ", ref("ages", ""), "; ", ref("findings")),
            para(ref("second"), "; ", ref("step"), "; ", ref("plan")),
        ],
        findings=[para("Load.", name="load"), chart(name="fig"), table,
                  items("x", "y", marker="A.", names=["", "step"])],
        plan=para("Do."),
    )  # fmt: skip
    group = replace(DECISION)
    items_ = (*recommend("Note a."), *recommend("Note b.", name="second"))
    appendix = Appendix("plan", "Plan", "narrative", Where("report.yaml"))
    layout = (Part("recommendations", numbered=False), PURPOSE, FREE)
    document = compose(
        text,
        format_(recommendations=(group,), layout=layout),
        report(recommendations={"decision": items_}, appendices=(appendix,), chart_tables="none"),
    )
    assert outline(document)[5:8] == [
        "1.1 See paragraph 2.1, 2.1, paragraphs 2.1",
        "1.2 Figure 1; Table 1; 1; section 2.0",
        "1.3 Recommendation 2; item B; Appendix 1",
    ]


def test_a_noun_that_begins_a_sentence_has_a_capital() -> None:
    text = narrative(
        purpose=[
            para("One.", name="one"),
            para(ref("one"), " and ", ref("one"), ". ", ref("one"), " (yes.) ", ref("one", "see ")),
        ]
    )
    assert outline(compose(text))[2] == (
        "1.2 Paragraph 1.1 and paragraph 1.1. Paragraph 1.1 (yes.) see 1.1"
    )


def test_running_numbers_are_referred_to_without_their_full_stop() -> None:
    text = narrative(purpose=[para("One.", name="one"), para("See ", ref("one"), ".")])
    document = compose(text, format_(numbering=Numbering("", "%1.", running=True)))
    assert outline(document)[2] == "2. See paragraph 1."


def test_a_reference_to_nothing_names_its_place_and_the_nearest_name() -> None:
    text = narrative(purpose=[para("One.", name="workload"), para(ref("worklaod"))])
    assert problems(text) == [
        "narrative.md:9: the reference '#worklaod' points at nothing; did you mean 'workload'?"
    ]


def test_a_reference_to_what_has_no_number_is_a_problem() -> None:
    text = narrative(purpose=[items("x", names=["bullet"]), para(ref("bullet"))])
    (found,) = problems(text)
    assert "'#bullet' is an item of a bulleted list, so it has no number" in found


def test_words_of_ones_own_are_a_link_to_what_has_no_number() -> None:
    link, load = Link("#bullet", (Text("what we did"),)), Link("#load", (Text("as told in"),))
    text = narrative(purpose=[items("x", names=["bullet"]), para(link, "; ", load)],
                     findings=[para("Load.", name="load")])  # fmt: skip
    document = compose(text)
    assert "1.1 what we did; as told in paragraph 2.1" in outline(document)
    assert link in document.sections[0].blocks[1].content  # type: ignore[union-attr]


def test_a_link_in_words_alone_has_no_number_behind_it() -> None:
    load = Link("#load", (Text("as told"),), only_words=True)
    text = narrative(purpose=[para(load, ".")], findings=[para("Load.", name="load")])
    document = compose(text)
    assert "1.1 as told." in outline(document)
    assert load in document.sections[0].blocks[0].content  # type: ignore[union-attr]


def test_words_of_ones_own_that_link_to_nothing_are_a_problem() -> None:
    (found,) = problems(narrative(purpose=[para(Link("#lod", (Text("as told"),), 7))]))
    assert found.startswith("narrative.md:7: the reference '#lod' points at nothing")


def test_a_name_given_twice_is_a_problem_that_names_both_places() -> None:
    text = narrative(purpose=[para("a", name="same", line=11), para("b", name="same", line=13)])
    assert problems(text) == [
        "narrative.md:13: the name 'same' is given twice (first: inputs/check/narrative.md:11); "
        "give one of them another name"
    ]


def test_a_reference_to_an_appendix_that_is_only_listed_is_plain_text() -> None:
    apart = Appendix("plan", "Plan", "narrative", Where("report.yaml"), listed_only=True)
    text = narrative(purpose=para("See ", ref("plan"), " and ", ref("plan", "appendix "), "."))
    document = compose(text, None, report(appendices=(apart,)))
    (only,) = document.sections[0].blocks
    assert isinstance(only, Paragraph)
    assert outline(document)[1] == "1.1 See Appendix 1 and appendix 1."
    assert not any(isinstance(inline, type(ref("plan"))) for inline in only.content)


def test_each_of_several_names_leads_to_the_same_number() -> None:
    both = replace(para("Load.", name="load"), aliases=("stress",))
    text = narrative(purpose=[para(ref("load"), "; ", ref("stress"))], findings=[both])
    assert "1.1 Paragraph 2.1; paragraph 2.1" in outline(compose(text))
    twice = narrative(purpose=[both, para("More.", name="stress")])
    assert "the name 'stress' is given twice" in problems(twice)[0]
