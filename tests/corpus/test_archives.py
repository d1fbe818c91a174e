from dataclasses import replace
from datetime import timedelta
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from sitegen.corpus import archive_articles
from sitegen.corpus.archives import FEED_BYTES, LONG_BYTES, settle_archives
from sitegen.model.dating import UNKNOWN, Dating
from sitegen.model.feed import Archived, FeedArchive
from sitegen.model.page import Page
from sitegen.model.record import Record
from tests.publish.feed_samples import SETTINGS
from tests.publish.site_samples import make_page, noon

NOW = noon(30)
TEN = replace(SETTINGS, feed_items=10)
EMPTY = Record(pages=(), tags=(), own=())


def make_pages(number: int, first: int = 0, **changes: object) -> tuple[Page, ...]:
    """Return pages that came an hour after each other, without a date."""
    return tuple(
        replace(
            make_page(f"p{at:03}", dating=UNKNOWN, first_seen=noon(1) + timedelta(hours=at)),
            **changes,  # type: ignore[arg-type]
        )
        for at in range(first, first + number)
    )


def archive(*pages: Page, record: Record = EMPTY, new: int = 0) -> Record:
    """Archive pages of which the last ``new`` ones are new with this build."""
    known = {page.id for page in pages[: len(pages) - new]}
    return archive_articles(replace(record, pages=pages), TEN, NOW, known)


def list_archives(record: Record) -> list[tuple[int, list[str]]]:
    return [(one.number, [told.id for told in one.articles]) for one in record.archives]


def test_what_the_feed_has_room_for_is_in_no_archive() -> None:
    assert archive(*make_pages(10)).archives == ()


def test_the_half_that_came_first_makes_room() -> None:
    record = archive(*reversed(make_pages(11)))

    assert list_archives(record) == [(1, ["p000", "p001", "p002", "p003", "p004"])]


def test_many_articles_make_several_archives() -> None:
    record = archive(*make_pages(32))

    assert [number for number, _ in list_archives(record)] == [1, 2, 3, 4, 5]
    assert sum(len(articles) for _, articles in list_archives(record)) == 25


def test_an_article_that_comes_late_is_new_to_the_feed_whatever_its_date() -> None:
    before = archive(*make_pages(11))
    old = make_page("old", noon(1), dating=Dating(noon(1), "day", ""), first_seen=noon(20))

    record = archive(*make_pages(11), old, record=before)

    assert record.archives == before.archives


def test_an_archive_stays_when_its_articles_are_withdrawn() -> None:
    before = archive(*make_pages(11))

    record = archive(*make_pages(9, first=2), record=before)

    assert record.archives == before.archives


def test_drafts_and_articles_of_a_later_day_wait() -> None:
    later = Dating(noon(30) + timedelta(days=1), "day", "")
    pages = (*make_pages(4, draft=True), *make_pages(4, 4, dating=later), *make_pages(10, 8))

    assert archive(*pages).archives == ()


def test_nothing_is_archived_while_an_archive_cannot_be_read() -> None:
    record = replace(EMPTY, held_archives=(1,))

    assert archive(*make_pages(40), record=record).archives == ()


def test_what_is_new_stays_as_far_as_there_is_room() -> None:
    assert len(archive(*make_pages(16), new=8).archives[0].articles) == 5
    assert [len(one.articles) for one in archive(*make_pages(16), new=8).archives] == [5, 3]
    assert [len(one.articles) for one in archive(*make_pages(16), new=16).archives] == [5, 1]


def test_long_articles_make_room_before_the_feed_is_full_for_as_many_again() -> None:
    pages = make_pages(9, body="x" * LONG_BYTES)

    assert archive(*pages[:8]).archives == ()
    assert list_archives(archive(*pages)) == [(1, ["p000", "p001", "p002", "p003", "p004"])]


def test_one_article_drives_out_no_others_however_long_it_is() -> None:
    vast = make_page("vast", noon(1), body="x" * FEED_BYTES * 2)

    assert archive(*make_pages(9), vast).archives == ()


def test_what_is_new_stays_however_long_it_is() -> None:
    pages = make_pages(10, body="x" * FEED_BYTES)

    assert archive(*pages, new=10).archives == ()


def test_feeds_of_excerpts_have_room_for_the_longest_articles() -> None:
    record = replace(EMPTY, pages=make_pages(4, body="x" * FEED_BYTES))
    excerpts = replace(SETTINGS, feed_content="excerpt")

    assert archive_articles(record, excerpts, NOW).archives == ()


def test_an_archive_tells_of_an_article_as_the_feed_did() -> None:
    (told, *_) = archive(*make_pages(11)).archives[0].articles

    assert told == Archived(
        id="p000",
        slug="p000",
        title="P000",
        published=noon(1),
        updated=noon(14),
        author="KNA",
        summary="A ferry was late.",
        language="en",
    )


def test_an_archive_names_the_language_of_an_article_for_the_site_may_change_its_own() -> None:
    told = archive(*make_pages(11, lang="ja")).archives[0].articles

    assert {one.language for one in told} == {"ja"}


def test_what_an_archive_tells_stays_when_the_article_changes() -> None:
    before = archive(*make_pages(11))

    record = archive(*make_pages(11, title="Ferry on time", slug="on-time"), record=before)

    assert record.archives == before.archives


def make_archive(number: int, *ids: str) -> FeedArchive:
    told = Archived("", "ferry", "Ferry", noon(1), noon(1), "", "")
    return FeedArchive(number, tuple(replace(told, id=id_) for id_ in ids))


def test_of_two_files_that_name_an_article_the_first_has_it() -> None:
    first, second = make_archive(1, "a", "b"), make_archive(2, "b", "c", "d")

    assert settle_archives([second, first]) == (first, make_archive(2, "c", "d"))


def test_two_files_of_one_number_are_one_archive() -> None:
    made = settle_archives([make_archive(1, "b", "b"), make_archive(1, "a")])

    assert made == (make_archive(1, "b", "a"),)


@given(st.lists(st.integers(1, 14), max_size=8), st.randoms(use_true_random=False))
def test_every_article_is_in_one_place_and_never_leaves_an_archive(
    batches: list[int], random: Random
) -> None:
    record, number = EMPTY, 0
    for batch in batches:
        number += batch
        pages = list(make_pages(number))
        random.shuffle(pages)
        after = archive(*pages, record=record, new=0)

        archived = [article.id for one in after.archives for article in one.articles]
        assert len(archived) == len(set(archived))
        assert after.archives[: len(record.archives)] == record.archives
        assert min(number, 5) <= number - len(archived) <= 10
        record = after
