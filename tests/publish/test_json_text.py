import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.publish.json_text import write_indented, write_json

ANY_TEXT = st.text(st.characters(codec="utf-8")) | st.sampled_from(
    ["\x00", "\x7f", "\b\f", "\u2028"]
)
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**63), 2**63) | ANY_TEXT,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(ANY_TEXT, inner, max_size=3),
    max_leaves=8,
)


@given(VALUES)
def test_values_are_written_as_python_writes_them(value: object) -> None:
    tight = json.dumps(value, ensure_ascii=False, separators=(",", ":"))

    assert write_json(value) == tight
    assert write_indented(value).decode() == json.dumps(value, ensure_ascii=False, indent=1)


@pytest.mark.parametrize("value", ["\ud800", {"a\udfff": ["b"]}])
def test_half_a_character_is_written_as_it_is(value: object) -> None:
    assert write_json(value) == json.dumps(value, ensure_ascii=False, separators=(",", ":"))
