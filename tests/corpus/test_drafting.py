"""What a page takes from its copies, and what moves when they change."""

from dataclasses import replace
from datetime import UTC, datetime

from sitegen.model.article import Block, Caption
from sitegen.model.dating import UNKNOWN, Dating
from sitegen.model.page import Page
from sitegen.model.record import Record
from tests.corpus.corpus_samples import (
    CORRECTION,
    FERRY,
    LATER,
    NOW,
    VOTE,
    compose,
    compose_one,
    make_article,
    on_day,
)

ARTICLE = make_article(FERRY, "b.txt")
NOON = datetime(2024, 6, 14, 12, 0, tzinfo=UTC)


def record(page: Page) -> Record:
    return Record(pages=(page,), tags=(), own=())


def test_a_page_says_what_its_article_says() -> None:
    article = replace(
        ARTICLE,
        agency="Northern Wire",
        byline="Zoë Dorn",
        captions=(Caption("The Kestrel on her bank.", "Bo Ek"),),
        is_truncated=True,
    )

    page = compose_one([article])

    assert (page.title, page.agency, page.byline) == (article.title, "Northern Wire", "Zoë Dorn")
    assert (page.captions, page.is_truncated) == (article.captions, True)
    assert (page.words, page.summary, page.lang) == (260, " ".join(FERRY[:2]), "en")
    assert page.entities == ("Kestrel", "Port Ellery", "Ivo Brandt", "Larkmoor")
    assert page.body == "\n\n".join(FERRY) + "\n"


def test_what_the_best_copy_lacks_is_taken_from_another() -> None:
    caption = Caption("The Kestrel on her bank.", "Bo Ek")
    cut = replace(make_article(FERRY[:5], "a.txt"), agency="Northern Wire", captions=(caption,))
    signed = replace(make_article(FERRY[:6], "c.txt"), byline="Zoë Dorn")

    page = compose_one([cut, signed, ARTICLE])

    assert (page.agency, page.byline, page.captions) == ("Northern Wire", "Zoë Dorn", (caption,))


def test_a_page_says_what_its_seed_states_of_itself() -> None:
    article = replace(
        ARTICLE,
        dek="Nobody was hurt",
        place="PORT ELLERY",
        source="The Sound",
        rights="© The Sound",
        url="https://sound.example/a",
        lang="sv",
    )

    page = compose_one([article])

    assert (page.dek, page.place, page.source) == ("Nobody was hurt", "PORT ELLERY", "The Sound")
    assert page.rights == "© The Sound"
    assert (page.url, page.lang) == ("https://sound.example/a", "sv")
    assert compose_one([article], record(page), now=LATER) == page
    assert compose_one([], record(page), now=LATER) == page


def test_what_the_best_copy_does_not_state_another_does_and_the_page_remembers() -> None:
    cut = make_article(FERRY[:6], "a.txt")
    stating = replace(
        cut, dek="All safe", place="ORLE", source="The Sound", url="http://a.example/", lang="sv"
    )

    page = compose_one([stating, ARTICLE])

    assert (page.dek, page.place, page.source) == ("All safe", "ORLE", "The Sound")
    assert (page.url, page.lang) == ("http://a.example/", "sv")
    assert compose_one([ARTICLE], record(page)).dek == "All safe"


def test_what_its_seeds_say_no_longer_is_gone_from_the_page_but_for_its_date() -> None:
    caption = Caption("The Kestrel on her bank.", "Bo Ek")
    stating = replace(
        on_day(ARTICLE, 14),
        dek="All safe",
        agency="Northern Wire",
        byline="Zoë Dorn",
        place="ORLE",
        source="The Sound",
        url="http://a.example/",
        rights="© The Sound",
        captions=(caption,),
    )
    page = compose_one([stating])

    silent = compose_one([ARTICLE], record(page), now=LATER)

    plain = compose_one([on_day(ARTICLE, 14)])
    assert silent == replace(plain, dating=page.dating)


def test_a_seed_that_says_another_day_and_another_headline_is_followed_at_once() -> None:
    page = compose_one([on_day(ARTICLE, 14)])
    other = replace(on_day(make_article(FERRY, "b.txt"), 13), title="Ferry runs aground again")
    mended = replace(other, digest="0123456789abcdef")

    made = compose_one([mended], record(page), now=LATER)

    assert made.dating == mended.dating
    assert compose_one([mended], record(made), now=LATER) == made


def test_the_same_text_of_another_day_is_no_renamed_seed_and_brings_no_date() -> None:
    page = compose_one([on_day(ARTICLE, 14)])
    later = on_day(replace(ARTICLE, seed="c.txt"), 13)

    made = compose_one([later], record(page), now=LATER)

    assert made.dating == page.dating
    assert {copy.seed for copy in made.seeds} == {*(copy.seed for copy in page.seeds), "c.txt#1"}
    assert compose_one([later], record(made), now=LATER) == made


def test_an_article_that_moved_within_its_seed_is_one_copy_and_keeps_its_date() -> None:
    """The date stood at the head of the file, above an article that another precedes now."""
    page = compose_one([on_day(ARTICLE, 14)])
    ahead, moved = on_day(make_article(VOTE, "b.txt"), 14), replace(ARTICLE, ordinal=2)

    made = compose([ahead, moved], record(page), now=LATER)

    stayed = next(one for one in made.pages if one.id == page.id)
    assert stayed.dating == page.dating
    assert [copy.seed for copy in stayed.seeds] == ["b.txt#2"]
    assert compose([ahead, moved], made, now=LATER) == made


def test_a_text_that_a_page_kept_says_nothing_that_its_seed_says_no_longer() -> None:
    page = compose_one([replace(ARTICLE, byline="Zoë Dorn")])
    mended = make_article((*FERRY[:-1], "The inquiry begins on Monday."), "b.txt")

    assert compose_one([mended], record(page), now=LATER).byline == ""


def test_the_line_under_the_headline_repeats_neither_headline_nor_text() -> None:
    title = replace(ARTICLE, dek=ARTICLE.title)
    text = replace(make_article(FERRY[:6], "a.txt"), dek=FERRY[0])
    own = replace(make_article(FERRY[:5], "b.txt"), dek="All safe")

    assert compose_one([title, text]).dek == ""
    assert compose_one([title, text, own]).dek == "All safe"


def test_an_address_that_is_none_of_the_web_is_not_recorded() -> None:
    page = compose_one([replace(ARTICLE, url="ftp://sound.example/a")])

    assert page.url == ""


def test_what_a_page_knew_it_keeps_when_a_better_copy_does_not_say() -> None:
    cut = replace(make_article(FERRY[:6], "a.txt"), agency="Northern Wire")

    page = compose_one([ARTICLE], record(compose_one([cut])))

    assert (page.agency, page.words) == ("Northern Wire", 260)


def test_an_unknown_date_stays_unknown() -> None:
    page = compose_one([ARTICLE])

    again = compose_one([ARTICLE], record(page), now=LATER)

    assert page.dating == again.dating == UNKNOWN
    assert (page.first_seen, page.updated) == (NOW, NOW)
    assert again == page


def test_a_dated_page_counts_as_updated_on_its_day() -> None:
    page = compose_one([on_day(ARTICLE, 14)])

    assert page.dating == Dating(NOON, "day", "June 14")
    assert (page.first_seen, page.updated) == (NOW, NOON)


def test_the_date_of_the_best_copy_is_used() -> None:
    page = compose_one([on_day(make_article(FERRY[:6], "a.txt"), 13), on_day(ARTICLE, 14)])

    assert page.dating.moment == NOON


def test_a_date_that_only_other_copies_state_is_used_the_earliest_first() -> None:
    copies = [on_day(make_article(FERRY[:count], f"{count}.txt"), count + 9) for count in (5, 6)]

    assert compose_one([ARTICLE, *copies]).dating.moment == NOON


def test_a_date_found_later_is_taken_without_an_update() -> None:
    page = compose_one([ARTICLE])

    dated = compose_one([on_day(ARTICLE, 14)], record(page), now=LATER)

    assert dated == replace(page, dating=Dating(NOON, "day", "June 14"))


def test_a_date_once_known_is_not_lost() -> None:
    page = compose_one([on_day(ARTICLE, 14)])

    assert compose_one([ARTICLE], record(page)) == page


def test_the_recorded_date_counts_among_those_of_other_copies() -> None:
    """The copy that stated it may have gone."""
    page = compose_one([on_day(ARTICLE, 14)])

    after = compose_one([ARTICLE, on_day(make_article(FERRY, "z.txt"), 15)], record(page))

    assert after.dating == page.dating


def test_an_instant_replaces_a_day_and_stays() -> None:
    instant = Dating(datetime(2024, 6, 14, 5, 10, tzinfo=UTC), "instant", "05:10 UTC")
    page = compose_one([on_day(ARTICLE, 14)])

    exact = compose_one([replace(ARTICLE, dating=instant)], record(page))

    assert exact.dating == instant
    assert compose_one([replace(ARTICLE, dating=instant)], record(exact)) == exact


def test_another_day_replaces_the_recorded_one() -> None:
    page = compose_one([on_day(ARTICLE, 13)])

    assert compose_one([on_day(ARTICLE, 14)], record(page)).dating.moment == NOON


def test_a_page_is_updated_when_its_sentences_or_its_title_change() -> None:
    page = compose_one([ARTICLE])

    longer = compose_one([make_article((*FERRY, "More soon."))], record(page), now=LATER)
    corrected = compose_one([make_article((*FERRY, CORRECTION))], record(page), now=LATER)
    renamed = compose_one([make_article(FERRY, title="Ship Aground")], record(page), now=LATER)

    assert [one.updated for one in (longer, corrected, renamed)] == [LATER] * 3
    assert [one.title for one in (longer, corrected, renamed)] == [
        page.title,
        page.title,
        "Ship Aground",
    ]


def test_a_page_is_not_updated_by_copies_names_or_links() -> None:
    page = compose_one([ARTICLE])
    copy = replace(make_article(FERRY[:6], "a.txt"), agency="Northern Wire")
    linking = make_article((VOTE[0], "The Kestrel, the Kestrel, the Kestrel."), "c.txt", "Vote")

    made = compose([ARTICLE, copy, linking], record(page), now=LATER)

    (after,) = [one for one in made.pages if one.id == page.id]
    assert "[Kestrel](../tags/kestrel.md)" in after.body
    assert len(after.seeds) == 2
    assert after.updated == page.updated


def test_an_update_is_never_before_the_article() -> None:
    page = compose_one([on_day(ARTICLE, 14)], now=NOW)

    early = datetime(2024, 6, 1, tzinfo=UTC)
    after = compose_one([on_day(make_article((*FERRY, "More soon.")), 14)], record(page), now=early)

    assert after.updated == NOON


def test_pages_updated_by_one_build_have_distinct_moments() -> None:
    articles = [ARTICLE, make_article(VOTE, "a.txt", title="Vote")]
    before = compose(articles)

    more = [
        replace(one, blocks=(*one.blocks, Block("paragraph", "More soon."))) for one in articles
    ]
    after = compose(more, before, now=LATER)

    assert len({page.updated for page in after.pages}) == 2


def test_a_page_that_a_person_changed_is_left_as_it_is() -> None:
    page = replace(compose_one([ARTICLE]), title="Mine", body="My words.\n", is_edited=True)

    assert compose_one([make_article((*FERRY, CORRECTION)), ARTICLE], record(page)) == page
