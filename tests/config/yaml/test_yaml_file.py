"""Reading YAML: exact text, exact lines, and nothing that a hostile or careless file can do."""

from __future__ import annotations

import contextlib
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from generator.config.files import Files
from generator.config.yaml.yaml_file import dotted, parse_yaml, read_yaml
from generator.errors import InputProblems
from tests.work import at_most

CALLS = 15_000_000  # some five times what is needed


# What YAML and Word can both hold: no controls, no surrogates, no noncharacters.
TEXT = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cc", "Cs"), exclude_characters="\ufffe\uffff")
)


def problem(text: str) -> str:
    """The only problem of a text."""
    with pytest.raises(InputProblems) as caught:
        parse_yaml(text, "f.yaml")
    assert len(caught.value.problems) == 1, caught.value.problems
    return str(caught.value.problems[0])


@given(TEXT)
def test_quoted_text_is_kept_exactly(text: str) -> None:
    quoted = text.replace("'", "''")
    assert parse_yaml(f"title: '{quoted}'\n", "f").data == {"title": text}


@given(TEXT.filter(lambda text: "\\" not in text and '"' not in text))
def test_double_quoted_text_is_kept_exactly(text: str) -> None:
    assert parse_yaml(f'- "{text}"\n', "f").data == [text]


@given(st.lists(TEXT, max_size=5))
def test_what_yaml_writes_is_read_back(texts: list[str]) -> None:
    text = yaml.safe_dump({"texts": texts}, allow_unicode=True)
    assert parse_yaml(text, "f").data == {"texts": texts}


@given(st.text(max_size=200))
def test_any_text_is_read_or_refused_with_a_problem(text: str) -> None:
    with contextlib.suppress(InputProblems):
        parse_yaml(text, "f.yaml")


@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused_with_a_problem(
    tmp_path_factory: pytest.TempPathFactory, data: bytes
) -> None:
    path = tmp_path_factory.mktemp("any") / "f.yaml"
    path.write_bytes(data)
    with contextlib.suppress(InputProblems):
        read_yaml(path, Files(path.parent))


@pytest.mark.parametrize("separator", ["\u2028", "\u2029", "\x85"])
def test_unicode_line_separators_are_text_and_count_no_lines(separator: str) -> None:
    file = parse_yaml(f"a: 'x{separator} {separator}y'\nb: z{separator}z\nc: 1\n", "f")
    assert file.data == {"a": f"x{separator} {separator}y", "b": f"z{separator}z", "c": 1}
    assert file.lines[("c",)] == 3


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("yes", "yes"),
        ("No", "No"),
        ("off", "off"),
        ("2023-03-15", "2023-03-15"),
        ("12:30:00", "12:30:00"),
        ("01902 555555", "01902 555555"),
        ("0123", "0123"),
        ("+441902555555", "+441902555555"),
        ("1e5", "1e5"),
        ("1_000", "1_000"),
        ("0x10", "0x10"),
        (".inf", ".inf"),
        ("9" * 400, "9" * 400),
        ("1" * 400 + ".5", "1" * 400 + ".5"),
        ("'12'", "12"),
        ("!!str 12", "12"),
        ("12", 12),
        ("-3", -3),
        ("70.5", 70.5),
        ("true", True),
        ("False", False),
        ("~", None),
        ("", None),
        ('<script> & "x" 😀', '<script> & "x" 😀'),
    ],
)
def test_only_plain_numbers_truth_values_and_null_are_resolved(written: str, value: object) -> None:
    found = parse_yaml(f"key: {written}\n", "f").data["key"]
    assert found == value
    assert type(found) is type(value)


def test_keys_are_always_text() -> None:
    assert parse_yaml("2021: a\nNo: b\ntrue: c\n", "f").data == {
        "2021": "a",
        "No": "b",
        "true": "c",
    }


def test_every_value_has_its_line() -> None:
    file = parse_yaml(
        "\n# note\na:\n  b:\n    - c: 1\n      d: |\n        x\n        y\n    - z\n", "f"
    )
    assert file.where(["a"]).line == 3
    assert file.where(["a", "b", 0, "c"]).line == 5
    assert file.where(["a", "b", 0, "d"]).line == 6
    assert str(file.where(["a", "b", 1])) == "f:9: a.b[1]"
    assert str(file.where(["a", "b", 0, "none"])) == "f:5: a.b[0].none"


def test_windows_and_old_macintosh_line_ends_count_as_lines(tmp_path: Path) -> None:
    path = tmp_path / "f.yaml"
    path.write_bytes(b"\xef\xbb\xbfa: 1\r\nb:\r  c: 2\r\n")
    file = read_yaml(path, Files(tmp_path))
    assert file.data == {"a": 1, "b": {"c": 2}}
    assert file.where(["b", "c"]).line == 3


def test_what_an_alias_repeats_has_the_lines_of_its_anchor() -> None:
    file = parse_yaml("a: &x\n  b:\n    - c: 1\nd: *x\n", "f")
    assert file.data["d"] == {"b": [{"c": 1}]}
    assert file.where(["d"]).line == 4
    assert file.where(["d", "b", 0, "c"]).line == 3


@pytest.mark.parametrize("text", ["", "\n", "# only a comment\n", "---\n", "---\n...\n"])
def test_an_empty_file_holds_nothing(text: str) -> None:
    assert parse_yaml(text, "f").data is None


def test_paths_are_shown_dotted_with_indices() -> None:
    assert dotted(("a", 0, "b", "c d")) == "a[0].b.c d"
    assert dotted(()) == ""


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("a:\n\tb: 1\n", "f.yaml:2: is not valid YAML: a tab indents the line; indent with spaces"),
        ("a:\n  - x\n\t- y\n", "f.yaml:3: is not valid YAML: a tab indents the line"),
        (
            "a: 1\nt: Foo: bar\n",
            "f.yaml:2: is not valid YAML: a second colon stands in the text 'Foo: bar'; put",
        ),
        ("a:\n  b: 1\n c: 2\n", "f.yaml:3: is not valid YAML: a line that does not fit"),
        ("a: 1\nfoo\nb: 2\n", "f.yaml:2: is not valid YAML: a line without 'key: value'"),
        ('a: 1\nb: "foo\nc: 2\n', "f.yaml:2: is not valid YAML: a quotation mark that is not"),
        ("a: 1\nb: 'it's'\n", "f.yaml:2: is not valid YAML: text goes on after the closing"),
        ("a: 1\nb: [x, y\nc: 2\n", "f.yaml:2: is not valid YAML: a list in [ ]"),
        ("b: {x: 1, y\n", "f.yaml:1: is not valid YAML: a mapping in { }"),
        ('a: "C:\\path"\n', "f.yaml:1: is not valid YAML: a backslash that begins no known"),
        ("- **Bold** x\n", "f.yaml:1: is not valid YAML: an alias (*) or anchor (&) without a"),
        ("a: @b\n", "f.yaml:1: is not valid YAML: a value cannot begin with '@'; put the text"),
        ("a: | text\n  b\n", "f.yaml:1: is not valid YAML: text after the | or >"),
        ("a: {{ x.y }}\n", "f.yaml:1: a: a key must be plain text; text that begins with '{{'"),
        ("? [a]\n: b\n", "f.yaml:1: a key must be plain text; put the key in quotes"),
        ("a: 1\n---\nb: 2\n", "f.yaml:2: a second document begins here"),
        ('"": 1\n', "f.yaml:1: a key is missing before the colon"),
        ("a: 1\nb:\n  c: 1\n  c: 2\n", "f.yaml:4: b: the key 'c' stands twice (first in line 3)"),
        ("a: &x {b: 1}\nc:\n  <<: *x\n", "f.yaml:3: c: merge keys (<<) are not supported"),
        ("a: 1\nb: *y\n", "f.yaml:2: b: no anchor &y stands before *y"),
        ("a: 1\nb: x\x07y\n", "f.yaml:2: holds the control character U+0007; remove it"),
        ('a: 1\nb: "x\\0y"\n', "f.yaml:2: b: holds the control character U+0000; remove it"),
        ("a: !!python/object:os.system x\n", "f.yaml:1: a: the tag !!python/object:os.system is"),
        ("a: !!int abc\n", "f.yaml:1: a: the tag !!int is not allowed"),
        ("a: !!set {x, y}\n", "f.yaml:1: a: the tag !!set is not allowed"),
        ("a: !important\n", "f.yaml:1: a: the tag !important is not allowed; text that begins"),
    ],
)
def test_what_is_wrong_is_said_with_its_line_and_how_to_mend_it(text: str, message: str) -> None:
    assert problem(text).startswith(message)


def test_all_problems_that_the_builder_finds_are_listed() -> None:
    with pytest.raises(InputProblems) as caught:
        parse_yaml("a: 1\na: 2\nb: !x y\nc: *z\n", "f.yaml")
    assert [found.where.line for found in caught.value.problems] == [2, 3, 4]


def test_an_alias_of_itself_is_refused() -> None:
    assert problem("a: &x [*x]\n").startswith("f.yaml:1: a[0]: the alias *x stands inside")


def billion_laughs() -> str:
    lines = ["a: &a [x, x, x, x, x, x, x, x, x]"]
    for key, before in zip("bcdefghij", "abcdefghi", strict=True):
        lines.append(f"{key}: &{key} [{', '.join([f'*{before}'] * 9)}]")
    return "\n".join(lines)


@pytest.mark.parametrize(
    "text",
    [
        billion_laughs(),
        f'a: &a "{"x" * 50_000}"\nb: [{", ".join(["*a"] * 1000)}]\n',
        "- x\n" * 300_000,
    ],
    ids=["nested aliases", "aliases of long text", "many values"],
)
def test_what_explodes_is_refused_at_once(text: str) -> None:
    with at_most(calls=CALLS):
        assert "the file holds more than" in problem(text)


@pytest.mark.parametrize("text", ["[" * 50_000 + "]" * 50_000, "{a: " * 5000, "- " * 5000 + "x"])
def test_deep_nesting_is_refused_and_does_not_crash(text: str) -> None:
    assert "is nested more than 60 deep" in problem(text)


def test_aliases_may_repeat_a_little() -> None:
    file = parse_yaml("a: &a [Strongly agree, Agree]\nb: *a\nc: *a\n", "f")
    assert file.data["c"] == ["Strongly agree", "Agree"]


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
def test_utf16_is_named(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "f.yaml"
    path.write_bytes("title: Health check\n".encode(encoding))
    with pytest.raises(InputProblems, match=r"f\.yaml: is UTF-16 text, not UTF-8; save the file"):
        read_yaml(path, Files(tmp_path))


def test_other_encodings_are_refused_with_line_and_letter(tmp_path: Path) -> None:
    path = tmp_path / "f.yaml"
    path.write_bytes("a: 1\nb: Caf\u00e9\n".encode("cp1252"))
    with pytest.raises(InputProblems) as caught:
        read_yaml(path, Files(tmp_path))
    expected = (
        "f.yaml:2: is not UTF-8 text (byte 0xe9, 'é' in Windows-1252); save the file as UTF-8"
    )
    assert str(caught.value) == expected


def test_files_that_are_none_are_refused(tmp_path: Path) -> None:
    with pytest.raises(InputProblems, match=r"none\.yaml: no such file; create it"):
        read_yaml(tmp_path / "none.yaml", Files(tmp_path))
    with pytest.raises(InputProblems, match="is not a file"):
        read_yaml(tmp_path, Files(tmp_path.parent))


def test_huge_files_are_refused_before_they_are_read(tmp_path: Path) -> None:
    path = tmp_path / "f.yaml"
    path.write_text("a: " + "x" * 6_000_000, "utf-8")
    with pytest.raises(InputProblems, match="is larger than 5 MB"):
        read_yaml(path, Files(tmp_path))
    assert len(Files(tmp_path).text(path)) == 6_000_003


def test_a_text_that_no_line_of_a_report_could_hold_is_said_with_its_length() -> None:
    assert parse_yaml(f"title: {'x' * 50_000}\n", "f").data["title"]
    what = problem(f"a: 1\ntitle: {'x' * 1_000_000}\n")
    assert what.startswith("f.yaml:2: title: a text of 1,000,000 characters; at most 50,000")


def problem_of(text: str) -> str:
    """What is wrong with a file that has one problem."""
    with pytest.raises(InputProblems) as caught:
        parse_yaml(text, "f")
    (found,) = caught.value.problems
    return str(found)


@pytest.mark.parametrize(
    ("text", "mend"),
    [
        ("title: Conclusion: next", 'put the text in quotes: title: "Conclusion: next"'),
        ('title: He said: "no"', "put the text in quotes: title: 'He said: \"no\"'"),
        (
            "title: \u201cNext: x\u201d",
            'curly quotation marks do not quote; use straight ones: "Next: x"',
        ),
    ],
)
def test_a_second_colon_is_named_with_its_text(text: str, mend: str) -> None:
    found = problem_of(f"a: 1\n{text}\n")
    assert found.startswith("f:2: is not valid YAML: a second colon stands in the text ")
    assert found.endswith(mend)


@pytest.mark.parametrize(
    "text",
    [
        "meeting:\n\xa0\xa0date: x\nb: 1\n",
        "meeting:\n  \xa0date: x\n d: 3\n",
        "a:\n\xa0- b\n  c: 1: 2\n",
    ],
)
def test_a_non_breaking_space_as_indent_is_told_on_its_line(text: str) -> None:
    assert problem_of(text) == (
        "f:2: is not valid YAML: a non-breaking space (U+00A0) indents the line;"
        " indent with ordinary spaces"
    )


def test_a_non_breaking_space_in_a_text_is_a_part_of_it() -> None:
    data = parse_yaml('a: |\n  text\n  \xa0more\n"\xa0b": x\n', "f").data
    assert data == {"a": "text\n\xa0more\n", "\xa0b": "x"}
