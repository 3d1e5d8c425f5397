"""Asking, signing, changing, signing again and taking back, from the command line."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.build.reading import built, document_text, parts_of, tree
from tests.conftest import Committee, Run
from tests.small import FOLDER, NAME
from tests.word.samples import w

FINANCIAL = "# Financial implications {#financial}\n\nThere are none.\n"
JG, SB = "[JG/15022023/Y]", "[SB/05022023/I]"


def status(committee: Committee, root: Path, unit: str = "financial") -> list[dict[str, Any]]:
    found = committee("status", NAME, "--json", cwd=root)
    assert found.code == 0, found.err
    return [one for one in json.loads(found.out)["sign_offs"] if one["unit"] == unit]


def sign(committee: Committee, root: Path, *words: str) -> Run:
    done = committee("sign-off", NAME, *words, cwd=root)
    assert done.code == 0, done.err
    return done


def rewrite(root: Path, old: str, new: str, name: str = "narrative.md") -> None:
    path = root / FOLDER / name
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8", newline="")


def ledger(root: Path) -> list[dict[str, Any]]:
    text = (root / FOLDER / "ledger.jsonl").read_text("utf-8")
    return [json.loads(line) for line in text.splitlines()]


def files(root: Path) -> dict[str, bytes]:
    inputs = root / "inputs"
    return {
        path.relative_to(inputs).as_posix(): path.read_bytes()
        for path in inputs.rglob("*")
        if path.is_file()
    }


# ---------------------------------------------------------------- the whole of it
def test_a_sign_off_goes_stale_and_stands_again(fresh: Path, committee: Committee) -> None:
    assert [one["state"] for one in status(committee, fresh)] == ["unbound"]
    sign(committee, fresh, "financial", JG)
    assert status(committee, fresh) == [
        {
            "unit": "financial",
            "owner": "Finance",
            "state": "signed",
            "code": JG,
            "date": "2023-02-15",
            "changed": [],
        }
    ]
    rewrite(fresh, FINANCIAL, FINANCIAL.replace("There are none.", "It costs {{ report.budget }}."))
    (found,) = status(committee, fresh)
    assert found["state"] == "stale"
    assert found["changed"] == [
        {"kind": "words", "old": "There are none.", "new": "It costs £52.2 million."},
        {"kind": "figures", "old": "", "new": "£52.2 million"},
    ]
    rewrite(fresh, "It costs {{ report.budget }}.", "There  are\u00a0none.")
    assert [one["state"] for one in status(committee, fresh)] == ["signed"]
    rewrite(fresh, "An action plan follows.", "An action plan follows in May.")
    assert [one["state"] for one in status(committee, fresh)] == ["signed"]


def test_the_draft_says_who_is_awaited_and_what_must_be_signed_again(
    fresh: Path, committee: Committee
) -> None:
    sign(committee, fresh, "financial", JG)
    sign(committee, fresh, "legal", "--withdraw", "--date", "2023-02-20")
    rewrite(fresh, FINANCIAL, FINANCIAL.replace("none", "some"))
    done = committee("build", NAME, cwd=fresh)
    assert done.code == 0, done.err
    text = document_text(built(fresh))
    assert f"{JG} [Finance: to be signed again]" in text
    assert "[awaiting Legal]" in text


def test_the_copy_for_publication_knows_nothing_of_the_ledger(
    fresh: Path, committee: Committee
) -> None:
    def public() -> bytes:
        done = committee("build", NAME, "--public", cwd=fresh)
        assert done.code == 0, done.err
        return (fresh / "output" / NAME / "public" / f"{NAME}.docx").read_bytes()

    before = public()
    sign(committee, fresh, "financial", JG)
    assert public() == before
    (fresh / FOLDER / "ledger.jsonl").write_text("not a ledger\n", "utf-8")
    assert public() == before


def test_what_is_digested_knows_nothing_of_the_states(fresh: Path, committee: Committee) -> None:
    sign(committee, fresh, "financial", JG)
    cleared = ledger(fresh)[0]["statement"]
    rewrite(fresh, FINANCIAL, FINANCIAL.replace("none", "some"))
    committee("ask", NAME, "legal", "--date", "2023-02-20", cwd=fresh)
    rewrite(fresh, "There are some.", "There are none.")
    sign(committee, fresh, "financial", "[MK/16022023/Y]")
    assert ledger(fresh)[-1]["statement"] == cleared


# ---------------------------------------------------------------- what is written
def test_codes_and_comments_of_others_stay_and_ones_own_is_replaced(
    fresh: Path, committee: Committee
) -> None:
    path = fresh / FOLDER / "sign_offs.yaml"
    text = '\ufeff# Who signed.\r\nsign_offs:\r\n  financial: "[JG/15022023/Y]"   # first\r\n'
    path.write_bytes(text.encode())
    sign(committee, fresh, "financial", "[MK/16022023/J]")
    sign(committee, fresh, "financial", "[JG/20022023/Z]")
    sign(committee, fresh, "legal", SB)
    assert path.read_bytes().decode() == (
        "\ufeff# Who signed.\r\nsign_offs:\r\n"
        '  financial: ["[JG/20022023/Z]", {code: "[MK/16022023/J]"}]   # first\r\n'
        '  legal:\r\n    - {code: "[SB/05022023/I]"}\r\n'
    )
    assert [one["state"] for one in status(committee, fresh)] == ["signed", "signed"]


def test_every_event_follows_the_one_before(fresh: Path, committee: Committee) -> None:
    committee("ask", NAME, "financial", "legal", "--date", "2023-02-01", cwd=fresh)
    sign(committee, fresh, "financial", JG, "--covers", "figures,recommendations")
    sign(committee, fresh, "financial", "--withdraw", "--date", "2023-02-20")
    found = ledger(fresh)
    assert [one["event"] for one in found] == ["asked", "asked", "signed", "withdrawn"]
    assert [one["follows"] for one in found[1:]] == [[one["digest"]] for one in found[:-1]]
    assert found[2]["covers"] == ["figures", "recommendations"]
    assert [(one["who"], one["role"], one["day"]) for one in found] == [
        ("", "Finance", "2023-02-01"),
        ("", "Legal", "2023-02-01"),
        ("JG", "Finance", "2023-02-15"),
        ("JG", "Finance", "2023-02-20"),
    ]


def test_what_is_recorded_already_is_not_recorded_twice(fresh: Path, committee: Committee) -> None:
    sign(committee, fresh, "financial", JG)
    before = files(fresh)
    done = sign(committee, fresh, "financial", JG)
    assert "stands in the ledger already" in done.err
    assert files(fresh) == before


def test_all_asks_for_whatever_is_owed_and_not_signed(fresh: Path, committee: Committee) -> None:
    sign(committee, fresh, "financial", JG)
    sign(committee, fresh, "legal", "--withdraw", "--date", "2023-02-20")
    done = committee("ask", NAME, "all", "--date", "2023-02-21", "--json", cwd=fresh)
    assert [one["unit"] for one in json.loads(done.out)["events"]] == ["legal"]
    (found,) = status(committee, fresh, "legal")
    assert (found["state"], found["date"], found["code"]) == ("asked", "2023-02-21", None)


def test_what_was_asked_for_can_be_taken_back(fresh: Path, committee: Committee) -> None:
    (fresh / FOLDER / "sign_offs.yaml").write_text("sign_offs: {}\n", "utf-8")
    committee("ask", NAME, "legal", "--officer", "SB", "--date", "2023-02-21", cwd=fresh)
    assert status(committee, fresh, "legal")[0]["state"] == "asked"
    sign(committee, fresh, "legal", "--withdraw", "--date", "2023-02-22")
    assert status(committee, fresh, "legal")[0]["state"] == "withdrawn"


@pytest.mark.parametrize(
    "words",
    [
        ("sign-off", NAME, "financial", "[JG/20022023/Y]"),
        ("sign-off", NAME, "legal", "--withdraw"),
        ("ask", NAME, "legal"),
    ],
)
def test_a_dry_run_writes_nothing(
    fresh: Path, committee: Committee, words: tuple[str, ...]
) -> None:
    before = files(fresh)
    done = committee(*words, "--dry-run", cwd=fresh)
    assert done.code == 0, done.err
    assert "would write" in done.err
    assert files(fresh) == before
    assert not (fresh / "output").exists()


# ---------------------------------------------------------------- what is refused
@pytest.mark.parametrize(
    ("words", "code", "message"),
    [
        (("sign-off", NAME, "finacial", JG), 2, "did you mean 'financial'?"),
        (("sign-off", NAME, "equalities", JG), 2, "known: financial, legal"),
        (("sign-off", NAME, "financial"), 1, "is signed off with a code in this format"),
        (("sign-off", NAME, "financial", "[JG/15022023]"), 1, "is not of the form"),
        (("sign-off", NAME, "financial", "[MK/15042023/Y]"), 1, "after the publication"),
        (("sign-off", NAME, "financial", JG, "--covers", "x"), 1, "cannot cover 'x'"),
        (("sign-off", NAME, "financial", "[X]", "--withdraw"), 1, "has no sign-off '[X]'"),
        (("sign-off", NAME, "legal", "--withdraw", "--covers", "words"), 2, "neither"),
        (("ask", NAME, "finance"), 2, "did you mean 'financial'?"),
        (("ask", NAME), 2, "Missing argument 'UNIT...'"),
        (("changes", NAME, "--since", JG), 2, "the ledger knows no such sign-off"),
        (("status", "chek"), 2, "did you mean 'check'?"),
        (("status", NAME, "--today", "soon"), 2, "is no day; give one such as 2023-03-15"),
    ],
)
def test_what_cannot_be_is_refused_and_changes_nothing(
    fresh: Path, committee: Committee, words: tuple[str, ...], code: int, message: str
) -> None:
    before = files(fresh)
    done = committee(*words, cwd=fresh)
    assert (done.code, files(fresh)) == (code, before)
    assert message in done.err


def test_a_damaged_ledger_stops_the_draft_and_its_first_wrong_line_is_named(
    fresh: Path, committee: Committee
) -> None:
    sign(committee, fresh, "financial", JG)
    sign(committee, fresh, "legal", SB)
    rewrite(fresh, '"who":"SB"', '"who":"AB"', "ledger.jsonl")
    for words in (("build", NAME), ("status", NAME), ("ask", NAME, "legal")):
        done = committee(*words, cwd=fresh)
        assert done.code == 1
        assert done.problems[0].startswith(f"{FOLDER}/ledger.jsonl:2: was changed after")


def test_two_copies_of_a_ledger_merge_as_a_union(fresh: Path, committee: Committee) -> None:
    path = fresh / FOLDER / "ledger.jsonl"
    (fresh / FOLDER / "sign_offs.yaml").write_text("sign_offs: {}\n", "utf-8")
    committee("ask", NAME, "all", "--date", "2023-02-01", cwd=fresh)
    start = path.read_bytes()
    sign(committee, fresh, "financial", JG)
    mine = path.read_bytes()
    path.write_bytes(start)
    sign(committee, fresh, "legal", SB)
    theirs = path.read_bytes()[len(start) :]
    path.write_bytes(theirs + mine + theirs)
    for unit in ("financial", "legal"):
        assert [one["state"] for one in status(committee, fresh, unit)] == ["signed"]
    sign(committee, fresh, "financial", "[MK/16022023/Y]")
    assert len(ledger(fresh)[-1]["follows"]) == 2


# ---------------------------------------------------------------- changes
def test_an_officer_sees_only_what_changed_since_signing(fresh: Path, committee: Committee) -> None:
    sign(committee, fresh, "financial", JG)
    rewrite(fresh, FINANCIAL, FINANCIAL.replace("There are none.", "There are few costs."))
    rewrite(fresh, "An action plan follows.", "Nothing follows.")
    done = committee("changes", NAME, "--since", JG, cwd=fresh)
    assert done.out == (
        "Financial implications: [JG/15022023/Y], 15 February 2023\n\nWords:\n"
        "  There are [-none-]{+few costs+}.\n"
    )
    same = committee("changes", NAME, "--since", "financial", "--json", cwd=fresh)
    assert json.loads(same.out)[0]["changed"] == [
        {"kind": "words", "old": "There are none.", "new": "There are few costs."}
    ]


def test_where_nothing_changed_that_is_said(fresh: Path, committee: Committee) -> None:
    sign(committee, fresh, "legal", SB)
    done = committee("changes", NAME, "--since", "legal", cwd=fresh)
    assert "Nothing that it covers has changed." in done.out


def test_the_officer_gets_the_changes_as_a_word_file_too(fresh: Path, committee: Committee) -> None:
    sign(committee, fresh, "financial", JG)
    rewrite(fresh, FINANCIAL, FINANCIAL.replace("There are none.", "There are few costs."))
    words = ("changes", NAME, "--since", JG, "-o", "changes.docx")
    done = committee(*words, cwd=fresh)
    assert (done.code, done.out) == (0, ""), done.err
    whole = tree(parts_of((fresh / "changes.docx").read_bytes()), "word/document.xml")
    assert ["".join(one.itertext()) for one in whole.iter(w("del"))] == ["none"]
    assert ["".join(one.itertext()) for one in whole.iter(w("ins"))] == ["few costs"]
    names = {one.get(w("name")) or "" for one in whole.iter(w("bookmarkStart"))}
    assert not any(name.startswith(("_p_", "_val_", "_sgn_")) for name in names)
    again = committee(*words, cwd=fresh)
    assert "unchanged changes.docx" in again.err
    (fresh / "changes.docx").write_bytes(b"another")
    assert committee(*words, cwd=fresh).code == 2
    assert committee(*words, "--force", cwd=fresh).code == 0
    assert committee("changes", NAME, "--since", JG, "-o", "x.pdf", cwd=fresh).code == 2
