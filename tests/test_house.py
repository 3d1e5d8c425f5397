"""The house rules that no other test would notice.

Imports run downwards between packages and between rooms, no files import one another in a circle,
no folder is fuller than a room should be, and dear imports are lazy.
"""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import tomllib
from collections import Counter
from collections.abc import Hashable, Iterator, Mapping, Sequence
from fnmatch import fnmatch
from graphlib import CycleError, TopologicalSorter
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
HOUSE = ROOT / "generator"
ORDER = [
    "model",
    "errors",
    "config",
    "survey",
    "narrative",
    "compose",
    "starters",
    "word",
    "signoff",
    "merge",
    "update",
    "checks",
    "publish",
    "meeting",
    "pipeline",
    "analysis",
    "batch",
    "desk",
    "cli",
]
# Within a package, from the bottom: rooms, and the files that stand between them.
ROOMS = {
    "model": ["wording", "survey", "release"],
    "word": [
        "package",
        "styles",
        "charts",
        "external",
        "template",
        "paging",
        "writing",
        "lists",
        "reading",
        "margins",
        "paper",
        "pages",
        "redline",
        "updating",
        "validity",
    ],
    "survey": ["tables", "readers", "answers", "measures", "disclosure", "inspection"],
    "config": ["yaml", "schema", "format", "survey", "report"],
    "narrative": ["expressions", "directives", "sandbox", "markdown"],
    "compose": ["numbers", "figures", "parts"],
    "cli": ["release"],
    "pipeline": ["evidence", "release"],
    "merge": ["pairs", "sources", "layout", "margins"],
    "checks": ["lawful", "complete", "consistent", "readable", "accessible", "private"],
    "publish": ["pdf", "release"],
}
LIBRARIES = {
    "pandas": {"survey"},
    "numpy": {"survey"},
    "docx": {"word"},
    "docxtpl": {"word"},
    "pptx": {"word"},
    "xlsxwriter": {"word", "publish"},
    "lxml": {"word"},
}
MOST_IN_A_ROOM = 22
# One noun for each thing; where the same thing is met on several floors, it keeps its name.
TRADE_WORDS = {
    "__init__",
    "appendices",
    "document",
    "findings",
    "format",
    "front_matter",
    "numbering",
    "report",
    "sign_offs",
    "survey",
    "template",
}
FACES = ("__init__", "__main__")
MODULES = sorted(HOUSE.rglob("*.py"))


def _name(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


KNOWN = {_name(path): path for path in MODULES}


def _imports(path: Path) -> Iterator[str]:
    """The modules that a file imports, also within functions; of the house its files, not names."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            for alias in node.names:
                inner = f"{node.module}.{alias.name}"
                yield inner if inner in KNOWN else node.module


def _arrows(path: Path) -> set[str]:
    """The files of the house that a file imports. The face of the whole house imports none: what it
    names for type checkers is looked up when it is asked for.
    """
    if path == HOUSE / "__init__.py":
        return set()
    return {name for name in _imports(path) if name in KNOWN} - {_name(path)}


def _layer(path: Path) -> str:
    return path.relative_to(HOUSE).parts[0].removesuffix(".py")


def _circle(arrows: Mapping[Hashable, set[Hashable]]) -> Sequence[Hashable]:
    """A circle of arrows, or nothing."""
    try:
        TopologicalSorter(arrows).prepare()
    except CycleError as error:
        return error.args[1]
    return ()


@pytest.mark.parametrize("path", MODULES, ids=lambda p: p.relative_to(ROOT).as_posix())
def test_imports_run_downwards(path: Path) -> None:
    layer = _layer(path)
    if layer in FACES:
        return
    for name in _imports(path):
        if name.startswith("generator."):
            other = name.split(".")[1]
            assert ORDER.index(other) <= ORDER.index(layer), f"{path.name} imports {name}"


@pytest.mark.parametrize("package", ROOMS)
def test_imports_run_downwards_between_the_rooms_of_a_package(package: str) -> None:
    rooms = ROOMS[package]
    for path in (HOUSE / package).rglob("*.py"):
        room = path.parent.name
        for name in _arrows(path):
            parts = name.split(".")
            if room in rooms and parts[1:2] == [package] and parts[2] in rooms:
                other = parts[2]
                assert rooms.index(other) <= rooms.index(room), f"{path.name} imports {name}"


def test_every_room_has_its_floor() -> None:
    for package, rooms in ROOMS.items():
        found = {path.parent.name for path in (HOUSE / package).glob("*/*.py")}
        assert found == set(rooms)


def test_rooms_and_the_files_between_them_import_one_another_in_no_circle() -> None:
    def place(name: str) -> str:
        parts = name.split(".")
        return ".".join(parts[:3]) if len(parts) > 3 else name

    arrows: dict[Hashable, set[Hashable]] = {}
    for path in MODULES:
        here = place(_name(path))
        arrows.setdefault(here, set()).update(place(name) for name in _arrows(path))
        arrows[here].discard(here)
    assert not _circle(arrows)


def test_no_files_import_one_another_in_a_circle() -> None:
    assert not _circle({_name(path): set(_arrows(path)) for path in MODULES})


def test_no_folder_is_fuller_than_a_room_should_be() -> None:
    folders = Counter(path.parent for path in MODULES if path.stem not in FACES)
    assert {f.relative_to(ROOT): n for f, n in folders.items() if n > MOST_IN_A_ROOM} == {}


def test_every_folder_says_what_is_in_it() -> None:
    for folder in {path.parent for path in MODULES}:
        assert ast.get_docstring(ast.parse((folder / "__init__.py").read_text("utf-8"))), folder


def test_no_two_files_have_one_name() -> None:
    counted = Counter(path.stem for path in MODULES)
    assert {name for name, times in counted.items() if times > 1} <= TRADE_WORDS


def test_no_public_class_name_means_two_things() -> None:
    counted = Counter(
        node.name
        for path in MODULES
        for node in ast.parse(path.read_text("utf-8")).body
        if isinstance(node, ast.ClassDef) and not node.name.startswith("_")
    )
    assert [name for name, times in counted.items() if times > 1] == []


@pytest.mark.parametrize("path", MODULES, ids=lambda p: p.relative_to(ROOT).as_posix())
def test_each_library_is_imported_only_where_it_belongs(path: Path) -> None:
    for name in _imports(path):
        allowed = LIBRARIES.get(name.split(".")[0])
        assert allowed is None or _layer(path) in allowed, f"{path.name} imports {name}"


def _plain(distribution: str) -> str:
    """A distribution's name as registries compare it."""
    return re.split(r"[<>=~! ]", distribution)[0].casefold().replace("_", "-")


def test_every_library_that_is_imported_is_asked_for() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    extras = project["optional-dependencies"]["parquet"]
    asked = {_plain(one) for one in (*project["dependencies"], *extras)}
    top = {name.split(".")[0] for path in MODULES for name in _imports(path)}
    brought_by = packages_distributions()
    others = sorted(top - {"generator"} - sys.stdlib_module_names)
    assert [one for one in others if asked.isdisjoint(map(_plain, brought_by[one]))] == []


@pytest.mark.parametrize("path", MODULES, ids=lambda p: p.relative_to(ROOT).as_posix())
def test_no_date_is_written_in_the_language_of_the_machine(path: Path) -> None:
    assert re.search(r"%[aAbBcxX]\b", path.read_text("utf-8")) is None


def test_model_needs_only_the_standard_library() -> None:
    for path in (HOUSE / "model").rglob("*.py"):
        for name in _imports(path):
            top = name.split(".")[0]
            assert top == "generator" or top in sys.stdlib_module_names, f"{path.name}: {name}"


def test_help_imports_nothing_dear() -> None:
    code = (
        "import sys; from generator.cli import committee\n"
        "try: committee(['--help'])\n"
        "except SystemExit: pass\n"
        "dear = {'pandas', 'numpy', 'docx', 'docxtpl', 'pptx', 'lxml', 'jinja2', 'rich', 'yaml'}\n"
        "print(sorted(dear & set(sys.modules)), file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT
    )
    assert done.stderr.strip() == "[]"


def test_every_folder_of_tests_is_run(pytestconfig: pytest.Config) -> None:
    """pytest leaves folders out that are called as those of other tools: 'build', 'dist'."""
    left_out = pytestconfig.getini("norecursedirs")
    folders = {path.parent.relative_to(ROOT) for path in (ROOT / "tests").rglob("test_*.py")}
    names = {name for folder in folders for name in folder.parts}
    assert not [name for name in names if any(fnmatch(name, one) for one in left_out)]
