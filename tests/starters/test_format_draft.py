"""A new format's file: it stands as it is, and every comment in it can be taken up."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from generator.config.format.format_file import format_names, load_format
from generator.config.workspace import find_workspace
from generator.starters.format_draft import draft_format

from .drafts import ROOT, workspace_in

SHIPPED = format_names(find_workspace(ROOT))
OWN = ("key", "name", "file", "extends")


@pytest.mark.parametrize("key", SHIPPED)
def test_a_new_format_is_the_other_one_until_it_is_changed(tmp_path: Path, key: str) -> None:
    workspace = workspace_in(tmp_path)
    parent = load_format(workspace, key)
    text = draft_format("brand-new", parent, parent.template, parent.council)
    path = workspace.config / "formats" / "brand-new.yaml"
    path.write_text(text, "utf-8")
    made = load_format(workspace, "brand-new")
    assert (made.name, made.extends) == ("Brand new", key)
    assert replace(made, **{name: getattr(parent, name) for name in OWN}) == parent


@pytest.mark.parametrize("key", SHIPPED)
def test_taking_all_the_signs_away_changes_nothing_either(tmp_path: Path, key: str) -> None:
    workspace = workspace_in(tmp_path)
    parent = load_format(workspace, key)
    lines = draft_format("brand-new", parent, parent.template, parent.council).split("\n")
    start = lines.index(f"extends: {key}")
    taken = [line.removeprefix("# ").removeprefix("#") for line in lines[start:]]
    path = workspace.config / "formats" / "brand-new.yaml"
    path.write_text("\n".join(["name: x", *taken]), "utf-8")
    made = load_format(workspace, "brand-new")
    kept = {name: getattr(parent, name) for name in (*OWN, "valid_from", "valid_to")}
    assert replace(made, **kept) == parent
