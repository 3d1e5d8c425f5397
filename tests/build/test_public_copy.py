"""`committee build --public`: the copy for publication, beside the working copy."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator
from itertools import product
from pathlib import Path

from tests import small
from tests.build.reading import all_parts
from tests.conftest import Run

CODE = b"[JG/15022023/Y]"
FORMAT = "config/formats/wolverhampton-scrutiny-2023.yaml"


def leave_out(workspace: Path) -> None:
    path = workspace / FORMAT
    text = path.read_text("utf-8").replace("printed_in_public: true", "printed_in_public: false")
    assert "printed_in_public: false" in text
    path.write_text(text, "utf-8")


def text_of(path: Path) -> bytes:
    from generator.word.package.zip_package import read_parts

    return read_parts(path.read_bytes())["word/document.xml"]


def test_the_public_copy_lies_beside_the_working_copy_and_has_no_codes(
    workspace: Path, committee: Callable[..., Run]
) -> None:
    leave_out(workspace)
    assert committee("build", small.NAME, cwd=workspace).code == 0
    assert committee("build", small.NAME, "--public", cwd=workspace).code == 0
    folder = workspace / "output" / small.NAME
    assert CODE in text_of(folder / f"{small.NAME}.docx")
    assert CODE not in text_of(folder / "public" / f"{small.NAME}.docx")


def test_a_public_copy_awaits_the_sign_offs(workspace: Path, committee: Callable[..., Run]) -> None:
    (workspace / small.FOLDER / "sign_offs.yaml").write_text("sign_offs: {}\n", "utf-8")
    done = committee("build", small.NAME, "--public", cwd=workspace)
    assert done.code == 1
    assert "inputs/check/sign_offs.yaml: 'Financial implications' is not signed off" in done.err
    assert committee("build", small.NAME, cwd=workspace).code == 0


def guesses() -> Iterator[tuple[list[str], bytes]]:
    """Exports of managers by somebody who knows all of it but four answers of the last person."""
    rows = small.qualtrics_rows("c", 15, 4)
    teams, stays = ("North", "South", ""), ("Yes", "No", "")
    for team, workload, stay, hours in product(
        teams, (*small.AGREEMENT, ""), stays, map(str, range(12))
    ):
        answers = [team, workload, stay, hours]
        guess = [*rows[:-1], [*rows[-1][:9], *answers, *rows[-1][13:]]]
        yield answers, small.csv_bytes(guess)


def confirmed(published: bytes) -> list[list[str]]:
    """The guesses that a digest in some published bytes shows to be right."""
    return [
        answers
        for answers, export in guesses()
        if any(
            digest in published
            for name in ("sha256", "sha1", "md5", "blake2b")
            for whole in [hashlib.new(name, export).hexdigest()]
            for digest in (whole.encode(), whole[:12].encode())
        )
    ]


def test_nothing_published_confirms_what_a_person_answered(
    workspace: Path, committee: Callable[..., Run]
) -> None:
    assert committee("build", small.NAME, "--public", cwd=workspace).code == 0
    folder = workspace / "output" / small.NAME
    internal = (folder / "provenance.json").read_bytes()
    assert confirmed(internal) == [small.answers_of(15, 4)[:4]]  # so it is not for publication
    published = (folder / "public").iterdir()
    files = [(file.name, file.read_bytes()) for file in published]
    parts = [part for file in files for _, part in all_parts(*file)]
    assert len(parts) > 20
    assert confirmed(b"".join(parts)) == []


QUOTED = """\
quotations:
  q-1a2b3c4d:
    cohort: sw
    wave: "2022"
    question: comment
    text: Comment 3 of 7
    approved_by: Ada Byron
    approved_on: 2023-01-20
"""


def test_published_findings_hold_figures_and_no_quotations_or_names_of_exports(
    workspace: Path, committee: Callable[..., Run]
) -> None:
    codebook = workspace / small.FOLDER / "codebook.yaml"
    codebook.write_text(codebook.read_text("utf-8") + QUOTED, "utf-8")
    for words in ((), ("--public",)):
        assert committee("build", small.NAME, *words, cwd=workspace).code == 0
    folder = workspace / "output" / small.NAME
    internal = json.loads((folder / "findings.json").read_text("utf-8"))
    public = json.loads((folder / "public" / "findings.json").read_text("utf-8"))
    assert internal["quotations"]["q-1a2b3c4d"]["approved_by"] == "Ada Byron"
    for word in ("Comment 3 of 7", "q-1a2b3c4d", "Ada Byron", "survey/", "Qualtrics"):
        assert word not in json.dumps(public), word
    for key, item in internal["items"].items():
        assert public["items"][key]["estimates"] == item["estimates"]
