"""A format's rules in words."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from generator.model.document import Numbering
from generator.model.format import AppendixRule, Format, Part
from generator.starters.format_in_words import describe_format, format_rules
from tests.compose.builders import DECISION, FINANCIAL, FREE, LEGAL, PURPOSE, format_, row


def a_format(**changes: object) -> Format:
    fields: dict[str, object] = {
        "front_matter": (
            row("title", "computed", source="title"),
            row(
                "member",
                "people",
                "Cabinet member",
                required=True,
                repeatable=True,
                who="member",
                guidance="One or two.",
            ),
            row("colour", "text", values=("RED", "GREEN"), default="GREEN", printed=False),
            row("reason", "text", required_when="urgent"),
        ),
        "recommendations": (replace(DECISION, required=True, single_inline=True),),
        "layout": (
            Part("recommendations", numbered=False),
            replace(PURPOSE, fixed=True, guidance="What it is for."),
            FREE,
            Part("implications", title="Implications", style="table"),
            Part("appendices_list", title="Appendices", form="lines"),
        ),
        "implications": (
            replace(FINANCIAL, sign_off="code", sign_off_required=True),
            replace(LEGAL, sign_off="name_date"),
        ),
    }
    return format_(**{**fields, **changes})


def table(title: str, the_format: Format) -> list[tuple[str, ...]]:
    return next(list(one.rows) for one in format_rules(the_format) if one.title == title)


def test_front_matter_rows_say_what_they_hold() -> None:
    assert table("Front matter", a_format()) == [
        ("Title", "filled in from the report: title", "", "title", ""),
        ("Cabinet member", "a person, with name and post; several are allowed; only a member",
         "yes", "member", "One or two."),
        ("Colour", "one of RED, GREEN; GREEN unless the report says otherwise; not printed in the "
         "table", "no", "colour", ""),
        ("Reason", "text", "when urgent is yes", "reason", ""),
    ]  # fmt: skip


def test_bodies_say_which_label_stands_on_which_day() -> None:
    by_date = row(
        "considered_by", "considerations", label_has_been="Considered by:", label_to_be="To go to:"
    )
    (found,) = table("Front matter", a_format(front_matter=(by_date,)))
    assert found[1] == (
        "bodies and dates; the label is before publication 'Considered by', after it 'To go to'"
    )


def test_the_order_of_the_report_names_every_part() -> None:
    assert [one[0] for one in table("Order of the report", a_format())] == [
        "recommendations",
        "section 'Purpose' (heading fixed)",
        "sections under headings of the report's own",
        "implications as a table, under 'Implications'",
        "list of appendices, under 'Appendices', as a line each",
    ]


def test_implications_say_who_owns_and_who_signs() -> None:
    assert table("Implications", a_format()) == [
        ("Financial implications", "Finance", "yes", "by code, before release", "There are none.",
         "financial", ""),
        ("Legal implications", "Legal", "no", "by officer and date", "", "legal", ""),
    ]  # fmt: skip


def test_general_rules_show_samples() -> None:
    running = a_format(
        numbering=Numbering("", "%1.", running=True, upper_headings=True),
        appendices=AppendixRule(scheme="A"),
        list_markers=("A.", "i."),
        valid_from=date(2022, 4, 1),
        contents_from_pages=10,
    )
    rules = dict(table("In general", running))
    assert rules["Headings"] == "not numbered; shown in capitals"
    assert rules["Paragraphs"] == "numbered through the whole report, as in '5.'"
    assert rules["Appendices"] == "Appendix A, Appendix B, ..."
    assert rules["Lists"] == "A., then i., by level"
    assert rules["Meetings"] == "from 1 April 2022 on"
    assert rules["Sign-off"] == (
        "a code such as [AB/15022023/C], on its own line and officer and date, as in "
        "'Ann Example, Head of Finance, 5 March 2023'"
    )


def test_the_plain_text_holds_every_group() -> None:
    text = describe_format(a_format())
    assert text.startswith("Example report\n\nIn general\n----------\nCouncil: example\n")
    assert "- section 'Purpose' (heading fixed)\n    Required: yes\n" in text
    assert "    What to write: What it is for.\n" in text
    assert text.endswith("\n")


def test_parts_say_their_key_their_texts_and_what_stands_where_there_is_nothing() -> None:
    papers = Part(
        "background_papers",
        title="Papers",
        form="table",
        columns=("text", "held_at"),
        text="These may be seen.",
        nil="There are none.",
    )
    layout = (replace(PURPOSE, aliases=("Aim",)), papers)
    text = describe_format(a_format(layout=layout))
    assert "- section 'Purpose', also headed 'Aim'\n    Required: yes\n" in text
    assert "    Key: purpose\n" in text
    assert "background papers, under 'Papers', as a table with Text and Held at\n" in text
    assert "    Opens with: These may be seen.\n    If there is none: There are none.\n" in text


def test_the_file_name_and_the_marking_of_exempt_reports_are_told() -> None:
    rules = dict(
        table("In general", a_format(file_name="{title}", exempt_marking="NOT FOR PUBLICATION"))
    )
    assert rules["File name"] == "{title}.docx"
    assert rules["Marking of exempt reports"] == "NOT FOR PUBLICATION"
