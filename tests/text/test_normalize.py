import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.text.normalize import (
    _FORBIDDEN,
    clean_line,
    drop_controls,
    encode_shown,
    fold,
    is_printable,
    strip_accents,
)


@pytest.mark.parametrize(
    ("line", "cleaned"),
    [
        (" a \t b\u2003c\u2028d\r\n", "a b c d"),
        ("a\x00b\x1bc\x7fd\x9f", "abcd"),
        ("a\x85b", "a b"),
        ("\ufeffsoft\u00adhyphen\u200bed\u2060", "softhyphened"),
        ("no\ud800n\ufffec\uffffharacters", "noncharacters"),
        ("می\u200cخواهم 👩\u200d🚀", "می\u200cخواهم 👩\u200d🚀"),
        ("", ""),
    ],
)
def test_a_line_is_cleaned_of_what_cannot_be_published(line: str, cleaned: str) -> None:
    assert clean_line(line) == cleaned


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Port Ellery", "PORT ELLERY"),
        ("Straße", "STRASSE"),
        ("Zoe\u0308", "Zoë"),
        ("‘so’ “so” ‚so‛ „so‟ ′", "'so' \"so\" 'so' \"so\" '"),
        ("a – b — c ― d", "a - b - c - d"),
        ("ﬁsh", "fish"),
    ],
)
def test_two_spellings_of_the_same_words_fold_to_one(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(("one", "other"), [("C", "C++"), ("US", "U.S."), ("Orle", "Örle")])
def test_other_words_fold_to_others(one: str, other: str) -> None:
    assert fold(one) != fold(other)


def test_marks_go_from_latin_letters_only() -> None:
    assert strip_accents("Zoë Đorđević, Škoda; ガ, й") == "Zoe Đorđevic, Skoda; ガ, й"


WRITTEN = st.text(
    st.sampled_from("aZéßﬁ\u0308 \u00a0\u2003\t\x85\x1c\x07\u200b\u200d\ufeff‘’“”–—…")
)
UNPRINTABLE = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\xad\u200b\u202a-\u202e\u2060\u2066-\u2069\ufeff"
    "\ud800-\udfff\ufffe\uffff]"
)
STRAIGHT = str.maketrans("‘’‚‛“”„‟′–—‒―", "''''\"\"\"\"'----")


@given(WRITTEN | st.text())
def test_a_line_is_cleaned_as_if_all_were_done_to_each(line: str) -> None:
    assert clean_line(line) == " ".join(UNPRINTABLE.sub("", line).split())


@given(WRITTEN | st.text())
def test_a_line_is_folded_as_if_all_were_done_to_each(text: str) -> None:
    assert fold(text) == unicodedata.normalize("NFKC", text).translate(STRAIGHT).casefold()


ODD = st.text(
    st.sampled_from("a\n\t\r\x00\x7f\x85\xa0é\u202e\u2066\ud800\ufdd0\uffff\U0001ffff👩م")
)


@given(st.text() | ODD)
def test_a_page_loses_what_is_forbidden_and_nothing_else(text: str) -> None:
    cleaned = _FORBIDDEN.sub("", text)

    assert drop_controls(text) == cleaned
    assert encode_shown(text) == cleaned.encode()


@given(st.text() | ODD)
def test_a_text_is_printable_if_all_but_its_line_feeds_is(text: str) -> None:
    assert is_printable(text) == text.replace("\n", "").isprintable()
