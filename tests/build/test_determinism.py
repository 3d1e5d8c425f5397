"""The same inputs give the same bytes: whoever builds, where, when, with or without the cache."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

import pytest

from tests.build.reading import parts_of
from tests.conftest import Committee, spawn
from tests.small import NAME

FILES = ("check.docx", "findings.json", "provenance.json")


def output(root: Path) -> dict[str, bytes]:
    return {name: (root / "output" / NAME / name).read_bytes() for name in FILES}


ENVIRONMENTS = {
    "another user, time zone and order of sets": {
        "USER": "zoe",
        "LOGNAME": "zoe",
        "USERNAME": "zoe",
        "HOME": "/nonexistent",
        "TZ": "Pacific/Kiritimati",
        "PYTHONHASHSEED": "1",
    },
    "the C locale": {"LC_ALL": "C", "LANG": "C", "PYTHONUTF8": "0", "PYTHONHASHSEED": "4294967295"},
    "another locale, date of source and terminal": {
        "LC_ALL": "tr_TR.UTF-8",
        "LANG": "tr_TR.UTF-8",
        "SOURCE_DATE_EPOCH": "86400",
        "COLUMNS": "20",
        "NO_COLOR": "1",
    },
}


@pytest.mark.parametrize("variables", ENVIRONMENTS.values(), ids=ENVIRONMENTS)
def test_another_environment_gives_the_same_bytes(
    pristine: Path, fresh: Path, variables: dict[str, str]
) -> None:
    done = spawn("build", NAME, cwd=fresh, **variables)
    assert (done.code, done.err) == (0, "")
    assert output(fresh) == output(pristine)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root may change")
def test_another_account_gives_the_same_bytes(pristine: Path, tmp_path: Path) -> None:
    import subprocess

    from tests.small import ROOT

    root = tmp_path / "workspace"
    shutil.copytree(pristine, root, ignore=shutil.ignore_patterns("output"))
    ours = [folder for folder in tmp_path.parents if "pytest" in folder.as_posix()]
    for folder in (root, tmp_path, *ours):
        folder.chmod(0o755)
    target = tmp_path / "theirs"
    target.mkdir(mode=0o777)
    target.chmod(0o777)
    # Once as oneself, so that everything is imported: the other account may not read the program.
    code = (
        "import os\n"
        "from generator.cli import committee\n"
        f"words = ['build', '{NAME}', '-w', {str(root)!r}, '-o']\n"
        f"committee.main([*words, {str(tmp_path / 'ours')!r}], standalone_mode=False)\n"
        "os.setgid(65534), os.setuid(65534), os.umask(0o077)\n"
        f"committee.main([*words, {str(target)!r}], standalone_mode=False)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        capture_output=True,
        check=False,
    )
    assert done.stderr.decode() == ""
    assert {name: (target / name).read_bytes() for name in FILES} == output(pristine)


def test_a_copied_workspace_of_another_name_gives_the_same_bytes(
    pristine: Path, tmp_path: Path, committee: Committee
) -> None:
    root = tmp_path / "a longer name, with spaces & ümlauts"
    shutil.copytree(pristine, root)
    shutil.rmtree(root / "output" / NAME)
    assert committee("build", NAME, cwd=root / "inputs").code == 0
    assert output(root) == output(pristine)


def test_a_workspace_reached_through_a_link_gives_the_same_bytes(
    pristine: Path, fresh: Path, tmp_path: Path, committee: Committee
) -> None:
    link = tmp_path / "link"
    link.symlink_to(fresh, target_is_directory=True)
    assert committee("build", NAME, cwd=link).code == 0
    assert output(fresh) == output(pristine)


def test_dates_of_the_inputs_their_line_ends_and_byte_order_marks_do_not_matter(
    pristine: Path, fresh: Path, committee: Committee
) -> None:
    for path in fresh.rglob("*"):
        os.utime(path, (1_000_000_000, 1_000_000_000))
    for name in ("narrative.md", "report.yaml"):
        path = fresh / "inputs" / NAME / name
        path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    assert committee("build", NAME, cwd=fresh).code == 0
    assert output(fresh)["check.docx"] == output(pristine)["check.docx"]
    assert output(fresh)["findings.json"] == output(pristine)["findings.json"]


def test_nothing_in_the_output_tells_the_clock_the_user_or_the_machine(
    fresh: Path, committee: Committee
) -> None:
    import getpass
    import platform
    from datetime import datetime

    assert committee("build", NAME, cwd=fresh).code == 0
    now = datetime.now()
    words = [
        str(fresh),
        now.strftime("%Y-%m-%dT"),
        now.strftime("%d %B %Y"),
        platform.python_version(),
    ]
    words += [name for name in (platform.node(), getpass.getuser()) if len(name) > 5]
    for name, data in output(fresh).items():
        for part, content in {name: data, **(parts_of(data) if name.endswith("x") else {})}.items():
            for word in words:
                assert word.encode() not in content, (part, word)


def test_the_zip_holds_the_content_types_first_and_no_date() -> None:
    """Specimens of the order and the date are in generator/word/package.py."""
    import io
    import zipfile

    from generator.word.package.zip_package import write_package

    data = write_package({"word/a.xml": b"a", "[Content_Types].xml": b"t", "_rels/.rels": b"r"})
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        entries = archive.infolist()
    assert [entry.filename for entry in entries] == [
        "[Content_Types].xml",
        "_rels/.rels",
        "word/a.xml",
    ]
    assert {entry.date_time for entry in entries} == {(1980, 1, 1, 0, 0, 0)}
