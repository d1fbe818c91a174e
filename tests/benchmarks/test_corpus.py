"""The corpus is the ruler: what it holds must not move unseen, or no two measurements compare."""

from collections import Counter
from collections.abc import Callable
from datetime import UTC, datetime
from hashlib import blake2b
from itertools import combinations
from pathlib import Path
from statistics import median

import pytest

from benchmarks.corpus import Seed, make_corpus, make_newcomer, write_corpus
from benchmarks.names import name_organisation, name_person, name_place
from sitegen import pipeline
from sitegen.app.config import DEFAULTS
from sitegen.app.memo import Forgetful
from sitegen.corpus.fingerprint import make_shingles, read_words
from sitegen.ingest import parse_seed
from sitegen.model.page import Page
from sitegen.model.record import Record
from sitegen.model.seed import Intake, SeedFile

ARTICLES = 160
DIGEST = "39c63eccc6d59d1d082b231a9b2c022d"
NOW = datetime(2024, 7, 1, tzinfo=UTC)


def digest_seeds(seeds: tuple[Seed, ...]) -> str:
    return blake2b(repr(seeds).encode(), digest_size=16).hexdigest()


def make_pages(*data: bytes) -> tuple[Page, ...]:
    seeds = [SeedFile(f"{number}.txt", text) for number, text in enumerate(data)]
    memo = Forgetful("")
    return pipeline.ingest(seeds, Record((), (), ()), DEFAULTS, NOW, memo).record.pages


@pytest.fixture(scope="module")
def corpus() -> tuple[Seed, ...]:
    return tuple(make_corpus(ARTICLES))


@pytest.fixture(scope="module")
def pages(corpus: tuple[Seed, ...]) -> tuple[Page, ...]:
    return make_pages(*(seed.data for seed in corpus))


def test_same_number_gives_the_same_bytes_on_every_machine(corpus: tuple[Seed, ...]) -> None:
    """Whoever changes the corpus changes this digest, and measures everything anew."""
    assert digest_seeds(corpus) == DIGEST


def test_folder_holds_just_the_corpus(tmp_path: Path, corpus: tuple[Seed, ...]) -> None:
    count = write_corpus(tmp_path / "seeds", ARTICLES)

    written = {path.name: path.read_bytes() for path in (tmp_path / "seeds").iterdir()}
    assert count == len(corpus)
    assert written == {seed.name: seed.data for seed in corpus}


def test_each_article_becomes_one_page(pages: tuple[Page, ...]) -> None:
    assert len(pages) == ARTICLES


def test_about_one_article_in_twelve_comes_twice(pages: tuple[Page, ...]) -> None:
    copies = sum(len(page.seeds) - 1 for page in pages)

    assert 0.05 * ARTICLES <= copies <= 0.12 * ARTICLES


def test_copies_are_whole_edited_or_cut(pages: tuple[Page, ...]) -> None:
    scores = [copy.score for page in pages for copy in page.seeds[1:]]

    assert max(scores) == 1
    assert 0.7 < min(scores) < 1


def test_some_files_hold_several_articles(corpus: tuple[Seed, ...]) -> None:
    found = [len(parse_seed(Intake(SeedFile(seed.name, seed.data))).articles) for seed in corpus]

    assert set(found) == {1, 2, 3}
    assert found.count(1) > 0.8 * len(found)


def test_articles_are_as_long_as_news(pages: tuple[Page, ...]) -> None:
    lengths = [len(page.body.encode()) for page in pages]

    assert 4_000 < median(lengths) < 6_000
    assert max(lengths) < 9_000


def test_about_a_third_of_the_articles_tell_their_date(pages: tuple[Page, ...]) -> None:
    days = [page.dating.moment for page in pages if page.dating.moment]

    assert 0.25 * ARTICLES < len(days) < 0.42 * ARTICLES
    assert (max(days) - min(days)).days < 190


def test_few_names_are_in_many_articles(pages: tuple[Page, ...]) -> None:
    counts = sorted(Counter(tag for page in pages for tag in page.tags).values(), reverse=True)

    assert counts[0] > ARTICLES / 3
    assert counts[0] > 2 * median(counts)
    assert 3 < sum(counts) / ARTICLES < 6


def test_reports_of_one_event_make_a_story(pages: tuple[Page, ...]) -> None:
    stories = Counter(page.story for page in pages if page.story)

    assert sum(2 < count for count in stories.values()) >= ARTICLES // 20


def test_different_articles_have_few_phrases_in_common(corpus: tuple[Seed, ...]) -> None:
    """Reports of one event share a paragraph; nothing comes near what makes a duplicate."""
    articles = [
        article
        for seed in corpus
        for article in parse_seed(Intake(SeedFile(seed.name, seed.data))).articles
    ]
    shingles = [make_shingles(read_words(article)) for article in articles]

    shares = [
        len(one & other) / min(len(one), len(other)) for one, other in combinations(shingles, 2)
    ]

    assert [share for share in shares if 0.2 < share < 0.7] == []
    assert median(shares) < 0.01


def test_newcomer_is_an_article_that_the_corpus_lacks(pages: tuple[Page, ...]) -> None:
    first, second = make_pages(make_newcomer(0, ARTICLES), make_newcomer(1, ARTICLES))

    assert first.title != second.title
    assert {first.title, second.title}.isdisjoint(page.title for page in pages)


@pytest.mark.parametrize("make_name", [name_person, name_place, name_organisation])
def test_no_two_names_are_the_same(make_name: Callable[[int], str]) -> None:
    count = 30_000

    assert len({make_name(rank) for rank in range(count)}) == count
