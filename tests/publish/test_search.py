"""The files of the search index, as a build writes them."""

import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta
from typing import Any

from sitegen.model.dating import Dating
from sitegen.model.page import Page
from sitegen.model.site import Site
from sitegen.publish.search import (
    ARCHIVED,
    BLOCK,
    CHUNK,
    cut_chunks,
    cut_words,
    join_parts,
    make_search_files,
)
from sitegen.publish.search_index import index_chunk
from sitegen.publish.search_shards import find_shard
from tests.publish.feed_samples import NOON
from tests.publish.site_samples import make_page, plan
from tests.publish.test_search_index import read_postings

Files = Mapping[str, bytes]


def draw(site: Site) -> Files:
    chunks = [index_chunk(chunk) for chunk in cut_chunks(site)]
    parts = [cut_words(part) for part in join_parts(site, chunks)]
    files = {file.path: file.data for file in make_search_files(site, parts)}
    assert len(files) == len(list(make_search_files(site, parts)))
    return files


def find(files: Files, word: str) -> list[str]:
    """The slugs of the articles that have a word, as the script would find them."""
    index: Any = json.loads(files["search/index.json"])
    found = []
    for offset, mark, starts in index["parts"]:
        start = find_shard(word, dict.fromkeys(starts))
        shard = json.loads(files[f"search/words/{mark}-{start}.json"])
        postings = shard.get(word, "|").partition("|")[2]
        found += [offset + place for place, _ in read_postings(postings)]
    blocks = (json.loads(files[f"search/articles/{at // BLOCK}.json"])[at % BLOCK] for at in found)
    return [row[0] for row in blocks]


def write(number: int) -> Page:
    """One of many articles: 200 words out of 5,000, most of them rare ones."""
    words = " ".join(f"w{number * step * 7919 % 70_001 % 5_000}" for step in range(1, 201))
    return make_page(f"page-{number}", NOON + timedelta(minutes=number), body=words)


def test_words_of_title_dek_and_text_lead_to_their_articles() -> None:
    files = draw(
        plan(
            make_page("harbour", dek="A rescue", body="Eels."),
            make_page("other", NOON - timedelta(1), body="The harbour of eels."),
        )
    )

    assert find(files, "rescu") == ["harbour"]
    assert sorted(find(files, "harbour")) == ["harbour", "other"]
    assert sorted(find(files, "eel")) == ["harbour", "other"]


def test_addresses_of_links_are_no_words() -> None:
    files = draw(plan(make_page("one", body="The [old ferry](../tags/solveig-star.md) sank.")))

    assert find(files, "ferri") == ["one"]
    assert find(files, "solveig") == []


def test_a_tag_that_is_linked_later_leaves_the_words_as_they_are() -> None:
    before = plan(make_page("one", body="The Solveig Star sank."))
    after = plan(make_page("one", body="The [Solveig Star](../tags/solveig-star.md) sank."))

    assert list(cut_chunks(before)) == list(cut_chunks(after))


def test_articles_are_found_by_tag_source_month_and_year() -> None:
    page = make_page("one", tags=("Solveig Star",), agency="Northern Wire")
    files = draw(plan(page, make_page("two", NOON - timedelta(400), tags=(), agency="Other")))

    assert find(files, "solveig-star#") == ["one"]
    assert find(files, "northern-wire$") == ["one"]
    assert find(files, f"{NOON:%Y-%m}!") == ["one"]
    assert find(files, f"{NOON:%Y}!") == ["one"]


def test_an_unknown_date_is_in_no_month() -> None:
    page = replace(make_page("one"), dating=Dating(None, "unknown", ""))

    assert find(draw(plan(page)), f"{NOON:%Y}!") == []


def test_one_more_article_touches_few_files_and_none_of_the_archive() -> None:
    pages = [write(number) for number in range(ARCHIVED + 300)]

    before = draw(plan(*pages[:-1]))
    after = draw(plan(*pages))

    touched = {path for path in after if after[path] != before.get(path)}
    assert before.keys() <= after.keys()
    assert not any(path.startswith("search/words/a-") for path in touched)
    assert len(touched) <= 40


def test_one_more_article_leaves_the_archive_as_it_was_before_it_is_cut_into_files() -> None:
    pages = [write(number) for number in range(ARCHIVED + 9)]
    indexes = [index_chunk(chunk) for chunk in cut_chunks(plan(*pages))]

    (archive, _), (same, _) = (
        join_parts(site, indexes) for site in (plan(*pages[:-1]), plan(*pages))
    )

    assert archive == same
    assert len(archive.chunks) == ARCHIVED // CHUNK


def test_a_full_chunk_becomes_archive() -> None:
    pages = [write(number) for number in range(ARCHIVED)]
    index: Any = json.loads(draw(plan(*pages))["search/index.json"])

    (_, archive, of_archive), (_, recent, of_recent) = index["parts"]
    assert (archive, recent) == ("a", "r")
    assert (len(of_archive) > 1, of_recent) == (True, [""])


def test_a_site_without_articles_has_an_index() -> None:
    files = draw(plan())

    assert json.loads(files["search/index.json"])["articles"] == 0
    assert find(files, "ferri") == []
