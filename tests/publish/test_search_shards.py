"""A word is in the file that the script of the search page looks into."""

import json

from hypothesis import given
from hypothesis import strategies as st

from sitegen.publish import search_shards
from sitegen.publish.search_index import Entry
from sitegen.publish.search_shards import LARGEST_SHARD, cut_shards, find_shard

WORD = st.text(st.sampled_from("abcé霧"), min_size=1, max_size=5)
POSTINGS = st.integers(1, LARGEST_SHARD).map("A".__mul__)
ENTRIES = st.dictionaries(
    WORD, st.builds(Entry, st.sets(WORD, max_size=2).map(sorted).map(tuple), POSTINGS), max_size=12
)


@given(ENTRIES)
def test_every_word_is_found_by_itself_and_by_each_of_its_forms(entries: dict[str, Entry]) -> None:
    shards = {start: json.loads(data) for start, data in cut_shards(entries).items()}

    for key, entry in entries.items():
        for form in (key, *entry.forms):
            assert shards[find_shard(form, shards)][key].endswith(f"|{entry.postings}")


@given(ENTRIES)
def test_order_makes_no_difference(entries: dict[str, Entry]) -> None:
    assert cut_shards(dict(reversed(entries.items()))) == cut_shards(entries)


def make_entries(number: int) -> dict[str, Entry]:
    return {f"{at * 7919 % 10_007:05}": Entry((), "A" * 90) for at in range(number)}


def test_no_file_is_much_larger_than_it_should_be() -> None:
    shards = cut_shards(make_entries(5_000))

    assert max(map(len, shards.values())) <= LARGEST_SHARD + 2
    assert 5_000 * 100 / LARGEST_SHARD < len(shards) < 3 * 5_000 * 100 / LARGEST_SHARD


def test_a_new_word_changes_one_file() -> None:
    before = cut_shards(make_entries(5_000))
    after = cut_shards(make_entries(5_000) | {"33333x": Entry((), "A")})

    assert len(set(after.items()) ^ set(before.items())) == 2


def test_a_word_alone_may_be_larger_than_a_file_should_be() -> None:
    shards = cut_shards({"the": Entry((), "A" * 2 * search_shards.LARGEST_SHARD)})

    assert {start for start, data in shards.items() if len(data) > 2} == {"the"}
