"""Whether a file is what was released."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from io import BytesIO

import pikepdf
import pytest

from generator.model.digests import bytes_digest
from generator.model.release.record import ReleaseRecord
from generator.publish.pdf.pdf_lines import PdfError
from generator.publish.release.compare_release import compare, excerpts
from generator.publish.release.comparison import Compared
from generator.publish.release.release_record import part_digests, placed_lines
from generator.signoff.releases import release_digest
from generator.word.paper.read_paper import read_paper
from generator.word.paper.release_lines import release_lines
from generator.word.paper.release_mark import with_release_mark
from tests.publish.release.pdfs import bare_pdf
from tests.word.reading.packages import deleted, inserted, paragraph, run, word_file

LINES = ("Background", "Staff replied.", "It costs £5.", "Nothing else.")


def _word(*lines: str) -> bytes:
    return word_file("".join(paragraph(run(line)) for line in lines))


def _release(*lines: str, version: int = 1, report: str = "check") -> tuple[ReleaseRecord, bytes]:
    word = _word(*lines)
    placed = placed_lines(word, read_paper(word, ""))
    day = date(2023, 3, 15)
    record = ReleaseRecord(report, version, "T", "C", "P", day, None, placed, (), (), {}, {})
    marked = with_release_mark(word, release_digest(record))
    files = {"check.docx": bytes_digest(marked), "check.pdf": bytes_digest(b"%PDF")}
    told = (record.title, record.council, record.committee, day, None, placed, (), ())
    return ReleaseRecord(report, version, *told, files, part_digests(marked)), marked


def _compare(data: bytes, *records: ReleaseRecord) -> Compared:
    return compare(data, records, [release_digest(one) for one in records])


def test_the_released_file_is_known_by_its_bytes_and_so_is_itsbare_pdf() -> None:
    record, word = _release(*LINES)
    assert _compare(word, record) == Compared("released", record)
    assert _compare(b"%PDF", record).verdict == "released"


def test_words_that_were_struck_through_or_hidden_are_told() -> None:
    record, _ = _release(*LINES)
    for look, told in (
        ("<w:strike/>", ["struck: It costs £5."]),
        ("<w:dstrike/>", ["struck: It costs £5."]),
        ('<w:vanish/><w:strike w:val="0"/>', ["hidden: It costs £5."]),
        ('<w:vanish w:val="false"/><w:b/>', []),
    ):
        runs = (run(line, look if "£" in line else "") for line in LINES)
        found = _compare(word_file("".join(map(paragraph, runs))), record)
        assert [line.found for line in found.lines] == told


def test_words_that_a_style_or_one_below_it_hides_are_told() -> None:
    record, _ = _release(*LINES)
    styles = '<w:style w:type="{0}" w:styleId="{1}"><w:basedOn w:val="{2}"/>{3}</w:style>'.format
    looks = "<w:rPr><w:vanish/></w:rPr>"
    sheet = styles("paragraph", "Low", "", looks) + styles("paragraph", "High", "Low", "")
    sheet += styles("character", "Shown", "", looks.replace("/>", ' w:val="0"/>', 1))
    shown = run("It costs £5.", '<w:rStyle w:val="Shown"/>')
    body = [paragraph(run(line)) for line in LINES]
    for own, told in ((run(LINES[2]), ["hidden: It costs £5."]), (shown, [])):
        body[2] = paragraph(own, style="High")
        found = _compare(word_file("".join(body), {"styles": sheet}), record)
        assert [line.found for line in found.lines] == told


def test_an_equation_is_compared_by_its_signs() -> None:
    math = 'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
    signs = "<m:r><m:t>{}</m:t></m:r>".format
    body = f"<w:p><m:oMath {math}>{signs('a ')}{signs('= b')}</m:oMath></w:p>"
    assert [line.text for line in release_lines(word_file(body))] == ["equation: a=b"]


def test_an_alternative_text_that_is_lost_is_no_other_reading_of_what_stands_beside_it() -> None:
    record, _ = _release("One.", "alt: Bars of 5 teams", "chart: 4|5", "Two.")
    found = _compare(_word("One.", "chart: 4|6", "Two."), record)
    assert [(one.released, one.found) for one in found.lines] == [("chart: 4|5", "chart: 4|6")]
    assert found.lost == 1


PDF_LINES = ("Background", "In all, 30 of 60 staff (50%) replied.", "It costs 5 pounds.")


@pytest.mark.parametrize(
    ("page", "verdict", "lines"),
    [
        (" ".join(PDF_LINES), "unsure", []),
        ("Background In all, 30 of 60 staff2 (50%) replied.3 It costs 5 pounds.", "unsure", []),
        ("Background In all, 30 of 60 staff (51%) replied. It costs 5 pounds.", "changed", [1]),
        ("Background In all, 30 of 60 stuff (50%) replied. It costs 5 pounds.", "changed", [1]),
        ("Background In all, 30 of 60 staff (50%) replied. It costs 15 pounds.", "changed", [2]),
        ("Something else.", "unknown", []),
    ],
)
def test_a_pdf_that_is_not_the_released_one_is_searched_for_its_lines(
    page: str, verdict: str, lines: list[int]
) -> None:
    record, _ = _release(*PDF_LINES)
    found = _compare(bare_pdf(page), record)
    assert found.verdict == verdict
    assert [one.released for one in found.lines] == [PDF_LINES[at] for at in lines]


def test_a_paragraph_that_goes_over_two_pages_is_found() -> None:
    long = "The council replied to everybody who had written to it, and asked others to do so too."
    record, _ = _release("Background", long, "It costs 5 pounds.")
    pages = (f"Background {long[:44]}", f"Page 1 {long[44:]} It costs 5 pounds.")
    assert _compare(bare_pdf(*pages), record).verdict == "unsure"


def test_a_damaged_pdf_is_unknown() -> None:
    record, _ = _release(*LINES)
    assert _compare(b"%PDF-1.7 and nothing more", record).verdict == "unknown"


PAGES = (" ".join(PDF_LINES), "2021 2022 57% 81% Agree Satisfied staff")


def _released_pdf() -> ReleaseRecord:
    """A release whose PDF has these two pages, the second with a chart."""
    return replace(_release(*PDF_LINES)[0], pages=PAGES)


def test_a_pdf_whose_pages_print_the_same_was_saved_again() -> None:
    found = _compare(bare_pdf(*PAGES, packed=True), _released_pdf())
    assert (found.verdict, found.pdf, found.lines) == ("saved again", True, ())


def test_a_note_laid_over_a_pdf_leaves_it_unsure() -> None:
    covered = bare_pdf(*PAGES, note="It costs 50 pounds.")
    assert _compare(covered, _released_pdf()).verdict == "unsure"


def test_a_figure_of_a_chart_that_a_page_prints_otherwise_is_told_with_its_page() -> None:
    found = _compare(bare_pdf(PAGES[0], PAGES[1].replace("81", "87")), _released_pdf())
    assert (found.verdict, [one.place for one in found.lines]) == ("changed", ["Page 2"])
    assert "57% 81% Agree" in found.lines[0].released
    assert "57% 87% Agree" in found.lines[0].found


def test_what_was_added_to_a_page_is_told() -> None:
    found = _compare(bare_pdf(f"{PAGES[0]} Approved.", PAGES[1]), _released_pdf())
    assert (found.verdict, [one.place for one in found.lines]) == ("changed", ["Page 1"])


def test_a_changed_line_is_told_once_with_its_place() -> None:
    changed = PAGES[0].replace("50%", "51%")
    found = _compare(bare_pdf(changed, PAGES[1]), _released_pdf())
    assert [one.released for one in found.lines] == [PDF_LINES[1]]


CHART = "chart: Satisfied staff|Agree|2020|2021|2022|57|62.4|81"


@pytest.mark.parametrize(
    ("page", "verdict"),
    [
        ("2020 2021 2022 57% 62% 81%", "unsure"),
        ("2020 2021 2022 57% 65% 81%", "changed"),
        ("2020 2021 2022 81% 62% 57%", "unsure"),
        ("2020 2021 2022 57% 81%", "unsure"),
    ],
)
def test_a_pdf_that_was_laid_out_anew_is_searched_for_the_figures_of_charts(
    page: str, verdict: str
) -> None:
    record, _ = _release(*PDF_LINES)
    record = replace(record, lines=(*record.lines, ("Findings, 2.1", CHART)))
    found = _compare(bare_pdf(f"{' '.join(PDF_LINES)} {page}"), record)
    assert (found.verdict, len(found.lines)) == (verdict, int(verdict == "changed"))


def test_a_locked_pdf_and_one_that_unpacks_to_too_much_are_refused() -> None:
    record, made = _release(*PDF_LINES)[0], BytesIO()
    with pikepdf.open(BytesIO(bare_pdf(*PDF_LINES))) as pdf:
        pdf.save(made, encryption=pikepdf.Encryption(owner="o", user="u"))
        with pytest.raises(PdfError, match="password"):
            _compare(made.getvalue(), record)
        pdf.pages[0].obj.Contents = pdf.make_stream(b" " * (80 << 20))
        pdf.save(made := BytesIO())
    with pytest.raises(PdfError, match="more than a document can need"):
        _compare(made.getvalue(), record)


def test_a_heading_that_is_printed_in_capitals_is_found() -> None:
    record, _ = _release(*PDF_LINES)
    page = " ".join(PDF_LINES).replace("Background", "BACKGROUND")
    assert _compare(bare_pdf(page), record).verdict == "unsure"


def test_a_later_version_is_told() -> None:
    first, word = _release(*LINES)
    second, _ = _release(*LINES, "More.", version=2)
    assert _compare(word, first, second) == Compared("released", first, superseded=True)


def test_one_letter_is_found_with_its_place_and_both_readings() -> None:
    record, _ = _release(*LINES)
    found = _compare(_word("Background", "Staff replied.", "It costs £6.", "Nothing else."), record)
    assert found.verdict == "changed"
    assert [(one.released, one.found) for one in found.lines] == [("It costs £5.", "It costs £6.")]


def test_a_line_that_is_gone_and_one_that_came_are_found() -> None:
    record, _ = _release(*LINES)
    gone = _compare(_word("Background", "It costs £5.", "Nothing else."), record)
    assert [(one.released, one.found) for one in gone.lines] == [("Staff replied.", "")]
    come = _compare(_word(*LINES, "P.S."), record)
    assert [(one.released, one.found) for one in come.lines] == [("", "P.S.")]


def test_a_file_saved_again_has_other_bytes_and_the_same_lines() -> None:
    record, _ = _release(*LINES)
    split = word_file("".join(paragraph(run(line[:3]) + run(line[3:])) for line in LINES))
    found = _compare(split, record)
    assert (found.verdict, found.lines) == ("saved again", ())
    assert "word/document.xml" in found.parts


def test_tracked_changes_are_read_as_accepted() -> None:
    record, _ = _release(*LINES)
    body = [paragraph(run(line)) for line in LINES]
    body[2] = paragraph(run("It costs ") + deleted("£5") + inserted("£7") + run("."))
    found = _compare(word_file("".join(body)), record)
    assert [one.found for one in found.lines] == ["It costs £7."]


def test_another_report_and_a_pdf_that_is_none_of_them_are_unknown() -> None:
    record, _ = _release(*LINES)
    assert _compare(_word("Quite", "another", "paper"), record).verdict == "unknown"
    assert _compare(b"%PDF-1.7", record).verdict == "unknown"
    assert _compare(_word(*LINES)).verdict == "unknown"


@pytest.mark.parametrize(
    ("one", "other", "shown"),
    [
        ("", "come", ("", "come")),
        ("It costs £5.", "It costs £6.", ("It costs £5.", "It costs £6.")),
        (
            "a" * 60 + "X" + "b" * 60,
            "a" * 60 + "Y" + "b" * 60,
            ("…" + "a" * 40 + "X" + "b" * 40 + "…", "…" + "a" * 40 + "Y" + "b" * 40 + "…"),
        ),
    ],
)
def test_long_lines_are_shown_round_their_difference(
    one: str, other: str, shown: tuple[str, str]
) -> None:
    assert excerpts(one, other) == shown
