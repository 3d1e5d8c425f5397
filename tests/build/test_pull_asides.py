"""What officers put in beside words in Word: each is told in the account of a pull."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests import edits
from tests.build.test_pull import NARRATIVE, pulled, text
from tests.conftest import Committee
from tests.edits.markup import paragraph, put_after, put_into, with_look

PLAN = "An action plan follows."
_V = 'xmlns:v="urn:schemas-microsoft-com:vml"'
_PICTURE = (
    '<w:r><w:drawing><wp:inline><wp:docPr id="77" name="Picture 1" descr="A cat"/><a:graphic>'
    '<a:graphicData uri="picture"><pic:pic xmlns:pic="urn:x"/></a:graphicData></a:graphic>'
    "</wp:inline></w:drawing></w:r>"
)


@pytest.mark.parametrize(
    ("piece", "kind", "told"),
    [
        (_PICTURE, "picture", "picture: A cat"),
        (f"<w:r><w:pict><v:shape {_V}/></w:pict></w:r>", "shape", "shape"),
        ('<w:r><w:br w:type="page"/></w:r>', "page break", "page break"),
    ],
)
def test_what_has_no_words_is_refused_and_changes_nothing(
    workspace: Path, committee: Committee, piece: str, kind: str, told: str
) -> None:
    was = text(workspace, NARRATIVE)
    for _ in range(2):
        code, (item,) = pulled(workspace, committee, lambda d: put_into(d, PLAN, piece))
        assert (code, item["became"], item["kind"]) == (1, "refused", kind)
        assert (item["old"], item["new"]) == (PLAN, told)
        assert text(workspace, NARRATIVE) == was


def test_a_new_stretch_of_pages_is_refused(workspace: Path, committee: Committee) -> None:
    made = '<w:p><w:pPr><w:sectPr><w:pgSz w:orient="landscape"/></w:sectPr></w:pPr></w:p>'
    code, (item,) = pulled(workspace, committee, lambda d: put_after(d, PLAN, made))
    assert (code, item["became"], item["kind"]) == (1, "refused", "section break")


@pytest.mark.parametrize(
    ("piece", "kind", "said"),
    [
        ("<m:oMath><m:r><m:t> x=y</m:t></m:r></m:oMath>", "equation", f"{PLAN} x=y\n"),
        ('<w:fldSimple w:instr=" PAGE "><w:r><w:t xml:space="preserve"> 4</w:t></w:r>'
         "</w:fldSimple>", "field", f"{PLAN} 4\n"),
        ('<w:sdt><w:sdtPr><w:date/></w:sdtPr><w:sdtContent>'
         '<w:r><w:t xml:space="preserve"> Agreed</w:t></w:r>'
         "</w:sdtContent></w:sdt>", "content control", f"{PLAN} Agreed\n"),
        (f"<w:r><w:pict><v:shape {_V}><v:textbox><w:txbxContent><w:p><w:r><w:t>Boxed</w:t></w:r>"
         "</w:p></w:txbxContent></v:textbox></v:shape></w:pict></w:r>",
         "text box", f"{PLAN}\n\nBoxed\n"),
    ],
)  # fmt: skip
def test_the_words_are_merged_and_what_is_round_them_is_told(
    workspace: Path, committee: Committee, piece: str, kind: str, said: str
) -> None:
    code, account = pulled(workspace, committee, lambda d: put_into(d, PLAN, piece))
    assert (code, [item["became"] for item in account]) == (1, ["merged", "refused"])
    assert account[1]["kind"] == kind
    assert said in text(workspace, NARRATIVE)


def test_a_control_round_paragraphs_is_told(workspace: Path, committee: Committee) -> None:
    said = "<w:sdtPr><w:dropDownList/></w:sdtPr>"
    made = f"<w:sdt>{said}<w:sdtContent>{paragraph('Agreed.')}</w:sdtContent></w:sdt>"
    code, account = pulled(workspace, committee, lambda d: put_after(d, PLAN, made))
    assert (code, [item["kind"] for item in account]) == (1, ["paragraph added", "content control"])


@pytest.mark.parametrize("tracked", [True, False])
@pytest.mark.parametrize(
    ("look", "called"),
    [
        ("<w:strike/>", "strike-through"),
        ('<w:u w:val="single"/>', "underline"),
        ('<w:highlight w:val="yellow"/><w:color w:val="FF0000"/>', "highlight and colour"),
        ("<w:smallCaps/>", "capitals"),
        ('<w:rFonts w:ascii="Symbol"/><w:sz w:val="40"/>', "font and size"),
        ('<w:shd w:val="clear" w:fill="FFFF00"/>', "shading"),
        ('<w:vertAlign w:val="subscript"/>', "subscript"),
    ],
)
def test_formatting_that_the_narrative_cannot_say_is_a_line_for_a_paragraph(
    workspace: Path, committee: Committee, look: str, called: str, tracked: bool
) -> None:
    def change(data: bytes) -> bytes:
        return with_look(with_look(data, "action", look, tracked=tracked), "plan follows", look)

    code, (item,) = pulled(workspace, committee, change)
    assert (code, item["became"], item["new"]) == (1, "refused", f"formatting: {called}")
    assert item["author"] == "Finance Officer"


def test_a_reference_that_shows_words_is_none_of_the_narrative(
    workspace: Path, committee: Committee
) -> None:
    was = text(workspace, NARRATIVE)
    run = "<w:r><w:t> See it</w:t></w:r>"
    field = f'<w:fldSimple w:instr=" REF _sec_next_steps ">{run}</w:fldSimple>'
    code, (item,) = pulled(workspace, committee, lambda d: put_into(d, PLAN, field))
    assert (code, item["became"], item["kind"]) == (1, "refused", "pointer")
    assert "no number or place in the narrative" in item["reason"]
    assert text(workspace, NARRATIVE) == was


def test_a_comment_on_a_figure_is_no_edit_of_it(workspace: Path, committee: Committee) -> None:
    assert pulled(workspace, committee, lambda d: edits.comment(d, "20.0%", "Sure?")) == (0, [])
