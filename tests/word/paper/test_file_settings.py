"""What a file says of itself outside its text."""

from __future__ import annotations

from generator.model.release.paper import EDITORS
from generator.word.package.namespaces import declared
from generator.word.package.parts import Parts
from generator.word.paper.read_paper import read_paper
from tests.word.reading.packages import paragraph, run, word_file

PATH = "file:///C:/Users/someone/report.dotx"


def test_breaks_columns_and_fields_are_counted() -> None:
    turned = '<w:r><w:br w:type="page"/></w:r>'
    field = '<w:fldSimple w:instr=" page \\* MERGEFORMAT "><w:r><w:t>1</w:t></w:r></w:fldSimple>'
    columns = '<w:sectPr><w:cols w:num="2"/></w:sectPr>'
    body = paragraph(turned) + paragraph(field) + paragraph(run("a"), more=columns)
    paper = read_paper(word_file(body), "f")
    assert (paper.breaks, paper.columns, paper.fields) == (1, 2, frozenset({"PAGE"}))
    assert [text.turns for text in paper.texts] == [True, False, True]


def test_the_address_of_a_template_and_custom_data_are_told() -> None:
    parts = Parts(word_file("", {"settings": ""}))
    parts.relate("word/settings.xml", "attachedTemplate", PATH, external=True)
    parts.add("customXml/item1.xml", b"<a>Ann <b>Lee</b></a>", "application/xml")
    parts.add("customXml/item2.xml", b"<a/>", "application/xml")
    paper = read_paper(parts.to_bytes(), "f")
    assert paper.sources == (PATH,)
    assert paper.custom == {"customXml/item1.xml": "Ann Lee"}


def test_data_that_a_mail_merge_takes_are_sources() -> None:
    data = "Data Source=\\\\hr01\\staff\\list.xlsx"
    merge = f'<w:mailMerge><w:connectString w:val="{data}"/></w:mailMerge>'
    paper = read_paper(word_file(paragraph(run("Words.")), {"settings": merge}), "file.docx")
    assert paper.sources == (data,)


def test_people_who_edited_a_file_are_among_its_properties() -> None:
    one = f'<w15:person {declared("w15")} w15:author="{{}}"/>'.format
    people = one("Ann Lee") + one("Jane Roe")
    paper = read_paper(word_file(paragraph(run("Words.")), {"people": people}), "file.docx")
    assert paper.properties[EDITORS] == "Ann Lee; Jane Roe"
