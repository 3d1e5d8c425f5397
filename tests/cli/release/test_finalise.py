"""`committee finalise` and `committee verify`: a report released, and files held against that."""

from __future__ import annotations

import errno
import json
import shutil
from pathlib import Path

import pikepdf
import pytest

from generator.pipeline.release import finalising, recording_releases
from generator.word.package.parts import Parts
from generator.word.package.zip_package import read_parts, write_package
from tests.conftest import Committee
from tests.small import FOLDER, NAME

DAY = ("--today", "2023-03-07")
OUTPUT = Path("output") / NAME


@pytest.fixture(autouse=True)
def no_libreoffice(monkeypatch: pytest.MonkeyPatch) -> None:
    """Releases without pages counted and without PDF: these have tests of their own."""
    monkeypatch.setattr(finalising, "libreoffice", lambda: None)


@pytest.fixture(scope="module")
def signed(pristine: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small workspace with both codes in the ledger; nobody writes into it."""
    from tests.conftest import run

    root = tmp_path_factory.mktemp("signed") / "workspace"
    shutil.copytree(pristine, root)
    (root / FOLDER / "sign_offs.yaml").write_text("sign_offs: {}\n", "utf-8")
    for unit, code in (("financial", "[JG/15022023/Y]"), ("legal", "[SB/05022023/I]")):
        assert run("sign-off", NAME, unit, code, cwd=root).code == 0
    return root


@pytest.fixture
def root(signed: Path, tmp_path: Path) -> Path:
    """A copy of it for one test."""
    shutil.copytree(signed, tmp_path / "workspace")
    return tmp_path / "workspace"


def test_a_release_writes_what_the_public_gets_and_what_the_council_keeps(
    root: Path, committee: Committee
) -> None:
    done = committee("finalise", NAME, *DAY, "--by", "Democratic Services", cwd=root)
    assert done.code == 0, done.err
    names = {path.relative_to(root / OUTPUT).as_posix() for path in (root / OUTPUT).glob("f*/*")}
    assert names - {"findings.json"} == {
        f"final/{NAME}.docx",
        "final/findings.json",
        "final/provenance.json",
        "final/verify.html",
        f"final-internal/{NAME} (internal).docx",
        "final-internal/checklist.docx",
        "final-internal/checklist.html",
        "final-internal/provenance.json",
    }
    public = Parts((root / OUTPUT / "final" / f"{NAME}.docx").read_bytes())
    assert not [name for name in public.names() if name.startswith("customXml")]
    text = public.raw["word/document.xml"].decode()
    assert not [mark for mark in ("_p_", "_val_", "_sgn_") if f'w:name="{mark}' in text]
    last = json.loads((root / FOLDER / "ledger.jsonl").read_text("utf-8").splitlines()[-1])
    assert (last["event"], last["who"], last["day"]) == (
        "released",
        "Democratic Services",
        "2023-03-07",
    )


def test_a_second_release_of_the_same_changes_nothing(root: Path, committee: Committee) -> None:
    committee("finalise", NAME, *DAY, cwd=root)
    before = {path: path.read_bytes() for path in (root / FOLDER).rglob("*") if path.is_file()}
    done = committee("finalise", NAME, *DAY, cwd=root)
    assert "version 1 is released already" in done.out
    assert {path: path.read_bytes() for path in before} == before


def test_what_differs_is_not_replaced_without_saying_so(root: Path, committee: Committee) -> None:
    committee("finalise", NAME, *DAY, cwd=root)
    first = (root / OUTPUT / "final" / f"{NAME}.docx").read_bytes()
    narrative = root / FOLDER / "narrative.md"
    narrative.write_text(narrative.read_text("utf-8").replace("This report", "This paper"), "utf-8")
    refused = committee("finalise", NAME, *DAY, cwd=root)
    assert refused.code == 1
    assert "--supersede" in refused.err
    assert (root / OUTPUT / "final" / f"{NAME}.docx").read_bytes() == first
    done = committee("finalise", NAME, *DAY, "--supersede", cwd=root)
    assert (done.code, "version 2 released" in done.out) == (0, True), done.err
    assert (root / OUTPUT / "final-1" / f"{NAME}.docx").read_bytes() == first
    told = json.loads(
        committee("verify", str(OUTPUT / "final-1" / f"{NAME}.docx"), "--json", cwd=root).out
    )
    assert (told["verdict"], told["version"], told["superseded"]) == ("released", 1, True)


def _files(root: Path) -> dict[str, bytes]:
    folders = (root / FOLDER, root / "output")
    paths = [path for folder in folders for path in folder.rglob("*") if path.is_file()]
    own = [path for path in paths if ".cache" not in path.parts]
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in own}


def test_a_release_whose_files_cannot_be_written_leaves_no_record_and_what_was_there(
    root: Path, committee: Committee, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device", "final")

    for arguments in ((), ("--supersede",)):
        before = _files(root)
        with monkeypatch.context() as patched:
            patched.setattr(recording_releases, "publish", full)
            done = committee("finalise", NAME, *DAY, *arguments, cwd=root)
        assert (done.code, _files(root)) == (1, before)
        assert "No space left" in done.err
        assert committee("finalise", NAME, *DAY, *arguments, cwd=root).code == 0
        narrative = root / FOLDER / "narrative.md"
        narrative.write_text(narrative.read_text("utf-8") + "\nOne more thing.\n", "utf-8")


def test_of_a_release_that_was_killed_it_is_not_said_that_it_was_released(
    root: Path, committee: Committee
) -> None:
    ledger = (root / FOLDER / "ledger.jsonl").read_bytes()
    committee("finalise", NAME, *DAY, cwd=root)
    (root / FOLDER / "ledger.jsonl").write_bytes(ledger)
    narrative = root / FOLDER / "narrative.md"
    narrative.write_text(narrative.read_text("utf-8") + "\nOne more thing.\n", "utf-8")
    done = committee("finalise", NAME, *DAY, cwd=root)
    assert "the release of version 1 was begun and not finished" in done.err
    assert "delete this record; else give --supersede" in done.err
    (root / FOLDER / "released" / "1.json").unlink()
    assert "version 1 released" in committee("finalise", NAME, *DAY, cwd=root).out


def test_sign_offs_that_do_not_stand_are_all_told_and_nothing_is_written(
    root: Path, committee: Committee
) -> None:
    report = root / FOLDER / "report.yaml"
    text = report.read_text("utf-8")
    report.write_text(text.replace("Note the findings.", "Note all findings."), "utf-8")
    committee("sign-off", NAME, "legal", "--withdraw", cwd=root)
    done = committee("finalise", NAME, *DAY, cwd=root)
    assert done.code == 1
    assert "Financial implications [JG/15022023/Y] (Finance) has changed" in done.err
    assert "'Note the findings.' is now 'Note all findings.'" in done.err
    assert "withdrawn" in done.err
    assert not (root / OUTPUT / "final").exists()
    assert not (root / FOLDER / "released").exists()


def test_a_code_that_the_ledger_does_not_know_is_refused(
    workspace: Path, committee: Committee
) -> None:
    done = committee("finalise", NAME, *DAY, "--json", cwd=workspace)
    rules = [one["rule"] for one in json.loads(done.out)["issues"]]
    assert rules.count("sign-offs.unbound") == 2


def test_a_dry_run_says_what_would_be_written(root: Path, committee: Committee) -> None:
    before = sorted(root.rglob("*"))
    done = committee("finalise", NAME, *DAY, "--dry-run", cwd=root)
    assert f"would write {OUTPUT / 'final' / f'{NAME}.docx'}" in done.out
    assert "version 1 would be released" in done.out
    assert sorted(root.rglob("*")) == before


def test_a_release_that_names_nobody_is_told_before_it_is_final(
    root: Path, committee: Committee, monkeypatch: pytest.MonkeyPatch
) -> None:
    nobody = "nobody who released it: give --by"
    assert f"would name {nobody}" in committee("finalise", NAME, *DAY, "--dry-run", cwd=root).err
    named = committee("finalise", NAME, *DAY, "--dry-run", "--by", "Ada Byron", cwd=root)
    assert nobody not in named.err
    monkeypatch.setenv("COMMITTEE_RELEASED_BY", "Democratic Services")
    assert nobody not in committee("finalise", NAME, *DAY, cwd=root).err
    last = json.loads((root / FOLDER / "ledger.jsonl").read_text("utf-8").splitlines()[-1])
    assert last["who"] == "Democratic Services"


def test_a_released_file_is_verified_and_one_changed_letter_is_shown(
    root: Path, committee: Committee
) -> None:
    committee("finalise", NAME, *DAY, cwd=root)
    path = root / OUTPUT / "final" / f"{NAME}.docx"
    assert "byte for byte" in committee("verify", str(path), cwd=root).out
    parts = Parts(path.read_bytes())
    body = parts.raw["word/document.xml"]
    parts.raw["word/document.xml"] = body.replace(b"This report tells", b"This report sells")
    (root / "theirs.docx").write_bytes(parts.to_bytes())
    done = committee("verify", "theirs.docx", cwd=root)
    assert done.code == 1
    assert "Purpose, 1.1" in done.out
    assert "sells" in done.out
    against = ("--against", f"{FOLDER}/released/1.json")
    told = json.loads(committee("verify", "theirs.docx", *against, "--json", cwd=root).out)
    assert (told["verdict"], len(told["lines"])) == ("changed", 1)


def test_a_released_file_is_checked_against_the_format_of_its_report(
    root: Path, committee: Committee
) -> None:
    committee("finalise", NAME, *DAY, cwd=root)
    release = (root / OUTPUT / "final" / f"{NAME}.docx").read_bytes()
    (root / "sent.docx").write_bytes(release)
    held = committee("check", "sent.docx", "--report", NAME, *DAY, "--json", cwd=root)
    assert committee("check", "sent.docx", *DAY, "--json", cwd=root).out == held.out
    added = read_parts(release) | {"docProps/a.xml": b"<a/>"}
    (root / "sent.docx").write_bytes(write_package(added))
    assert "valid.part-unused" in committee("check", "sent.docx", *DAY, "--json", cwd=root).out
    assert committee("check", "sent.docx", *DAY, cwd=root).code == 0


def test_a_pdf_that_is_locked_is_an_error_that_names_it(root: Path, committee: Committee) -> None:
    committee("finalise", NAME, *DAY, cwd=root)
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        pdf.save(root / "locked.pdf", encryption=pikepdf.Encryption(owner="o", user="u"))
    done = committee("verify", "locked.pdf", "--json", cwd=root)
    (issue,) = json.loads(done.out)["issues"]
    assert (done.code, issue["rule"]) == (1, "release.pdf-unreadable")
    assert issue["where"]["file"] == "locked.pdf"


def test_a_damaged_record_is_an_error_that_names_it(root: Path, committee: Committee) -> None:
    committee("finalise", NAME, *DAY, cwd=root)
    record = root / FOLDER / "released" / "1.json"
    whole = record.read_bytes()
    record.write_bytes(whole.replace(b'"word/styles.xml": "', b'"word/styles.xml": "0'))
    done = committee("verify", str(OUTPUT / "final" / f"{NAME}.docx"), cwd=root)
    assert "not the record that the ledger has" in done.err
    record.write_bytes(whole.replace(b"This report tells", b"This report sells"))
    done = committee("verify", str(OUTPUT / "final" / f"{NAME}.docx"), cwd=root)
    assert done.code == 1
    assert "released/1.json" in done.err


def test_the_published_page_tells_where_each_figure_comes_from(
    root: Path, committee: Committee
) -> None:
    committee("finalise", NAME, *DAY, cwd=root)
    page = (root / OUTPUT / "final" / "verify.html").read_text("utf-8")
    assert "Where each figure comes from" in page
    assert "My workload is manageable" in page
    for inner in ("sw_2022", "survey/", "narrative.md", "sw.workload"):
        assert inner not in page, inner
