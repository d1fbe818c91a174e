from hypothesis import given
from hypothesis import strategies as st

from sitegen.pages.front_matter import Value, _load, write_front_matter
from sitegen.pages.own_form import read_own_form

KEYS = st.sampled_from(["id", "title", "first_seen", "tags", "seeds", "related"])
TEXTS = st.text(min_size=1) | st.sampled_from(["a: b", "a #b", "a:", "No", "2024-06-14", "\\", '"'])
SCALARS = TEXTS | st.integers(1, 9_999) | st.booleans() | st.floats(0.001, 1)
ROWS = st.dictionaries(KEYS, SCALARS, min_size=1, max_size=3)
VALUES = SCALARS | st.lists(TEXTS, max_size=3).map(tuple) | st.lists(ROWS, max_size=3).map(tuple)


@given(st.dictionaries(KEYS, VALUES, min_size=1, max_size=4))
def test_what_we_wrote_is_read_as_yaml_reads_it(values: dict[str, Value]) -> None:
    text = write_front_matter(values)
    own = read_own_form(text)

    assert own is None or [own] == _load(text)


@given(
    st.dictionaries(
        KEYS,
        st.text(st.characters(codec="utf-8", exclude_categories=["C"]), min_size=1),
        min_size=1,
    )
)
def test_printable_texts_need_no_other_reader(values: dict[str, Value]) -> None:
    assert read_own_form(write_front_matter(values)) == values


# Lines near the border of the form, in any order.
INDENTS = st.sampled_from(["", "", "  - ", "    ", "- ", "  ", "      ", "  -", "\t"])
LINE_KEYS = st.sampled_from(["", "a: ", "b: ", "a:", "b:", "a:b: ", "a : ", "A: ", "? ", "a:\t"])
SCALAR = st.sampled_from(
    [
        *("", " ", "x", "x y", "x: y", "x:", "x #y", "x#y", "#x", "x ", "é", "1", "1.5", "-1", "~"),
        *("'x'", "'x", '"x"', '"x', '"x" ', '"x" y', '""', '"\\n"', '"\\x41"', '"\\u00e9"'),
        *('"\\ud800"', '"\\U0001F6A2"', '"a\\', "[x]", "{x: y}", "&x", "*x", "!x", "|", ">", "%x"),
        *("@x", "`x`", "x\u2028y", "x\x85y", "x\xa0y", "x\ty", "---", "...", "x, y", "x]", "_x"),
        "² x",
    ]
)
LINES = st.tuples(INDENTS, LINE_KEYS, SCALAR).map("".join)
ENDS = st.sampled_from(["\n", "\n", "\n", "", "\n\n", "\r\n"])


@given(st.lists(st.tuples(LINES, ENDS).map("".join), max_size=6).map("".join))
def test_of_any_text_it_says_what_yaml_says_or_nothing(text: str) -> None:
    own = read_own_form(text)

    assert own is None or [own] == (_load(text) or [{}])
