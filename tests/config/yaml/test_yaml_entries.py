"""Entries of lists in a YAML file: added, changed and taken out, and nothing else touched."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.config.yaml.yaml_entries import edited_file, with_item, with_values, without_item
from generator.config.yaml.yaml_file import parse_yaml
from generator.errors import CommitteeError

NEW = {"code": "[AB/1/C]"}


def added(text: str) -> str:
    return with_item(text, "f.yaml", "sign_offs", "legal", NEW)


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("", 'sign_offs:\n  legal:\n    - {code: "[AB/1/C]"}\n'),
        ("# none yet", '# none yet\nsign_offs:\n  legal:\n    - {code: "[AB/1/C]"}\n'),
        ("sign_offs: {}   # none\n", 'sign_offs:   # none\n  legal:\n    - {code: "[AB/1/C]"}\n'),
        ("sign_offs:\n", 'sign_offs:\n  legal:\n    - {code: "[AB/1/C]"}\n'),
        ("sign_offs: ~\nx: 1\n", 'sign_offs:\n  legal:\n    - {code: "[AB/1/C]"}\nx: 1\n'),
        ("sign_offs: {fin: z}\n", 'sign_offs: {fin: z, legal: [{code: "[AB/1/C]"}]}\n'),
        (
            "sign_offs:\r\n    fin: z # c\r\nx: 1\r\n",
            'sign_offs:\r\n    fin: z # c\r\n    legal:\r\n      - {code: "[AB/1/C]"}\r\nx: 1\r\n',
        ),
        ("sign_offs:\n  legal: y  # c\n", 'sign_offs:\n  legal: [y, {code: "[AB/1/C]"}]  # c\n'),
        ("sign_offs: {legal: [y, ]}\n", 'sign_offs: {legal: [y, {code: "[AB/1/C]"} ]}\n'),
        (
            "sign_offs:\n  legal:\n  - code: x # c\n    who: Y\n  fin: z\n",
            'sign_offs:\n  legal:\n  - code: x # c\n    who: Y\n  - {code: "[AB/1/C]"}\n  fin: z\n',
        ),
        (
            "sign_offs:\n  legal:\n    code: x\n    who: Y\n  fin: z\n",
            "sign_offs:\n  legal:\n    - code: x\n      who: Y\n"
            '    - {code: "[AB/1/C]"}\n  fin: z\n',
        ),
    ],
)
def test_an_entry_is_added_where_there_is_a_list_an_entry_or_nothing(text: str, made: str) -> None:
    assert added(text) == made


@pytest.mark.parametrize(
    ("path", "text", "made"),
    [
        (("s", "a", 0), "s: {a: [{code: x, day: 1}, y]}\n", 's: {a: [{code: "N", day: 1}, y]}\n'),
        (("s", "a", 1), "s: {a: [{code: x}, y]}\n", 's: {a: [{code: x}, "N"]}\n'),
        (("s", "a"), "s:\n  a: 'x'   # c\n", 's:\n  a: "N"   # c\n'),
        (
            ("s", "a"),
            "s:\n  a:\n    code: x # c\n  b: y\n",
            's:\n  a:\n    code: "N" # c\n  b: y\n',
        ),
    ],
)
def test_a_value_is_replaced_in_its_place(
    path: tuple[str | int, ...], text: str, made: str
) -> None:
    assert with_values(text, "f.yaml", path, {"code": "N"}) == made


def test_a_value_that_is_not_there_is_added() -> None:
    pairs = {"code": "N", "date": "2023-02-15"}
    assert with_values("s: {a: x}\n", "f", ("s", "a"), pairs) == (
        's: {a: {code: "N", date: 2023-02-15}}\n'
    )
    assert with_values("s:\n  a:\n    code: x # c\n", "f", ("s", "a"), pairs) == (
        's:\n  a:\n    code: "N" # c\n    date: 2023-02-15\n'
    )


@pytest.mark.parametrize(
    ("index", "text", "made"),
    [
        (0, "sign_offs:\n  # who\n  legal: x  # c\n", "sign_offs: {}\n  # who\n"),
        (0, "sign_offs: {legal: x, fin: z}\n", "sign_offs: {fin: z}\n"),
        (0, "sign_offs: {fin: z, legal: [x]}\n", "sign_offs: {fin: z}\n"),
        (1, "sign_offs:\n  legal: [x, y]\n", "sign_offs:\n  legal: [x]\n"),
        (0, "sign_offs:\n  legal:\n    - x\n    - y # c\n", "sign_offs:\n  legal:\n    - y # c\n"),
        (
            0,
            "sign_offs:\n  legal:\n    - {who: A,\n       day: 1}\n  fin: z\n",
            "sign_offs:\n  fin: z\n",
        ),
    ],
)
def test_an_entry_is_taken_out_with_its_line(index: int, text: str, made: str) -> None:
    assert without_item(text, "f.yaml", "sign_offs", "legal", index) == made


def test_what_nobody_thought_of_is_refused_with_what_to_do_by_hand() -> None:
    with pytest.raises(CommitteeError, match=r"put it there by hand, under sign_offs\.legal"):
        added("{other: 1}\n")
    with pytest.raises(CommitteeError, match="take it out by hand"):
        without_item("sign_offs: {}\n", "f.yaml", "sign_offs", "legal", 0)


def test_a_byte_order_mark_stays() -> None:
    assert edited_file(b"\xef\xbb\xbfa: 1\n", str.upper) == b"\xef\xbb\xbfA: 1\n"
    assert edited_file(b"a: 1\n", str.upper) == b"A: 1\n"


ENTRY = st.sampled_from(['"[A/1/B]"', '{code: "[A/1/B]"}', "{officer: Ann, date: 2023-02-01}"])
UNIT = st.one_of(ENTRY, st.lists(ENTRY, min_size=1, max_size=3).map(
    lambda held: "[" + ", ".join(held) + "]" if len(held) % 2 else
    "\n" + "\n".join(f"    - {one}  # c" for one in held)
))  # fmt: skip


@given(st.dictionaries(st.sampled_from(["financial", "legal", "x"]), UNIT, min_size=1))
def test_added_and_taken_out_again_the_file_says_what_it_said(units: dict[str, str]) -> None:
    text = (
        "sign_offs:\n" + "\n".join(f"  {key}: {held}" for key, held in units.items()) + "\n# end\n"
    )
    made = added(text)
    before, after = (parse_yaml(one, "f").data["sign_offs"] for one in (text, made))
    held = after["legal"]
    assert {key: value for key, value in after.items() if key != "legal"} == {
        key: value for key, value in before.items() if key != "legal"
    }
    assert held[-1] == NEW
    again = parse_yaml(without_item(made, "f", "sign_offs", "legal", len(held) - 1), "f").data
    was = before.get("legal")
    assert (again["sign_offs"] or {}).get("legal") == (
        was if isinstance(was, list | None) else [was]
    )
    assert again["sign_offs"].keys() == before.keys()
