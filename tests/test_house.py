"""The house rules that no other test would notice: imports run downwards, dear imports are lazy."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
ORDER = [
    "errors",
    "model",
    "config",
    "survey",
    "narrative",
    "compose",
    "word",
    "signoff",
    "checks",
    "publish",
    "timings",
    "pipeline",
    "cli",
]
LIBRARIES = {
    "pandas": {"survey"},
    "numpy": {"survey"},
    "docx": {"word"},
    "docxtpl": {"word"},
    "pptx": {"word"},
    "xlsxwriter": {"word"},
    "lxml": {"word"},
}
MODULES = sorted((ROOT / "generator").rglob("*.py"))


def _imports(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module


def _layer(path: Path) -> str:
    first = path.relative_to(ROOT / "generator").parts[0]
    return first.removesuffix(".py")


@pytest.mark.parametrize("path", MODULES, ids=lambda p: p.relative_to(ROOT).as_posix())
def test_imports_run_downwards(path: Path) -> None:
    layer = _layer(path)
    if layer in ("__init__", "__main__", "reference"):
        return
    for name in _imports(path):
        if name.startswith("generator."):
            other = name.split(".")[1]
            assert ORDER.index(other) <= ORDER.index(layer), f"{path.name} imports {name}"


@pytest.mark.parametrize("path", MODULES, ids=lambda p: p.relative_to(ROOT).as_posix())
def test_each_library_is_imported_only_where_it_belongs(path: Path) -> None:
    for name in _imports(path):
        allowed = LIBRARIES.get(name.split(".")[0])
        assert allowed is None or _layer(path) in allowed, f"{path.name} imports {name}"


def test_model_needs_only_the_standard_library() -> None:
    for path in (ROOT / "generator" / "model").glob("*.py"):
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
