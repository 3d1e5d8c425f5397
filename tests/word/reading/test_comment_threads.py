"""Comments of programs that keep less of them than Word."""

from __future__ import annotations

import pytest

from generator.model.readings import ReadComment
from generator.word.package.zip_package import read_parts, write_package
from generator.word.reading.read_word import read_word

from .packages import deleted, paragraph, run, word_file

_PROPERTIES = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"


def comment(number: int, text: str, day: int) -> str:
    said = f'w:author="A" w:date="2023-02-{day}T09:00:00Z"'
    return f'<w:comment w:id="{number}" {said}>{paragraph(run(text))}</w:comment>'


def around(number: int, content: str) -> str:
    return (
        f'<w:commentRangeStart w:id="{number}"/>{content}<w:commentRangeEnd w:id="{number}"/>'
        f'<w:r><w:commentReference w:id="{number}"/></w:r>'
    )


def saved_by_libreoffice(data: bytes) -> bytes:
    """The file as LibreOffice names itself in it."""
    parts = dict(read_parts(data))
    program = "<Application>LibreOffice/7.4.7.2$Linux_X86_64</Application>"
    parts["docProps/app.xml"] = f'<Properties xmlns="{_PROPERTIES}">{program}</Properties>'.encode()
    kind = _PROPERTIES.replace("2006/extended", "2006/relationships/extended")
    added = f'<Relationship Id="r9" Type="{kind}" Target="docProps/app.xml"/></Relationships>'
    parts["_rels/.rels"] = parts["_rels/.rels"].replace(b"</Relationships>", added.encode())
    return write_package(parts)


TWO = comment(1, "Yes.", 18) + comment(0, "Net?", 17)
TWICE = word_file(paragraph(run("It is ") + around(0, around(1, run("35%")))), {"comments": TWO})


def test_two_comments_on_the_same_words_are_two_in_word() -> None:
    assert {one.text for one in read_word(TWICE).comments} == {"Net?", "Yes."}


def test_the_later_of_them_is_an_answer_where_libreoffice_kept_no_answers() -> None:
    read = read_word(saved_by_libreoffice(TWICE))
    (one,) = read.comments
    assert (one.text, one.words, [reply.text for reply in one.replies]) == ("Net?", "35%", ["Yes."])
    assert read.notices == ("it was saved by LibreOffice 7.4",)


@pytest.mark.parametrize(
    ("body", "words", "where"),
    [
        (paragraph(run("One")) + paragraph(around(0, run("Two"))), "Two", 1),
        (paragraph(around(0, deleted("Gone") + run("Two"))), "Two", 0),
        (paragraph(around(0, deleted("Gone"))), "", 0),
        (
            paragraph('<w:commentRangeStart w:id="0"/>' + run("One"))
            + paragraph(run("Two") + '<w:commentRangeEnd w:id="0"/>'),
            "One\nTwo",
            0,
        ),
        (paragraph(run("One") + '<w:r><w:commentReference w:id="0"/></w:r>'), "", 0),
        (paragraph(run("One")), "", -1),
    ],
)
def test_the_words_of_a_comment_are_those_that_are_left(body: str, words: str, where: int) -> None:
    (one,) = read_word(word_file(body, {"comments": comment(0, "Net?", 17)})).comments
    assert one == ReadComment("A", "2023-02-17T09:00:00Z", "Net?", words, where)
