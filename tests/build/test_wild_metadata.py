"""Text from YAML and Markdown is kept exactly, whatever it holds, everywhere it is printed."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.model.wording.quotation_marks import curly
from tests.build.reading import (
    DC,
    alternative_texts,
    built,
    chart_names,
    chart_words,
    document_text,
    texts,
    tree,
)
from tests.conftest import Committee
from tests.small import FOLDER, NAME

WILD = {
    "markup": """A & B <b>C</b> "D" 'E' &amp; &#x41; <!-- F --> ]]> </w:t>""",
    "emoji": "Health 🧑🏽‍⚕️ check 👩‍👩‍👧‍👦 ✅ 2022",
    "right to left": "فحص صحي 2022 (בדיקה) check",
    "jinja": "{{ title }} {% if x %}{# y #} {{ 7 * 7 }} {%- raw -%} }} {{",
    "yaml": "- yes: [no, ~] # not a comment | > & * ! % @ `",
    "markdown": "# *Not* _emphasised_ [link](x) `code` 1. A. ![p](q) ***",
    "numbers": "0123 1e5 2023-03-15 12:30 £52.2 million 50%",
    "combining": "Zürich é ﬁ Ǆ ١٢٣ 𝔘𝔫𝔦 \u200b\u2066x\u2069 \ufeff\u00a0end",
    "separators": "one\u2028two\u2029three\u0085four",
    "long": "Word & <word> " * 143 + "end",
}


def set_title(root: Path, title: str) -> None:
    """Put a title into report.yaml."""
    path = root / FOLDER / "report.yaml"
    text = path.read_text("utf-8").replace("Staff check 2022", quoted(title))
    path.write_text(text, "utf-8", newline="")


def quoted(text: str) -> str:
    """A text as YAML and JSON alike write it between quotation marks."""
    return json.dumps(text, ensure_ascii=False)


@pytest.mark.parametrize("title", WILD.values(), ids=WILD)
def test_a_title_is_kept_exactly_in_the_text_and_the_properties(
    fresh: Path, committee: Committee, title: str
) -> None:
    set_title(fresh, title)
    done = committee("build", NAME, cwd=fresh)
    assert done.err == ""
    parts = built(fresh)
    assert curly(title) in texts(tree(parts, "word/document.xml"))
    assert tree(parts, "docProps/core.xml").findtext(f"{DC}title") == curly(title)


@pytest.mark.parametrize("name", WILD.values(), ids=WILD)
def test_names_are_kept_exactly_in_header_front_matter_and_lists(
    fresh: Path, committee: Committee, name: str
) -> None:
    path = fresh / FOLDER / "report.yaml"
    data = yaml.load(path.read_text("utf-8"), yaml.BaseLoader)
    data["committee"]["name"] = data["committee"]["short_name"] = name
    data["front_matter"]["originating_service"] = name
    data["front_matter"]["wards_affected"] = name
    data["front_matter"]["accountable_employees"][0]["post"] = name
    data["front_matter"]["considered_by"][0]["body"] = name
    data["appendices"][1]["title"] = name
    data["marking"] = name
    data["published"] = "2023-03-07"
    data["implications"] = {"legal": {"nil": True}}
    path.write_text(json.dumps(data, ensure_ascii=False), "utf-8")
    done = committee("build", NAME, cwd=fresh)
    assert done.err == ""
    parts = built(fresh)
    body = document_text(parts)
    assert body.count(curly(name)) >= 7
    around = [n for n in parts if n.startswith(("word/header", "word/footer"))]
    assert any(curly(name) in text for part in around for text in texts(tree(parts, part)))
    assert curly(name) in (tree(parts, "docProps/core.xml").findtext(f"{DC}subject") or "")


@pytest.mark.parametrize(
    "title", [WILD[key] for key in ("markup", "emoji", "right to left", "jinja")]
)
def test_words_of_findings_are_kept_exactly_in_charts_tables_and_alternative_text(
    fresh: Path, committee: Committee, title: str
) -> None:
    path = fresh / FOLDER / "findings.yaml"
    text = path.read_text("utf-8").replace(
        "title: Workload is manageable", f"title: {quoted(title)}"
    )
    path.write_text(text, "utf-8")
    narrative = fresh / FOLDER / "narrative.md"
    text = narrative.read_text("utf-8").replace(', title="Workloads move"', "")
    narrative.write_text(text, "utf-8")
    done = committee("build", NAME, cwd=fresh)
    assert done.err == ""
    parts = built(fresh)
    assert curly(title) in document_text(parts)
    assert curly(title) in chart_words(parts, chart_names(parts)[0])
    assert any(curly(title) in words for words in alternative_texts(parts))


def test_options_and_questions_are_kept_exactly(fresh: Path, committee: Committee) -> None:
    wild = 'North & <South> "East" {{ x }} 🧭'
    for name in ("codebook.yaml", "narrative.md"):
        path = fresh / FOLDER / name
        text = path.read_text("utf-8")
        path.write_text(text.replace("options: [North,", f"options: ['{wild}',"), "utf-8")
    path = fresh / FOLDER / "codebook.yaml"
    path.write_text(
        path.read_text("utf-8").replace(
            "Prefer not to say]", f"Prefer not to say]\n    renamed_options: {{North: '{wild}'}}"
        ),
        "utf-8",
    )
    narrative = fresh / FOLDER / "narrative.md"
    added = "\n{{ chart(sw.by_team) }}\n\nIn {{ sw.by_team.groups.names }}.\n\n# Next steps {#next"
    narrative.write_text(
        narrative.read_text("utf-8").replace("\n# Next steps {#next", added), "utf-8"
    )
    done = committee("build", NAME, cwd=fresh)
    assert done.err == ""
    parts = built(fresh)
    assert f"In {curly(wild)}, South and" in document_text(parts)
    assert curly(wild) in b"".join(parts[name] for name in chart_names(parts)).decode().replace(
        "&lt;", "<"
    ).replace("&gt;", ">").replace("&quot;", '"').replace("&amp;", "&")


@pytest.mark.parametrize("sign", ["\x00", "\x08", "\x1b", "\x7f", "\x9f", "\ufffe", "\uffff"])
def test_a_control_character_in_yaml_is_told_with_its_line(
    fresh: Path, committee: Committee, sign: str
) -> None:
    path = fresh / FOLDER / "report.yaml"
    text = path.read_text("utf-8").replace("Staff check", f"Staff{sign}check")
    path.write_text(text, "utf-8", newline="")
    done = committee("build", NAME, cwd=fresh)
    assert done.code == 1
    assert done.problems[0].startswith(f"{FOLDER}/report.yaml:2:")
    assert f"U+{ord(sign):04X}" in done.problems[0]


printable = st.text(
    st.characters(exclude_categories=("Cs", "Cc", "Cn"), exclude_characters="\u2028\u2029"),
    min_size=1,
    max_size=60,
).filter(lambda text: text.strip() == text)


@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(title=printable)
def test_any_title_that_can_be_typed_is_kept_exactly(
    workspace: Path, committee: Committee, title: str
) -> None:
    report = workspace / FOLDER / "report.yaml"
    before = report.read_bytes()
    try:
        set_title(workspace, title)
        done = committee("build", NAME, cwd=workspace)
        assert done.err == ""
        parts = built(workspace)
        assert title in texts(tree(parts, "word/document.xml"))
        assert tree(parts, "docProps/core.xml").findtext(f"{DC}title") == title
    finally:
        report.write_bytes(before)
