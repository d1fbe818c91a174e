"""The index of a site says of every word where it stands."""

import re
from collections.abc import Mapping
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from sitegen.publish.search_index import (
    LETTERS,
    Chunk,
    Entry,
    SearchText,
    index_chunk,
    join_chunks,
    write_postings,
)
from sitegen.publish.search_words import split_search_words
from sitegen.text.stems import find_stem

WORDS = ("ferry", "ferries", "herring", "talks", "talked", "zoë", "moon", "412")
TEXTS = st.lists(st.lists(st.sampled_from(WORDS), max_size=6).map(" ".join), max_size=90)
TOO_COMMON = 1_000


def text_of(words: str) -> SearchText:
    return SearchText(language="en", title="", dek="", text=words)


def join(texts: list[str], size: int, most: int = TOO_COMMON) -> dict[str, Entry]:
    chunks = [texts[start : start + size] for start in range(0, len(texts), size)]
    made = [index_chunk(Chunk(tuple(map(text_of, chunk)))) for chunk in chunks]
    return join_chunks(made, most)


def read_postings(postings: str) -> list[tuple[int, str]]:
    """As the script of the search page reads them."""
    place = -1
    found = []
    for distance, letter in re.findall("([0-9a-z]*)([A-P])", postings):
        place += int(distance or "1", 36)
        found.append((place, letter))
    return found


def places(entries: Mapping[str, Entry], stem: str) -> list[int]:
    return [place for place, _ in read_postings(entries[stem].postings)]


@given(TEXTS, st.integers(1, 40))
def test_each_stem_names_exactly_its_articles_however_they_are_cut(
    texts: list[str], size: int
) -> None:
    entries = join(texts, size)

    stems = [{find_stem(word, "en") for word in split_search_words(text)} for text in texts]
    assert set(entries) == set().union(*stems)
    for stem in entries:
        assert places(entries, stem) == [at for at, found in enumerate(stems) if stem in found]


@given(TEXTS, st.integers(1, 40))
def test_chunks_joined_are_the_index_of_the_whole(texts: list[str], size: int) -> None:
    assert join(texts, size) == join(texts, len(texts) or 1)


def test_forms_of_a_word_are_one_entry() -> None:
    assert join(["the ferry", "two Ferries"], 1)["ferri"].forms == ("ferries", "ferry")


def test_a_word_in_too_many_articles_keeps_those_with_it_in_their_title() -> None:
    texts = [text_of("the moon"), replace(text_of("the the the"), dek="the"), text_of("the end")]
    titled = replace(text_of("word " * 2_000), title="The Tide")
    chunks = [index_chunk(Chunk((text, titled))) for text in texts]

    entries = join_chunks(chunks, 5, 5)

    assert entries["the"].is_common
    assert places(entries, "the") == [1, 3, 5]
    whole = join_chunks(chunks, 5)["the"]
    assert whole.is_common
    assert places(join_chunks(chunks, 5), "the") == [0, 1, 2, 3, 4, 5]
    assert not entries["moon"].is_common
    assert places(entries, "moon") == [0]


def worth(text: SearchText, stem: str) -> int:
    (term,) = [term for term in index_chunk(Chunk((text,))).terms if term.stem == stem]
    return LETTERS.index(term.postings)


def test_a_title_is_worth_more_than_a_dek_and_a_dek_more_than_text() -> None:
    plain = text_of("ferry " + "word " * 300)

    in_dek = worth(replace(plain, dek="A ferry"), "ferri")
    in_title = worth(replace(plain, title="A ferry"), "ferri")
    assert worth(plain, "ferri") < in_dek < in_title


def test_a_word_is_worth_more_where_it_stands_more_often_and_in_a_shorter_text() -> None:
    rest = "word " * 300
    once, often = (text_of("ferry " * times + rest) for times in (1, 4))
    short = text_of("ferry")

    assert worth(once, "ferri") < worth(often, "ferri")
    assert worth(once, "ferri") < worth(short, "ferri")


@given(st.sets(st.integers(0, 200_000)))
def test_places_are_read_as_they_were_written(found: set[int]) -> None:
    written = write_postings(sorted(found))

    assert [place for place, _ in read_postings(written)] == sorted(found)
