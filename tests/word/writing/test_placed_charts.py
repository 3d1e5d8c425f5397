"""Charts in the text: kept by digest, attached with their workbook, drawn in line."""

from __future__ import annotations

from generator.word.package.zip_package import read_parts

from ..samples import Shelf, body, chart, document, find, rendered, section


def test_a_chart_is_made_once_and_then_taken_from_the_store() -> None:
    store, made = Shelf(), document(section("a", chart("1", "x"), chart("2", "y", title="Other")))
    first = rendered(made, charts=store)
    assert len(store) == 2
    kept = dict(store)
    assert rendered(made, charts=store) == first
    assert store == kept


def test_each_chart_has_its_part_its_workbook_and_its_alternative_text() -> None:
    parts = read_parts(rendered(document(section("a", chart(), chart("2", "b"))), charts=Shelf()))
    assert {name for name in parts if "chart" in name and name.endswith((".xml", ".xlsx"))} >= {
        "word/charts/chart1.xml",
        "word/charts/chart2.xml",
        "word/embeddings/chart1.xlsx",
        "word/embeddings/chart2.xlsx",
    }
    root = body(parts)
    assert find(root, "//wp:docPr/@descr") == ["Column chart: 78% in 2021, 67% in 2022."] * 2
    assert len(set(find(root, "//wp:docPr/@id"))) == 2
    assert not find(root, "//wp:anchor")
