"""The places of a YAML file's values in its text, for those who change one and leave the rest.

    sign_offs:
      legal:              # a comment
        - {code: "A"}     span of ('sign_offs', 'legal', 0): from '{' to behind '}'

Places count characters of the text. A block collection ends behind its last value; the spaces and
comments that follow are nobody's.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import yaml

from generator.config.yaml.yaml_file import YamlPath, composed
from generator.model.frozen import dataclass


@dataclass(frozen=True, slots=True)
class YamlSpan:
    """Where a value stands. key: where the key before it begins, or the value itself in a list.

    kind: 'scalar', 'list' or 'mapping'; flow: written in brackets. size: how many entries it has.
    """

    start: int
    end: int
    key: int
    kind: str
    flow: bool = False
    size: int = 0


def yaml_spans(text: str) -> dict[YamlPath, YamlSpan]:
    """The span of every value by its path; () is the whole. Raises yaml.YAMLError.

    The text has been parsed before, so that its size, its depth and its aliases are bounded.
    """
    node = composed(text)
    return dict(_spans(node, (), node.start_mark.index)) if node is not None else {}


def _spans(node: Any, path: YamlPath, key: int) -> Iterator[tuple[YamlPath, YamlSpan]]:
    start, end = node.start_mark.index, node.end_mark.index
    if isinstance(node, yaml.ScalarNode):
        yield path, YamlSpan(start, end, key, "scalar")
        return
    inner: list[tuple[YamlPath, YamlSpan]] = []
    if isinstance(node, yaml.SequenceNode):
        for index, one in enumerate(node.value):
            inner += _spans(one, (*path, index), one.start_mark.index)
    else:
        for name, one in node.value:
            inner += _spans(one, (*path, str(name.value)), name.start_mark.index)
    kind = "list" if isinstance(node, yaml.SequenceNode) else "mapping"
    if not node.flow_style and inner:
        end = max(span.end for _, span in inner)
    yield path, YamlSpan(start, end, key, kind, bool(node.flow_style), len(node.value))
    yield from inner
