"""What was published is put on record once, and an article that comes back is known again."""

from dataclasses import replace
from datetime import timedelta

import pytest

from sitegen.corpus import note_gone, note_published, settle_merges, summarize
from sitegen.corpus.addresses import LIST_ROWS
from sitegen.model.address import Address, AddressList
from sitegen.model.article import Article
from sitegen.model.record import Record
from sitegen.text.wording import read_wording
from tests.corpus.corpus_samples import (
    EMPTY,
    FERRY,
    LATER,
    NOW,
    VOTE,
    compose,
    make_article,
    on_day,
    tell,
)

ENGLISH = read_wording("en")

ARTICLE = make_article(FERRY, title="Ferry runs aground")


def publish(articles: list[Article], record: Record = EMPTY) -> Record:
    """Compose, and put on record that all of it was published."""
    made = compose(articles, record)
    rows = [
        Address(f"articles/{slug}/", "", page.id, page.first_seen, page.dating.moment)
        for page in made.pages
        for slug in (*page.aliases, page.slug)
    ]
    return note_published(made, rows, map(summarize, articles))


def remove(record: Record) -> Record:
    return replace(record, pages=(), tags=())


def test_nothing_is_on_record_twice() -> None:
    record = publish([ARTICLE])

    assert publish([ARTICLE], record) == record
    assert [part.number for part in record.addresses] == [1]


def test_a_list_grows_until_it_is_long_and_one_that_a_person_edited_not_at_all() -> None:
    rows = [Address(f"tags/t{number}/", f"T{number}") for number in range(LIST_ROWS + 1)]

    half = note_published(EMPTY, rows[:2], ())
    whole = note_published(half, rows, ())
    edited = replace(EMPTY, addresses=(AddressList(4, (rows[0],), is_edited=True),))

    assert [len(part.addresses) for part in whole.addresses] == [LIST_ROWS, 1]
    assert whole.addresses[0].addresses[:2] == half.addresses[0].addresses
    assert note_published(edited, rows[:2], ()).addresses == (
        *edited.addresses,
        AddressList(5, (rows[1],)),
    )


def test_while_a_list_cannot_be_read_none_grows() -> None:
    record = replace(EMPTY, held_addresses=(1,))

    assert note_published(record, [Address("tags/mira/", "Mira")], ()) == record


def test_an_article_that_comes_back_is_the_one_that_it_was() -> None:
    first = publish([on_day(ARTICLE, 14)])

    back = compose([on_day(ARTICLE, 14)], remove(first), now=LATER)

    assert back.pages == first.pages


def test_its_text_may_have_changed_and_says_so() -> None:
    first = publish([ARTICLE])
    changed = make_article((*FERRY[:7], FERRY[8]), title="Ferry runs aground in fog")

    (page,) = compose([changed], remove(first), now=LATER).pages

    (before,) = first.pages
    assert (page.id, page.slug, page.first_seen) == (before.id, before.slug, before.first_seen)
    assert page.updated > page.first_seen


def test_another_article_has_neither_its_id_nor_its_address() -> None:
    first = publish([ARTICLE])
    other = make_article(VOTE, title="Ferry runs aground")

    (page,) = compose([other], remove(first), now=LATER).pages

    assert page.slug == "ferry-runs-aground-2"
    assert page.id != first.pages[0].id


def test_the_very_text_comes_before_one_that_is_like_it() -> None:
    first = publish([ARTICLE])
    like = make_article((*FERRY, *tell(1, 40)), "b.txt", title="Ferry runs aground")

    made = compose([like, ARTICLE], remove(first), now=LATER)

    assert first.pages[0].id in {page.id for page in made.pages}


def test_a_copy_of_a_page_that_is_left_brings_no_removed_page_back() -> None:
    """A person has deleted one of two pages of one article: the other is to stay alone."""
    first = publish([ARTICLE])
    (page,) = first.pages
    copy = replace(page.seeds[0], seed="kept.txt#1", digest="0123456789abcdef")
    kept = replace(page, id="tag:example.org,2024:kept", slug="kept", seeds=(copy,))

    made = compose([ARTICLE], replace(first, pages=(kept,)), now=LATER)

    assert [page.id for page in made.pages] == [kept.id]


def test_where_an_article_was_a_note_stands_once() -> None:
    record = publish([ARTICLE])

    gone = note_gone(remove(record), (), ENGLISH)

    assert [page.slug for page in gone.gone] == ["ferry-runs-aground"]
    assert note_gone(gone, (), ENGLISH) == gone
    assert note_gone(record, (), ENGLISH) == record


def test_of_an_article_that_has_a_file_nobody_can_say_that_it_is_gone() -> None:
    assert note_gone(remove(publish([ARTICLE])), ["ferry-runs-aground"], ENGLISH).gone == ()


@pytest.mark.parametrize("day", [13, 15])
def test_a_better_text_that_comes_later_brings_no_other_date(day: int) -> None:
    short = on_day(make_article(FERRY[:5], "a.txt"), 14)
    whole = on_day(make_article(FERRY, "b.txt"), day)
    first = compose([short])

    for seeds in ([short, whole], [whole]):
        (page,) = compose(seeds, first, now=NOW + timedelta(days=1)).pages
        assert page.dating == first.pages[0].dating
        assert page.words > first.pages[0].words


@pytest.mark.parametrize("day", [13, 15])
def test_a_merge_in_which_the_other_text_wins_brings_neither_its_date_nor_a_first_sight(
    day: int,
) -> None:
    seeds = [on_day(make_article(VOTE[:3], "a.txt"), 14), on_day(make_article(FERRY, "b.txt"), day)]
    first = compose(seeds)
    kept, other = sorted(first.pages, key=lambda page: page.words)
    pages, merged = settle_merges([kept, replace(other, merged_into=kept.id)])

    made = compose(seeds, replace(first, pages=pages, merged=merged), now=LATER)

    (page,) = made.pages
    assert (page.id, page.words) == (kept.id, other.words)
    assert (page.dating, page.first_seen) == (kept.dating, kept.first_seen)
    assert compose(seeds, made, now=LATER + timedelta(days=1)) == made


def test_a_date_that_was_corrected_in_its_seed_is_corrected_in_its_page() -> None:
    first = compose([on_day(ARTICLE, 14)])

    (page,) = compose([on_day(ARTICLE, 13)], first).pages

    assert page.dating.moment
    assert page.dating.moment.day == 13
