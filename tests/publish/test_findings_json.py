"""The text of findings.json is what the standard library would write, at a third of the time."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.publish.findings_json import _indented

DATA = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
)  # fmt: skip


@given(DATA)
def test_data_is_indented_as_the_standard_library_does_it(data: Any) -> None:
    assert _indented(data) == json.dumps(data, ensure_ascii=False, indent=1)


@pytest.mark.parametrize("number", [float("nan"), float("inf")])
def test_a_number_that_is_none_is_refused(number: float) -> None:
    with pytest.raises(ValueError, match="not JSON compliant"):
        _indented({"value": [number]})
