"""From articles to pages: what becomes one page, and what stays when the seeds change."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from sitegen.corpus import Aids, make_pages, recall_articles, summarize
from sitegen.corpus.likeness import Likeness, measure_likeness
from sitegen.model.article import Article, Block
from sitegen.model.page import Page
from sitegen.model.problem import Problem
from sitegen.model.record import Record
from sitegen.model.summary import Summary
from tests.corpus.corpus_samples import (
    CORRECTION,
    EMPTY,
    FERRY,
    FERRY_ELSEWHERE,
    LATER,
    SETTINGS,
    VOTE,
    compose,
    compose_one,
    make_article,
    on_day,
    tell,
)

WIRE = make_article(FERRY, "wire.txt")
TYPO = make_article((FERRY[0].replace("early", "erly"), *FERRY[1:]), "wire.txt")
BETTER = make_article((*FERRY, CORRECTION), "better.txt", title="Ferry Aground, All Safe")
CUT = replace(make_article((*FERRY[:5], FERRY[5][:30]), "cut.txt"), is_truncated=True)


def keep(record: Record, *articles: Article, base_url: str = SETTINGS.base_url) -> Page:
    """Compose once more, later, and return the one page that there must be."""
    settings = replace(SETTINGS, base_url=base_url)
    return compose_one(articles, record, settings, now=LATER)


def identify(page: Page) -> tuple[object, ...]:
    return (page.id, page.slug, page.first_seen)


def test_the_first_mention_is_linked_in_a_list_or_a_quotation_too() -> None:
    said = (Block("row", "Kestrel | 212"), Block("item", "The Kestrel sails."))
    article = make_article(FERRY)
    article = replace(article, blocks=(*said, *article.blocks))

    page = compose_one([article], settings=replace(SETTINGS, tag_minimum=1))

    assert page.body.startswith(
        "| Kestrel | 212 |\n| --- | --- |\n\n- The [Kestrel](../tags/kestrel.md) sails.\n\n"
    )
    assert page.body.count("[Kestrel]") == 1


def test_nothing_gives_nothing() -> None:
    assert compose([]) == EMPTY


def test_copies_become_one_page_that_records_them_all() -> None:
    copies = [
        WIRE,
        BETTER,
        CUT,
        make_article(FERRY, "exact.txt"),
        make_article((*FERRY[:3], "Nobody was hurt.", *FERRY[4:]), "edited.txt"),
    ]

    page = compose_one(copies)

    assert page.title == BETTER.title
    assert [(copy.seed, copy.reason.split(";")[0]) for copy in page.seeds] == [
        ("better.txt#1", "the text that is published"),
        ("cut.txt#1", "cut off"),
        ("edited.txt#1", "under another headline"),
        ("exact.txt#1", "under another headline"),
        ("wire.txt#1", "under another headline"),
    ]


def test_a_hundred_copies_are_one_page() -> None:
    """Made so that nearly every phrase stands in a crowd of copies."""
    copies = [
        make_article((*FERRY, *tell(1), f"Printed by paper {number}."), f"{number:03}.txt")
        for number in range(110)
    ]

    assert len(compose_one(copies).seeds) == 110


def test_related_reports_are_two_pages() -> None:
    other = make_article(FERRY_ELSEWHERE, "other.txt", title="All Safe on Grounded Ferry")

    pages = compose([WIRE, other]).pages

    assert [page.slug for page in pages] == [
        "all-safe-on-grounded-ferry",
        "ferry-runs-aground-in-fog",
    ]
    assert [page.related[0].slug for page in pages] == [page.slug for page in pages[::-1]]


SECOND_BUILDS: dict[str, Sequence[Article]] = {
    "nothing changes": [WIRE],
    "the title changes": [make_article(FERRY, "wire.txt", title="Kestrel Stranded")],
    "a better copy arrives": [WIRE, BETTER],
    "a worse copy arrives": [WIRE, CUT],
    "only a better copy is left": [BETTER],
    "only a worse copy is left": [CUT],
    "the seed is renamed": [replace(WIRE, seed="renamed.txt", ordinal=2)],
    "a typo is mended in place": [TYPO],
    "the seed is cut short in place": [replace(CUT, seed="wire.txt")],
    "half of it is removed in place": [make_article(FERRY[:5], "wire.txt")],
    "the seed has gone": [],
}


@pytest.mark.parametrize("articles", SECOND_BUILDS.values(), ids=SECOND_BUILDS)
def test_the_page_keeps_its_name_when(articles: Sequence[Article]) -> None:
    first = compose([WIRE])

    page = keep(first, *articles)

    assert identify(page) == identify(first.pages[0])
    assert {article.digest for article in articles} <= {copy.digest for copy in page.seeds}
    assert keep(Record((page,), (), ()), *articles) == page


def test_the_page_keeps_its_name_when_the_site_moves() -> None:
    first = compose([WIRE])

    assert keep(first, WIRE, base_url="https://elsewhere.example/") == first.pages[0]


def test_the_page_keeps_its_name_and_text_when_the_best_seed_goes() -> None:
    first = compose([BETTER, WIRE, CUT])

    page = keep(first, CUT)

    assert page == first.pages[0]


def test_a_text_that_its_page_kept_is_compared_by_the_day_that_the_page_has_now() -> None:
    record = compose([WIRE, CUT])
    asked: list[Summary] = []

    def compare(texts: tuple[Summary, ...]) -> Likeness:
        asked.extend(texts)
        return measure_likeness(texts)

    for _ in range(2):
        seeds = [on_day(CUT, 13)]
        articles = [*seeds, *recall_articles(record.pages, seeds)]
        summaries = list(map(summarize, articles))
        record, _ = make_pages(articles, summaries, record, SETTINGS, LATER, Aids(compare))

    (page,) = record.pages
    assert page.dating.moment is not None
    assert [text.moment for text in asked] == [page.dating.moment] * 2


def test_a_late_copy_of_an_article_whose_seeds_have_all_gone_makes_no_new_page() -> None:
    first = compose([WIRE])
    without = compose([], first, now=LATER)

    page = keep(without, make_article((*FERRY[:8], "No more is known."), "late.txt", "Late News"))

    assert without == first
    assert identify(page) == identify(first.pages[0])
    assert [copy.seed for copy in page.seeds] == ["wire.txt#1", "late.txt#1"]


def test_a_text_kept_over_its_own_shortened_seed_stays_on_record() -> None:
    shortened = make_article(FERRY[:5], "wire.txt")

    page = keep(compose([WIRE]), shortened)

    assert page.words == 260
    assert [(copy.seed, copy.digest) for copy in page.seeds] == [
        ("wire.txt#1", WIRE.digest),
        ("wire.txt#1", shortened.digest),
    ]


def test_a_seed_that_takes_a_sentence_back_is_published_so() -> None:
    """A correction that is shorter than the fault is the text all the same."""
    less = make_article((*FERRY[:2], *FERRY[3:]), WIRE.seed)

    page = keep(compose([WIRE]), less)

    assert FERRY[2] not in page.body
    assert [copy.digest for copy in page.seeds] == [less.digest]
    assert page.updated > compose_one([WIRE]).updated


@pytest.mark.parametrize(
    "piece",
    [
        make_article(FERRY[:2], WIRE.seed),
        replace(make_article(FERRY[:5], WIRE.seed), is_truncated=True),
    ],
)
def test_a_seed_of_which_a_piece_is_left_keeps_its_text_and_says_so(piece: Article) -> None:
    record = compose([WIRE])
    articles = [piece, *recall_articles(record.pages, [piece])]

    made, problems = make_pages(articles, [*map(summarize, articles)], record, SETTINGS, LATER)

    assert made.pages[0].body == record.pages[0].body
    assert [problem.severity for problem in problems] == ["warning"]
    assert problems[0].message.startswith(f"shows what seeds/{WIRE.seed} said before, for what")


def test_a_page_that_what_its_seed_says_now_was_merged_into_says_how_to_publish_that() -> None:
    now = make_article(VOTE, WIRE.seed, "Vote Called")
    first, second = compose([now], compose([WIRE])).pages
    record = Record((first,), (), (), merged=(replace(second, merged_into=first.id),))
    articles = [now, *recall_articles((*record.pages, *record.merged), [now])]

    _, problems = make_pages(articles, [*map(summarize, articles)], record, SETTINGS, LATER)

    assert [problem.severity for problem in problems] == ["warning"]
    assert f"'sitegen split {first.slug} {WIRE.seed}#1'" in problems[0].message
    assert f"'sitegen merge {second.slug} {first.slug}'" in problems[0].message


def test_a_mended_seed_is_on_record_once() -> None:
    page = keep(compose([TYPO]), WIRE)

    assert [(copy.seed, copy.digest) for copy in page.seeds] == [("wire.txt#1", WIRE.digest)]


def test_a_copy_that_is_no_longer_best_says_so_though_its_seed_has_gone() -> None:
    page = keep(compose([WIRE]), BETTER)

    assert [copy.reason.split(";")[0] for copy in page.seeds] == [
        "the text that is published",
        "under another headline",
    ]


def test_a_page_that_was_deleted_comes_back_with_its_id() -> None:
    assert compose_one([WIRE], now=LATER).id == compose_one([WIRE]).id


def test_two_published_pages_are_not_merged_by_a_copy_of_both() -> None:
    vote = make_article(VOTE, "vote.txt", title="Vote")
    first = compose([WIRE, vote])
    bridge = make_article((*FERRY[:4], *VOTE, *FERRY[4:]), "bridge.txt", title="Round-up")

    pages = compose([WIRE, vote, bridge], first, now=LATER).pages

    assert [identify(page) for page in pages] == [identify(page) for page in first.pages]
    assert [len(page.seeds) for page in pages] == [2, 1]


def test_pages_with_one_text_from_two_branches_are_both_kept() -> None:
    (page,) = compose([WIRE]).pages
    other = replace(page, id="tag:example.org,2026:other", slug="other")

    pages = compose([WIRE], Record((page, other), (), ())).pages

    assert [identify(page) for page in pages] == [identify(page), identify(other)]


def test_one_headline_over_two_articles_gives_two_slugs() -> None:
    articles = [make_article(tell(number), f"{number}.txt", title="Briefs") for number in (1, 2)]

    assert [page.slug for page in compose(articles).pages] == ["briefs", "briefs-2"]


def test_pages_of_one_build_have_moments_of_their_own() -> None:
    undated = [make_article(tell(number), f"{number}.txt") for number in range(5)]
    dated = [on_day(make_article(tell(number), f"{number}.txt"), 14) for number in range(5, 9)]

    pages = compose(undated + dated).pages

    assert len({page.dating.moment or page.first_seen for page in pages}) == 9
    assert {page.dating.moment.day for page in pages if page.dating.moment} == {14}


def test_a_page_that_a_person_changed_is_kept_and_said_so() -> None:
    first = compose([WIRE])
    edited = replace(first.pages[0], body="My own words.\n", tags=("Mine",), is_edited=True)
    record = Record((edited,), (), ())
    articles = (BETTER, WIRE, *recall_articles(record.pages, [BETTER, WIRE]))

    made, problems = make_pages(articles, tuple(map(summarize, articles)), record, SETTINGS, LATER)

    name = f"{BETTER.seed}#{BETTER.ordinal}"
    assert made.pages == (edited,)
    assert problems == (
        Problem(
            place="content/articles/ferry-runs-aground-in-fog.md",
            message=f"edited by hand, so it is kept as it is and does not record its copy {name}",
            severity="note",
        ),
    )


def test_an_edited_page_that_records_all_its_copies_says_no_more() -> None:
    first = compose([WIRE])
    record = Record((replace(first.pages[0], body="My own words.\n", is_edited=True),), (), ())

    _, problems = make_pages([WIRE], [summarize(WIRE)], record, SETTINGS, LATER)

    assert [problem.message for problem in problems] == ["edited by hand, so it is kept as it is"]


def test_pages_stand_by_slug_and_own_pages_go_through() -> None:
    articles = [
        make_article(tell(number), f"{number}.txt", title=title)
        for number, title in enumerate(["Zebra", "Apple", "Mango"])
    ]

    assert [page.slug for page in compose(articles).pages] == ["apple", "mango", "zebra"]


def test_first_mentions_lead_to_tag_pages_that_exist() -> None:
    other = make_article(FERRY_ELSEWHERE, "other.txt", title="All Safe on Grounded Ferry")

    made = compose([WIRE, other, make_article(VOTE, "vote.txt", title="Vote")])

    bodies = {page.slug: page.body for page in made.pages}
    assert [tag.slug for tag in made.tags] == ["ivo-brandt", "kestrel", "larkmoor", "port-ellery"]
    for slug in ("ferry-runs-aground-in-fog", "all-safe-on-grounded-ferry"):
        for tag in made.tags:
            assert bodies[slug].count(f"](../tags/{tag.slug}.md)") == 1
    assert "../tags/" not in bodies["vote"]


def test_a_name_that_is_only_in_a_heading_is_not_linked() -> None:
    pages = [
        make_article([Block("heading", "Kestrel"), *tell(number)], f"{number}.txt", "The Kestrel")
        for number in (1, 2)
    ]

    assert all("../tags/" not in page.body for page in compose(pages).pages)


def test_the_people_of_a_country_lead_to_its_tag() -> None:
    ship = (
        "the French ship left the quay, and her French crew stayed with the French captain. It"
        " was said that they would be back on the day after, and that nothing more could be done."
    )

    made = compose(
        make_article((ship, *tell(number, 4)), f"{number}.txt", "Ship of France Leaves")
        for number in (1, 2)
    )

    assert [page.tags for page in made.pages] == [("France",), ("France",)]
    assert all("the [French](../tags/france.md) ship" in page.body for page in made.pages)


def test_a_name_is_linked_by_its_short_form_under_an_alias() -> None:
    settings = replace(SETTINGS, tag_aliases=(("Ivo Brandt", "Captain Brandt"),))
    articles = [WIRE, make_article((*tell(1), *FERRY_ELSEWHERE), "other.txt", title="Ivo Brandt")]

    made = compose(articles, settings=settings)

    assert "Captain Brandt" in [tag.title for tag in made.tags]
    assert all("[Ivo Brandt](../tags/captain-brandt.md)" in page.body for page in made.pages)


def test_a_new_article_leaves_the_tags_of_the_others_alone() -> None:
    before = compose([WIRE, make_article(FERRY_ELSEWHERE, "other.txt", title="All Safe")])

    after = compose(
        [
            WIRE,
            make_article(FERRY_ELSEWHERE, "other.txt", title="All Safe"),
            make_article(VOTE, "vote.txt", title="Vote"),
        ],
        before,
    )

    tags = {page.slug: page.tags for page in before.pages}
    assert tags == {page.slug: page.tags for page in after.pages if page.slug != "vote"}


def test_an_edited_tag_file_is_kept_and_said_so() -> None:
    texts = [("The ferry Kestrel sailed for Mirovar.", *tell(number)) for number in (1, 2)]
    articles = [make_article(text, f"{text[1]}.txt") for text in texts]
    tag = compose(articles).tags[0]
    edited = replace(tag, is_edited=True)
    renamed = replace(edited, title="Nobody")

    for kept, severity in ((edited, "note"), (renamed, "warning")):
        record = Record((), (kept,), ())
        made, problems = make_pages(
            articles, tuple(map(summarize, articles)), record, SETTINGS, LATER
        )
        assert kept in made.tags
        assert [problem.severity for problem in problems] == [severity]


def test_two_published_pages_that_a_later_text_shows_to_be_one_are_named() -> None:
    begin = make_article(FERRY[:6], "a.txt", title="Ferry Aground, All Safe")
    end = make_article(FERRY[3:], "b.txt")
    record = compose([begin, end])
    articles = [begin, end, make_article(FERRY, "c.txt")]

    made, problems = make_pages(articles, [*map(summarize, articles)], record, SETTINGS, LATER)

    one, other = sorted(made.pages, key=lambda page: (page.first_seen, page.id))
    assert {one.id, other.id} == {page.id for page in record.pages}
    assert problems == (
        Problem(
            f"content/articles/{other.slug}.md",
            f"holds the same article as {one.slug}.md, and both are published already; make them "
            f"one with 'sitegen merge {one.slug} {other.slug}'",
            "warning",
        ),
    )
    joined = compose(articles, replace(made, pages=(one, replace(other, merged_into=one.id))))
    assert [page.id for page in joined.pages] == [one.id]
