"""Issues: their text, what is known of their place, and that they are made of rules."""

from __future__ import annotations

from generator.model.issues import QUOTED, Issue, Rule, Where, quotable

RULE = Rule("figures.odd", "evidence", "warning", "A figure is odd.", "Make it even.")


def test_an_issue_reads_where_what_and_how_to_mend_it() -> None:
    where = Where("inputs/a/report.yaml", 14, "meeting.date")
    assert (
        str(RULE.issue(where, "is odd", "make it even"))
        == "inputs/a/report.yaml:14: meeting.date: is odd; make it even"
    )
    assert str(RULE.issue(Where("a.md"), "is odd")) == "a.md: is odd"
    assert str(RULE.issue(Where(""), "is odd")) == "is odd"


def test_an_issue_has_the_id_and_the_severity_of_its_rule() -> None:
    assert RULE.issue(Where("a.md"), "is odd", "mend") == Issue(
        "figures.odd", "warning", Where("a.md"), "is odd", "mend"
    )


def test_heading_and_words_are_no_part_of_the_place_and_not_in_its_text() -> None:
    plain, known = Where("a.md", 3), Where("a.md", 3, heading="Findings", words="57% replied")
    assert plain == known
    assert hash(plain) == hash(known)
    assert str(known) == "a.md:3"


def test_a_place_in_a_word_file_is_told_by_its_heading_and_paragraph() -> None:
    known = Where("report.docx", heading="Findings", paragraph="3.2", words="57% replied")
    assert str(Issue("a.b", "error", known, "x")) == "report.docx, 'Findings 3.2': x"
    assert str(Where("report.yaml", path="title", heading="x")) == "report.yaml: title"


def test_only_what_is_known_of_a_place_is_printed_as_json() -> None:
    assert Where("a.md").as_plain() == {"file": "a.md"}
    where = Where("a.md", 3, heading="Findings", paragraph="3.2", words="57% replied")
    assert RULE.issue(where, "is odd").as_plain() == {
        "rule": "figures.odd",
        "severity": "warning",
        "where": {
            "file": "a.md",
            "line": 3,
            "heading": "Findings",
            "paragraph": "3.2",
            "words": "57% replied",
        },
        "message": "is odd",
        "mend": "",
    }


def test_what_is_quoted_at_great_length_is_cut_and_the_rest_is_said() -> None:
    heading = "Next steps " * 5_000
    found = str(RULE.issue(Where("a.md", 3), f"the section {heading!r} has no text", "write it"))
    assert len(found) < 400
    assert found.startswith("a.md:3: the section 'Next steps Next")
    assert found.endswith("...' has no text; write it")
    found = str(RULE.issue(Where("a.md", 3, "k" * 50_000), heading, heading))
    assert len(found) < 2_000


def test_a_message_of_usual_length_is_left_as_it_is() -> None:
    text = f"{'sentence ' * 90}'{'word ' * 20}'"
    assert RULE.issue(Where("a.md"), text).message == text


def test_words_of_a_document_are_quoted_on_one_line_and_no_longer_than_helps() -> None:
    assert quotable(" An action\n plan. ") == "An action plan."
    cut = quotable("word " * 40)
    assert len(cut) <= QUOTED
    assert cut.endswith("word…")
