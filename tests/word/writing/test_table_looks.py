"""Tables of so many columns that words would be broken take smaller text, by their own styles."""

from __future__ import annotations

from generator.model.document import Table, Text

from ..samples import body, document, find, render, section, w

MONTHS = ("September", "October", "November", "December", "January", "February")


def table_of(*header: str) -> Table:
    cells = tuple((Text(word),) for word in header)
    sides = ("left", *("right",) * (len(header) - 1))
    return Table(cells, (cells,), alignments=sides)


def styles_in(table: Table) -> list[str]:
    root = body(render(document(section("a", table), front_matter=())))
    return list(dict.fromkeys(find(root, "//w:tbl//w:pStyle/@w:val")))


def test_a_table_whose_words_fit_has_the_usual_text() -> None:
    usual = ["TableHeading", "TableFiguresHeading", "TableText", "TableFigures"]
    assert styles_in(table_of("Team", *MONTHS[:3])) == usual


def test_a_table_whose_words_would_be_broken_has_text_of_ten_points() -> None:
    table = table_of("Team", *MONTHS, "March")
    names = styles_in(table)
    assert names == [
        "TableHeadingSmall", "TableFiguresHeadingSmall", "TableTextSmall", "TableFiguresSmall"
    ]  # fmt: skip
    parts = render(document(section("a", table), front_matter=()))
    styles = find(body({"word/document.xml": parts["word/styles.xml"]}), "//w:style")
    made = {style.get(w("styleId")): style for style in styles}
    for name in names:
        assert find(made[name], "w:rPr/w:sz/@w:val") == ["20"]
        assert find(made[name], "w:basedOn/@w:val") == [name.removesuffix("Small")]


def test_an_address_does_not_make_a_table_small() -> None:
    address = "workforce-development@glenside.example.org"
    table = table_of("Role", "Name", "Post", "Telephone", address)
    assert "TableTextSmall" not in styles_in(table)
