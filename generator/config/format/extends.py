"""`extends`: a format file laid over the one that it extends.

Mappings are merged key by key; lists and plain values replace the parent's. Four lists are of
things with a key (front_matter, recommendations, layout, implications): these may be written as a
mapping instead, to change the parent's list and not replace it:

    front_matter:
      considered_by: {label: Considered by}        # changes what it names
      wards_affected: null                         # removes the row
      in_plan: {after: title, label: In plan, kind: yes_no}   # adds one; `after`/`before` place it

In layout a part is named by its `key`, or by its `kind` when it has no key. `valid` is taken whole.
Every value keeps the file and line it came from.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, NamedTuple

from generator.config.config_rules import FORMAT_EXTENDS
from generator.config.yaml.yaml_file import YamlFile, YamlPath
from generator.errors import Problems, did_you_mean
from generator.model.format import SINGLE_PARTS
from generator.model.frozen import dataclass
from generator.model.issues import Where

# The lists that may be changed by key, each with the field that a new item must have.
KEYED_LISTS = {
    "front_matter": "kind",
    "recommendations": "lead_in",
    "layout": "kind",
    "implications": "title",
}
_WHOLE = ("valid",)


class Node(NamedTuple):
    """A value (dict of nodes, list of nodes or plain) and where it was written."""

    value: Any
    file: YamlFile
    path: YamlPath

    @property
    def where(self) -> Where:
        """The place of the value."""
        return self.file.where(self.path)


@dataclass(frozen=True, slots=True)
class MergedFile:
    """The data of a chain of files; `where` gives the place in the file that said it."""

    file: str
    data: Any
    nodes: dict[YamlPath, Node]

    def where(self, path: Iterable[str | int] = ()) -> Where:
        """The place of a path, or of the nearest thing around it that was written down."""
        wanted = tuple(path)
        known = wanted
        while known and known not in self.nodes:
            known = known[:-1]
        node = self.nodes[known]
        return node.file.where((*node.path, *wanted[len(known) :]))


def merged(chain: Iterable[YamlFile], problems: Problems) -> MergedFile:
    """Files laid one over the other, the first at the bottom. The chain is not empty."""
    whole: Node | None = None
    last: YamlFile | None = None
    for last in chain:
        data = {} if last.data is None else last.data
        own = _node(data, last, ())
        whole = own if not isinstance(data, dict) else _layered(whole, own, problems)
    if whole is None or last is None:
        raise ValueError("nothing to merge")
    nodes: dict[YamlPath, Node] = {}
    return MergedFile(last.file, _plain(whole, (), nodes), nodes)


def _node(data: Any, file: YamlFile, path: YamlPath) -> Node:
    if isinstance(data, dict):
        inner = {key: _node(value, file, (*path, key)) for key, value in data.items()}
        return Node(inner, file, path)
    if isinstance(data, list):
        items = [_node(value, file, (*path, index)) for index, value in enumerate(data)]
        return Node(items, file, path)
    return Node(data, file, path)


def _plain(node: Node, path: YamlPath, nodes: dict[YamlPath, Node]) -> Any:
    nodes[path] = node
    if isinstance(node.value, dict):
        return {key: _plain(inner, (*path, key), nodes) for key, inner in node.value.items()}
    if isinstance(node.value, list):
        return [_plain(inner, (*path, i), nodes) for i, inner in enumerate(node.value)]
    return node.value


def _layered(parent: Node | None, child: Node, problems: Problems) -> Node:
    below = parent.value if parent is not None and isinstance(parent.value, dict) else {}
    result = dict(below)
    for key, node in child.value.items():
        if key in KEYED_LISTS and isinstance(node.value, dict):
            result[key] = _changed_list(key, below.get(key), node, problems)
        elif key in _WHOLE or key not in below:
            result[key] = node
        else:
            result[key] = _over(below[key], node)
    return Node(result, child.file, child.path)


def _over(parent: Node, child: Node) -> Node:
    if not (isinstance(parent.value, dict) and isinstance(child.value, dict)):
        return child
    result = dict(parent.value)
    for key, node in child.value.items():
        result[key] = _over(result[key], node) if key in result else node
    return Node(result, child.file, child.path)


def _changed_list(name: str, parent: Node | None, changes: Node, problems: Problems) -> Node:
    items = list(parent.value) if parent is not None and isinstance(parent.value, list) else []
    for key, change in changes.value.items():
        index = _index(items, key)
        if change.value is None:
            if index is None:
                _unknown(name, key, items, change, problems)
            else:
                del items[index]
            continue
        if index is None:
            new = _new_item(name, key, change)
            if new is None:
                _unknown(name, key, items, change, problems)
                continue
            items.append(new)
            index = len(items) - 1
        else:
            items[index] = _over(items[index], change)
        _place(items, index, problems)
    return Node(items, changes.file, changes.path)


def _new_item(name: str, key: str, change: Node) -> Node | None:
    """The change as an item of its own, or None when it lacks what every item must have."""
    if not isinstance(change.value, dict):
        return change
    fields = dict(change.value)
    if name == "layout" and "kind" not in fields and key in SINGLE_PARTS:
        fields["kind"] = Node(key, change.file, change.path)
    else:
        fields.setdefault("key", Node(key, change.file, change.path))
    return Node(fields, change.file, change.path) if KEYED_LISTS[name] in fields else None


def _place(items: list[Node], index: int, problems: Problems) -> None:
    """Move the item to where its `after` or `before` says, and take these two out of it."""
    node = items[index]
    if not isinstance(node.value, dict) or not {"after", "before"} & set(node.value):
        return
    fields = dict(node.value)
    targets = {word: fields.pop(word) for word in ("after", "before") if word in fields}
    items[index] = Node(fields, node.file, node.path)
    word, target = next(iter(targets.items()))
    if len(targets) == 2:
        problems.add(
            FORMAT_EXTENDS, node.where, "has both 'after' and 'before'", "keep one of the two"
        )
        return
    moved = items.pop(index)
    position = _index(items, target.value)
    if position is None:
        what = f"{word}: there is no {target.value!r} to stand {word}"
        problems.add(
            FORMAT_EXTENDS, target.where, what, did_you_mean(str(target.value), _names(items))
        )
        position = len(items) - 1
        word = "after"
    items.insert(position + 1 if word == "after" else position, moved)


def _index(items: list[Node], key: Any) -> int | None:
    return next((i for i, item in enumerate(items) if _name(item) == key), None)


def _names(items: list[Node]) -> list[str]:
    return [name for item in items if (name := _name(item))]


def _name(item: Node) -> str:
    if not isinstance(item.value, dict):
        return ""
    named = item.value.get("key") or item.value.get("kind")
    return str(named.value) if named is not None else ""


def _unknown(name: str, key: str, items: list[Node], change: Node, problems: Problems) -> None:
    what = f"the format that this one extends has no {key!r} in {name}"
    mend = did_you_mean(key, _names(items))
    if change.value is not None and not mend.startswith("did you mean"):
        mend = f"to add it, give it a {KEYED_LISTS[name]!r}"
    problems.add(FORMAT_EXTENDS, change.where, what, mend)
