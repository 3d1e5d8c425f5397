"""Edits made in Word and pulled: the sources afterwards, and the account."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests import edits, small
from tests.conftest import Committee
from tests.edits import references

Edit = Callable[[bytes], bytes]
NARRATIVE, REPORT = f"{small.FOLDER}/narrative.md", f"{small.FOLDER}/report.yaml"


def draft(workspace: Path) -> bytes:
    (path,) = (workspace / "output" / small.NAME).glob("*.docx")
    return path.read_bytes()


def pulled(
    workspace: Path, committee: Committee, *changes: Edit, name: str = "edited.docx"
) -> tuple[int, list[dict[str, str]]]:
    """Exit status and account of pulling a draft with these edits."""
    data = draft(workspace)
    for change in changes:
        data = change(data)
    (workspace / name).write_bytes(data)
    done = committee("pull", name, "--json", cwd=workspace)
    return done.code, json.loads(done.out)["edits"]


def replaced(old: str, new: str, **how: bool) -> Edit:
    return lambda data: edits.replace(data, old, new, **how)


def text(workspace: Path, name: str) -> str:
    return (workspace / name).read_text(encoding="utf-8")


@pytest.mark.parametrize("tracked", [True, False])
@pytest.mark.parametrize(
    ("change", "name", "before", "after"),
    [
        (lambda d, **h: edits.replace(d, "workers replied", "people *replied*", **h), NARRATIVE,
         "}} social workers replied (", "}} social people \\*replied\\* ("),
        (lambda d, **h: edits.insert_words(d, "what staff said", " last autumn", **h), NARRATIVE,
         "what staff said in", "what staff said last autumn in"),
        (lambda d, **h: edits.delete_words(d, "in England ", **h), NARRATIVE,
         "Vacancies in England stood", "Vacancies stood"),
        (lambda d, **h: edits.split(d, "The budget", **h), NARRATIVE,
         "{{ sourced.vacancies }}. The budget", "{{ sourced.vacancies }}.\n\nThe budget"),
        (lambda d, **h: edits.add_paragraph(d, "Vacancies in England", "1. A word <b>.", **h),
         NARRATIVE, "[^1]\n\n", "[^1]\n\n1\\. A word \\<b>.\n\n"),
        (lambda d, **h: edits.make_bold(d, "Vacancies", **h), NARRATIVE,
         "Vacancies in", "**Vacancies** in"),
        (lambda d, **h: edits.edit_footnote(d, "February", "March", **h), NARRATIVE,
         "As agreed in February.", "As agreed in March."),
        (lambda d, **h: edits.replace(d, "Note the findings", "Welcome the findings", **h), REPORT,
         "text: Note the findings.", "text: Welcome the findings."),
        (lambda d, **h: edits.replace(d, "Leadership", "Board", **h), REPORT,
         "{body: Leadership Team, date", "{body: Board Team, date"),
        (lambda d, **h: edits.replace(d, "no direct legal", "some legal", **h), REPORT,
         "legal: {nil: true}",
         'legal: {text: "There are some legal implications arising from this report."}'),
    ],
)  # fmt: skip
def test_an_edit_changes_its_words_and_nothing_else(
    workspace: Path,
    committee: Committee,
    change: Callable[..., bytes],
    name: str,
    before: str,
    after: str,
    tracked: bool,
) -> None:
    was = text(workspace, name)
    assert before in was
    code, account = pulled(workspace, committee, lambda d: change(d, tracked=tracked))
    assert (code, {item["became"] for item in account}) == (0, {"merged"})
    assert text(workspace, name) == was.replace(before, after, 1)


def test_pulling_twice_changes_nothing(workspace: Path, committee: Committee) -> None:
    changes: tuple[Edit, ...] = (
        replaced("social workers replied", "people replied"),
        lambda d: edits.add_paragraph(d, "Vacancies in England", "More was said."),
        lambda d: edits.split(d, "The budget"),
    )
    assert pulled(workspace, committee, *changes)[0] == 0
    once = text(workspace, NARRATIVE)
    assert pulled(workspace, committee, *changes)[0] == 0
    assert text(workspace, NARRATIVE) == once


def test_a_figure_typed_over_is_told_and_not_taken(workspace: Path, committee: Committee) -> None:
    was = text(workspace, NARRATIVE)
    code, (item,) = pulled(workspace, committee, replaced("20.0%", "21%"))
    assert (code, item["became"], item["kind"]) == (1, "refused", "figure")
    assert (item["old"], item["new"]) == ("20.0%", "21%")
    assert "{{ sourced.vacancies }}" in item["reason"]
    assert text(workspace, NARRATIVE) == was


def test_two_officers_in_either_order_give_the_same(
    workspace: Path, committee: Committee, tmp_path: Path
) -> None:
    other = tmp_path / "other"
    shutil.copytree(workspace, other)
    one, two = replaced("Vacancies", "Vacant posts"), replaced("stood at", "were")
    data = draft(workspace)
    for root, order in ((workspace, (one, two)), (other, (two, one))):
        for change in order:
            (root / "copy.docx").write_bytes(change(data))
            assert committee("pull", "copy.docx", cwd=root).code == 0
    assert text(workspace, NARRATIVE) == text(other, NARRATIVE)
    assert "Vacant posts in England were {{ sourced.vacancies }}" in text(other, NARRATIVE)


def test_what_both_changed_is_a_conflict_that_drafts_print_and_finals_refuse(
    workspace: Path, committee: Committee
) -> None:
    path = workspace / NARRATIVE
    path.write_text(text(workspace, NARRATIVE).replace("stood at", "came to"), encoding="utf-8")
    code, (item,) = pulled(workspace, committee, replaced("stood at", "were"))
    assert (code, item["became"]) == (1, "conflict")
    mark = "[[author: came to // Finance Officer: were]]"
    assert mark in text(workspace, NARRATIVE)
    built = committee("build", small.NAME, cwd=workspace)
    assert built.code == 0
    assert "a conflict is undecided" in built.err
    refused = committee("build", small.NAME, "--public", cwd=workspace)
    assert refused.code == 1
    assert "a conflict is undecided" in refused.err
    assert committee("pull", "edited.docx", cwd=workspace).code == 1
    assert text(workspace, NARRATIVE).count("[[author:") == 1


def test_what_the_author_rewrote_meanwhile_stays_and_is_told(
    workspace: Path, committee: Committee
) -> None:
    path = workspace / NARRATIVE
    path.write_text(text(workspace, NARRATIVE).replace("stood at", "came to"), encoding="utf-8")
    code, account = pulled(workspace, committee, replaced("what staff said", "what people said"))
    assert code == 0
    assert [item["became"] for item in account] == ["merged", "superseded"]
    assert "came to" in text(workspace, NARRATIVE)
    assert "what people said" in text(workspace, NARRATIVE)


def test_a_dry_run_writes_nothing(workspace: Path, committee: Committee) -> None:
    was = text(workspace, NARRATIVE)
    (workspace / "edited.docx").write_bytes(replaced("stood at", "were")(draft(workspace)))
    done = committee("pull", "edited.docx", "--dry-run", cwd=workspace)
    assert done.code == 0
    assert "would write" in done.out
    assert text(workspace, NARRATIVE) == was
    assert not (workspace / small.FOLDER / "received").exists()


def test_a_dry_run_computes_nothing_anew_and_leaves_the_cache(
    workspace: Path, committee: Committee, monkeypatch: pytest.MonkeyPatch
) -> None:
    (workspace / "edited.docx").write_bytes(replaced("stood at", "were")(draft(workspace)))
    cache = workspace / "output" / ".cache"
    was = {path: path.read_bytes() for path in cache.rglob("*") if path.is_file()}

    def computed(*_: object) -> None:
        raise AssertionError("findings are in the cache")

    monkeypatch.setattr("generator.publish.cache.FindingsCache.put", computed)
    assert committee("pull", "edited.docx", "--dry-run", cwd=workspace).code == 0
    assert {path: path.read_bytes() for path in cache.rglob("*") if path.is_file()} == was


def test_the_received_file_and_its_comments_are_kept(workspace: Path, committee: Committee) -> None:
    commented: Edit = lambda d: edits.comment(d, "Vacancies in England", "Which month?")  # noqa: E731
    assert pulled(workspace, committee, commented)[0] == 0
    folder = workspace / small.FOLDER
    assert (folder / "received/edited.docx").read_bytes() == (
        workspace / "edited.docx"
    ).read_bytes()
    (line,) = (folder / "comments.jsonl").read_text(encoding="utf-8").splitlines()
    said = json.loads(line)
    assert (said["text"], said["unit"]) == ("Which month?", "background")


def test_a_code_typed_into_a_copy_signs_its_words(workspace: Path, committee: Committee) -> None:
    typed: Edit = lambda d: edits.add_paragraph(  # noqa: E731
        d, "There are no direct legal", "[AB/06022023/Q]"
    )
    assert pulled(workspace, committee, typed)[0] == 0
    assert "[AB/06022023/Q]" in text(workspace, f"{small.FOLDER}/sign_offs.yaml")
    status = json.loads(committee("status", small.NAME, "--json", cwd=workspace).out)
    states = {one["code"]: one["state"] for one in status["sign_offs"]}
    assert states["[AB/06022023/Q]"] == "signed"


def test_a_file_of_another_report_or_of_none_is_refused(
    workspace: Path, committee: Committee
) -> None:
    (workspace / "note.docx").write_bytes(b"no zip")
    done = committee("pull", "note.docx", cwd=workspace)
    assert done.code == 1
    assert "note.docx" in done.err


def test_a_draft_that_nobody_edited_has_no_edits(workspace: Path, committee: Committee) -> None:
    assert pulled(workspace, committee) == (0, [])


def test_what_the_author_took_out_and_an_officer_changed_is_marked_in_the_source(
    workspace: Path, committee: Committee
) -> None:
    path = workspace / NARRATIVE
    path.write_text(text(workspace, NARRATIVE).replace("> A quotation.\n\n", ""), encoding="utf-8")
    code, (item,) = pulled(workspace, committee, replaced("A quotation", "Some words"))
    assert (code, item["became"], item["old"], item["new"]) == (
        1, "conflict", "A quotation.", "Some words."
    )  # fmt: skip
    mark = "[[author: (nothing) // Finance Officer: Some words.]]"
    assert f"\n\n> {mark}\n" in text(workspace, NARRATIVE)
    once = text(workspace, NARRATIVE)
    assert committee("pull", "edited.docx", cwd=workspace).code == 1
    assert text(workspace, NARRATIVE) == once


def test_a_text_that_was_taken_out_on_one_side_only_is_marked_once(
    workspace: Path, committee: Committee
) -> None:
    path = workspace / NARRATIVE
    path.write_text(
        text(workspace, NARRATIVE).replace("A quotation.", "A true quotation."), encoding="utf-8"
    )
    gone: Edit = lambda d: edits.delete_paragraph(d, "A quotation")  # noqa: E731
    assert pulled(workspace, committee, gone)[0] == 1
    once = text(workspace, NARRATIVE)
    assert "> [[author: A true quotation. // officer: (nothing)]]" in once
    assert committee("pull", "edited.docx", cwd=workspace).code == 1
    assert text(workspace, NARRATIVE) == once


def test_a_look_of_half_a_reference_is_refused_and_that_of_words_beside_it_merged(
    workspace: Path, committee: Committee
) -> None:
    linked: Edit = lambda d: references.link(  # noqa: E731
        d, "and paragraph", "https://example.org"
    )
    code, account = pulled(workspace, committee, linked)
    told = [(item["became"], item["kind"], item["new"]) for item in account]
    assert (code, told) == (1, [("merged", "look", "and"), ("refused", "look", "paragraph")])
    assert "[](#workload-chart) [and](https://example.org) [](#replies)" in text(
        workspace, NARRATIVE
    )


@pytest.mark.parametrize("taken", ["words", "look"])
def test_a_heading_keeps_words_and_has_no_look(
    workspace: Path, committee: Committee, taken: str
) -> None:
    was = text(workspace, NARRATIVE)
    change: Edit = (
        (lambda d: edits.delete_words(d, "Workload", nth=0))
        if taken == "words"
        else (lambda d: references.link(d, "Workload", "https://example.org"))
    )
    code, (item,) = pulled(workspace, committee, change)
    assert (code, item["became"], item["kind"]) == (1, "refused", taken)
    assert text(workspace, NARRATIVE) == was
