"""Going on from an earlier comparison gives what a comparison of all gives."""

import random
from datetime import UTC, datetime, timedelta
from unittest.mock import patch

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from sitegen.corpus.comparing import Compared, compare_articles, read_likeness
from sitegen.corpus.likeness import measure_likeness
from sitegen.corpus.postings import Postings
from sitegen.model.summary import Fingerprint, Summary, Terms

NOON = datetime(2031, 5, 1, 12, tzinfo=UTC)
NOTHING = Fingerprint(b"", b"", b"")


def make_summary(number: int, words: tuple[str, ...], hours: int | None) -> Summary:
    """Return an article that has nothing but words and a date."""
    chooser = random.Random(number)  # noqa: S311 - nothing secret
    weights = bytes(chooser.randint(20, 90) for _ in words)
    moment = None if hours is None else NOON + timedelta(hours=hours)
    digest = f"{number:016x}"
    return Summary(digest, 300, NOTHING, Terms(" ".join(words), weights), (), (), "", moment)


def make_corpus(seed: int, number: int) -> list[Summary]:
    """Return articles with some rare words and many that crowds of them share."""
    chooser = random.Random(seed)  # noqa: S311 - nothing secret
    made = []
    for each in range(number):
        words = [f"rare{chooser.randrange(number // 4)}" for _ in range(3)]
        words += [f"common{int(chooser.paretovariate(0.4)) % 40}" for _ in range(12)]
        chooser.shuffle(words)
        hours = None if chooser.random() < 0.15 else chooser.randrange(2000)
        made.append(make_summary(seed * 100_000 + each, tuple(dict.fromkeys(words)), hours))
    return made


def check(texts: list[Summary], last: Compared | None) -> Compared:
    """Compare going on, and look whether that is what comparing all gives."""
    compared = compare_articles(tuple(texts), last)
    assert compared == compare_articles(tuple(texts), None)
    assert read_likeness(compared, texts) == measure_likeness(texts)
    return compared


@settings(max_examples=60, phases=[Phase.explicit, Phase.reuse, Phase.generate])
@given(
    st.integers(0, 5000),
    st.sampled_from([110, 250]),
    st.lists(st.tuples(st.integers(0, 12), st.integers(0, 12)), min_size=1, max_size=4),
)
def test_going_on_is_comparing_all(seed: int, number: int, edits: list[tuple[int, int]]) -> None:
    chooser = random.Random(seed)  # noqa: S311 - nothing secret
    stock = make_corpus(seed, number + 50)
    texts, waiting = stock[:number], stock[number:]
    # A few hundred articles reach the limits that are for tens of thousands.
    with patch.multiple("sitegen.corpus.postings", _POSTINGS=120, _COMMON=16, _COMPARED=6):
        last = check(texts, None)
        for added, removed in edits:
            chooser.shuffle(texts)
            gone, texts = texts[:removed], texts[removed:] + waiting[:added]
            waiting = waiting[added:] + gone
            last = check(texts, last)


def test_a_few_articles_more_leave_most_comparisons_as_they_are(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    texts = make_corpus(1, 1500)
    last = compare_articles(tuple(texts[:-1]), None)
    asked: list[int] = []

    def find_candidates(_: Postings, place: int) -> list[int]:
        asked.append(place)
        return []

    monkeypatch.setattr(Postings, "find_candidates", find_candidates)
    compare_articles(tuple(texts), last)
    assert 1 <= len(asked) < 750


def test_a_word_that_more_articles_have_asks_for_none_that_are_found_by_the_same_words(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    # A list of 128 counts as one of 256 when it has one more, and nothing weighs more for it.
    texts = [make_summary(each, ("ferry", f"rare{each}"), each) for each in range(129)]
    last = compare_articles(tuple(texts[:-1]), None)
    asked: list[int] = []
    find = Postings.find_candidates

    def find_candidates(postings: Postings, place: int) -> list[int]:
        asked.append(place)
        return find(postings, place)

    monkeypatch.setattr(Postings, "find_candidates", find_candidates)
    assert compare_articles(tuple(texts), last).weights[:-1] == last.weights
    assert asked == [128]


def test_two_articles_of_one_text_are_compared_as_well() -> None:
    texts = make_corpus(2, 50)
    last = check(texts, None)
    check([*texts, texts[7]], last)
    check(texts, check([*texts, texts[7]], last))


@pytest.mark.parametrize("seed", range(4))
def test_a_new_article_joins_the_few_that_another_is_compared_with(seed: int) -> None:
    chooser = random.Random(seed)  # noqa: S311 - nothing secret
    stock = [f"rare{number}" for number in range(150)]
    texts = [make_summary(each, tuple(chooser.sample(stock, 3)), each) for each in range(300)]
    check(texts, check(texts[:-3], None))
