from dataclasses import replace
from datetime import timedelta
from typing import TypeVar

import pytest

from sitegen.model.article import Caption
from sitegen.model.dating import UNKNOWN, Dating, Precision
from sitegen.model.page import Copy, OwnPage, Page, RelatedPage
from sitegen.publish.archive_views import ArchiveView, MonthView
from sitegen.publish.article_views import ArticleView
from sitegen.publish.digest_views import DigestsView, DigestView
from sitegen.publish.front_views import FrontView, ListView
from sitegen.publish.markup import Html
from sitegen.publish.moved_views import MovedView
from sitegen.publish.other_views import AboutView, FeedsView, NotFoundView, OwnPageView
from sitegen.publish.parts import Link
from sitegen.publish.story_views import StoriesView, StoryView
from sitegen.publish.tag_views import TAGS_IN_INDEX, TagsView, TagView
from sitegen.publish.views import View
from tests.publish.feed_samples import NOON, SETTINGS, make_issue
from tests.publish.site_samples import make_page, make_pages, noon, plan, views_of

Kind = TypeVar("Kind", bound=View)


def only(views: dict[str, View], address: str, kind: type[Kind]) -> Kind:
    view = views[address]
    assert isinstance(view, kind)
    return view


def article(page: Page, *others: Page, tags: tuple[str, ...] = ()) -> ArticleView:
    views = views_of(plan(page, *others, tags=tags))
    return only(views, f"articles/{page.slug}/", ArticleView)


# ------------------------------------------------------------------ all pages


def test_an_empty_site_has_every_page_that_the_navigation_leads_to() -> None:
    views = views_of(plan())

    assert list(views) == [
        "",
        "tags/",
        "stories/",
        "digest/",
        "archive/",
        "feeds/",
        "about/made/",
        "about/",
        "404.html",
    ]
    assert only(views, "", FrontView).lead is None


def test_what_has_no_date_stands_beside_the_news_and_in_a_list_of_its_own() -> None:
    news = [make_page(f"n{number}", noon(14)) for number in range(3)]
    undated = [make_page(f"u{number}", dating=UNKNOWN) for number in range(60)]

    views = views_of(plan(*news, *undated))
    front = only(views, "", FrontView)
    listed = [view for address, view in views.items() if address.startswith("undated/")]

    shown = [front.lead, *front.rest, *(one for group in front.groups for one in group.blocks)]
    assert sorted(block.card.title for block in shown if block) == ["N0", "N1", "N2"]
    assert front.undated_list.path == "undated/index.html"
    assert front.undated_list.note == "All 60 articles without a date"
    assert {card.title for card in front.undated} < {page.title for page in undated}
    blocks = [
        block.card.title
        for view in listed
        if isinstance(view, ListView)
        for group in view.groups
        for block in group.blocks
    ]
    assert sorted(blocks) == sorted(page.title for page in undated)


def test_one_more_article_without_a_date_changes_no_older_part_of_their_list() -> None:
    news = make_page("n", noon(14))
    undated = [
        make_page(f"u{number}", dating=UNKNOWN, first_seen=noon(1) + timedelta(hours=number))
        for number in range(58)
    ]

    before, after = (views_of(plan(news, *pages)) for pages in (undated[:-1], undated))

    changed = [address for address, view in after.items() if view != before.get(address)]
    listed = [address for address in after if address.startswith("undated/")]
    assert [address for address in listed if address in changed] == ["undated/"]
    assert len(listed) > 1


def test_where_nothing_has_a_date_the_front_page_goes_by_first_sight() -> None:
    views = views_of(plan(make_page("a", dating=UNKNOWN), make_page("b", dating=UNKNOWN)))
    front = only(views, "", FrontView)

    assert front.lead
    assert front.undated == ()
    assert "undated/" not in views


def test_a_view_is_a_value() -> None:
    pages = make_pages(45, tags=("Mira",), story="s")

    first, second = (views_of(plan(*pages, tags=("Mira",))) for _ in range(2))

    assert first == second
    assert len({hash(view) for view in first.values()}) == len(first)


def test_a_new_article_changes_few_of_the_other_pages() -> None:
    """The lists that hold it, its elder neighbour, and the indexes; not the older parts."""
    pages = make_pages(200)
    before = views_of(plan(*pages))
    after = views_of(plan(make_page("new", NOON + timedelta(hours=1)), *pages))

    changed = {address for address, view in before.items() if after[address] != view}

    assert changed == {
        "",
        "articles/page-0/",
        "archive/",
        "archive/2024/06/",
        "digest/",
        "digest/2024-06-14/",
        "digest/2024-W24/",
        "sources/",
        "sources/kna/",
    }


# ------------------------------------------------------------------ front page


def test_the_most_reported_event_of_the_latest_day_leads() -> None:
    pages = (
        make_page("newest", noon(14) + timedelta(hours=3)),
        make_page("report", noon(14) + timedelta(hours=2), story="s"),
        make_page("first", noon(14) + timedelta(hours=1), story="s"),
        make_page("yesterday", noon(13)),
    )

    front = only(views_of(plan(*pages)), "", FrontView)

    assert front.lead is not None
    assert front.lead.card.title == "Report"
    assert [block.card.title for block in front.rest] == ["Newest"]
    assert [group.title for group in front.groups] == ["Thursday 13 June 2024"]


def test_lists_show_what_a_summary_says_first_and_all_that_a_person_wrote() -> None:
    first = f"The ferry sat down on a bank{' in fog' * 20}."
    told = f"{first} Nobody on board was hurt, the coastguard of the islands said."
    pages = (make_page("a", summary=told), make_page("b", noon(13), summary=told, is_edited=True))
    front = only(views_of(plan(*pages)), "", FrontView)
    assert front.lead

    assert (front.lead.card.opening, front.lead.card.summary) == (first, told)
    assert front.groups[0].blocks[0].card.opening == told


def test_lists_show_the_line_under_the_headline_of_a_page_that_nobody_edited() -> None:
    pages = (
        make_page("a"),
        make_page("b", noon(13), dek="All safe", summary="The ferry sat down."),
        make_page("c", noon(12), dek="All safe", summary="By hand.", is_edited=True),
        make_page("d", noon(11), dek="", summary="The ferry sat down."),
    )
    front = only(views_of(plan(*pages)), "", FrontView)

    assert [group.blocks[0].card.opening for group in front.groups] == [
        "All safe",
        "By hand.",
        "The ferry sat down.",
    ]


def test_the_rail_lists_the_tags_of_the_front_page_and_the_latest_days() -> None:
    pages = (
        make_page("a", noon(14), tags=("Oslo", "Mira", "No page")),
        make_page("b", noon(13), tags=("Mira",)),
    )

    front = only(views_of(plan(*pages, tags=("Oslo", "Mira"))), "", FrontView)

    assert [(link.text, link.note) for link in front.tags] == [
        ("Mira", "2 articles"),
        ("Oslo", "1 article"),
    ]
    assert [link.text for link in front.days] == ["14 June 2024", "13 June 2024"]


def test_the_rail_puts_the_tags_with_most_articles_first_and_counts_all_of_them() -> None:
    recent = make_pages(39, tags=("Ada", "bela", "Cato"))
    older = make_page("older", noon(1), tags=("Cato",))

    front = only(views_of(plan(*recent, older, tags=("Cato", "bela", "Ada"))), "", FrontView)

    assert [(link.text, link.note) for link in front.tags] == [
        ("Cato", "40 articles"),
        ("Ada", "39 articles"),
        ("bela", "39 articles"),
    ]


def test_older_articles_stand_in_numbered_parts() -> None:
    views = views_of(plan(*make_pages(45)))

    oldest = only(views, "page/1/", ListView)

    assert sum(len(group.blocks) for group in oldest.groups) == 20
    assert oldest.summary == "12 – 13 June 2024"
    assert "page/2/" not in views


# ------------------------------------------------------------------ articles


def test_an_article_says_who_when_and_how_long() -> None:
    page = make_page("a", dating=Dating(NOON, "day", "on Friday"), words=480)

    view = article(page)

    assert (view.source, view.byline) == ("KNA", "Zoë Dorn")
    assert (view.date, view.moment, view.evidence) == ("14 June 2024", "2024-06-14", "on Friday")
    assert view.length == "480 words, 3 minutes"


def test_an_article_has_its_line_under_the_headline_and_machines_know_where_it_was_written() -> (
    None
):
    view = article(make_page("a", dek="All safe", place="ORLE"))

    assert (view.dek, view.place) == ("All safe", "ORLE")
    assert '"alternativeHeadline":"All safe","dateline":"ORLE"' in view.head.data.text


def test_an_article_without_them_claims_neither() -> None:
    data = article(make_page("a")).head.data.text

    assert "alternativeHeadline" not in data
    assert "dateline" not in data


def test_an_undated_article_says_so_and_gives_machines_no_date() -> None:
    view = article(make_page("a", dating=UNKNOWN))

    assert view.date == "date unknown, seen on 14 June 2024"
    assert (view.moment, view.head.published) == ("", "")
    assert "datePublished" not in view.head.data.text


@pytest.mark.parametrize(
    ("precision", "way"),
    [
        ("day", ["Latest", "June 2024", "14 June 2024"]),
        ("month", ["Latest", "June 2024"]),
        ("year", ["Latest"]),
    ],
)
def test_the_way_to_an_article_ends_where_no_more_of_its_date_is_known(
    precision: Precision, way: list[str]
) -> None:
    view = article(make_page("a", dating=Dating(NOON, precision, "")))

    assert [link.text for link in view.trail] == way


def test_the_evidence_of_a_date_says_what_it_is_and_what_contradicts_it() -> None:
    stated = article(make_page("a", dating=Dating(NOON, "day", "14 June", contrary="3 May")))
    shown = article(make_page("a", dating=Dating(NOON, "month", "A lamp", "shown")))

    assert (stated.evidence_kind, stated.evidence) == ("Date as stated", "14 June")
    assert (stated.contrary, shown.contrary) == ("3 May", "")
    assert shown.evidence_kind == "Month told by what the report says and shows"


@pytest.mark.parametrize("where", ["stated in wire.toml", "the field 'date' of line 1"])
def test_a_date_stated_beside_the_text_needs_no_words_for_readers(where: str) -> None:
    beside = Dating(NOON, "day", f"2024-06-14, {where}")
    doubted = Dating(NOON, "day", "14 June", contrary=f"2024-05-03, {where}")

    assert article(make_page("a", dating=beside)).evidence == ""
    contradicted = article(make_page("a", dating=replace(beside, contrary="3 May")))
    assert (contradicted.evidence, contradicted.contrary) == ("2024-06-14", "3 May")
    assert article(make_page("a", dating=doubted)).contrary == "2024-05-03"


def test_of_long_evidence_readers_see_both_ends() -> None:
    long = f"The ferry sank on Monday {'in the fog ' * 30}as pictures of June 14, 2024 show."

    shown = article(make_page("a", dating=Dating(NOON, "month", long, "shown"))).evidence

    assert len(shown) < 170
    assert shown.startswith("The ferry sank on Monday in")
    assert " … " in shown
    assert shown.endswith("fog as pictures of June 14, 2024 show.")


def test_the_calendar_counts_no_page_of_which_only_the_month_is_known() -> None:
    month = make_page("m", dating=Dating(noon(1), "month", "June 2024"))

    view = only(views_of(plan(month)), "archive/2024/06/", MonthView)

    assert {cell.path for week in view.weeks for cell in week} == {""}
    assert [group.title for group in view.groups] == ["June 2024"]


@pytest.mark.parametrize(
    ("agency", "source", "url", "expected"),
    [
        ("KNA", "The Post", "https://post.example/a", "KNA"),
        ("", "The Post", "https://post.example/a", "The Post"),
        ("", "", "https://post.example/a", "post.example"),
        ("", "", "", ""),
    ],
)
def test_the_source_is_named_as_well_as_it_is_known(
    agency: str, source: str, url: str, expected: str
) -> None:
    assert article(make_page("a", agency=agency, source=source, url=url)).source == expected


@pytest.mark.parametrize(
    ("url", "original"),
    [("https://post.example/a", "https://post.example/a"), ("javascript:alert(1)", ""), ("", "")],
)
def test_only_an_address_of_the_web_is_linked_as_the_original(url: str, original: str) -> None:
    assert article(make_page("a", url=url)).original == original


def test_an_article_says_whose_it_is_where_that_is_known() -> None:
    view = article(make_page("a", rights="© The Post"))

    assert view.rights == "© The Post"
    assert '"copyrightNotice":"© The Post"' in view.head.data.text
    assert "copyrightNotice" not in article(make_page("a")).head.data.text


def test_links_in_a_text_lead_to_pages_and_never_to_what_is_not_published() -> None:
    body = "[Mira](../tags/mira.md), [thin](../tags/thin.md), [draft](draft.md), [b](b.md)"
    pages = (make_page("a", body=body, tags=("Mira",)), make_page("b"))
    draft = make_page("draft", draft=True)

    view = article(*pages, draft, tags=("Mira",))

    assert view.body == Html(
        '<p><a href="../../tags/mira/index.html">Mira</a>, thin, draft, '
        '<a href="../b/index.html">b</a></p>'
    )


def test_tags_without_a_page_are_named_without_a_link_behind_those_that_lead_on() -> None:
    view = article(make_page("a", tags=("Rare", "Mira")), tags=("Mira",))

    assert view.tags == (Link("Mira", "tags/mira/index.html"), Link("Rare", ""))


def test_related_articles_bear_their_reason_and_their_present_title() -> None:
    related = (
        RelatedPage(slug="b", title="Old title", reason="shares Mira"),
        RelatedPage(slug="gone", title="Gone", reason="shares Oslo"),
    )

    view = article(make_page("a", related=related), make_page("b"))

    assert view.related == (Link("B", "articles/b/index.html", "shares Mira"),)


def test_a_report_of_the_same_story_is_not_related_besides() -> None:
    related = (RelatedPage(slug="b", title="B", reason="shares Mira"),)

    view = article(make_page("a", related=related, story="s"), make_page("b", story="s"))

    assert view.related == ()
    assert [report.card.title for report in view.same_story] == ["B"]


def test_the_other_reports_of_the_story_are_listed_newest_first_and_not_endlessly() -> None:
    pages = make_pages(12, story="s")

    view = article(pages[5], *pages[:5], *pages[6:])

    assert [report.card.title for report in view.same_story][:6] == [
        *("Page-0", "Page-1", "Page-2", "Page-3", "Page-4", "Page-6"),
    ]
    assert len(view.same_story) == 8
    assert view.story == Link("Page-11", "stories/s/index.html", "The whole story in 12 reports")


def test_another_report_is_told_by_the_names_that_this_one_lacks() -> None:
    names = ("Ellery", "Mira Solberg", "Pell", "Dacre", "Orle")

    view = article(
        make_page("a", story="s", entities=("PORT ELLERY", "Dacre")),
        make_page("b", story="s", entities=names),
        make_page("c", story="s", entities=("Dacre",)),
    )

    assert {report.card.title: report.note for report in view.same_story} == {
        "B": "also names Mira Solberg, Pell, Orle",
        "C": "",
    }


def test_every_copy_is_named_with_its_reason() -> None:
    copy = Copy(seed="a/b.txt", digest="0" * 16, words=1_234, score=0.974, reason="same text")

    (line,) = article(make_page("a", seeds=(copy,))).copies

    assert (line.seed, line.note) == ("a/b.txt", "1,234 words, same text")


def test_captions_and_a_broken_off_text_are_shown() -> None:
    captions = (Caption("A boat.", "Mats Oyen"),)

    view = article(make_page("a", captions=captions, is_truncated=True))

    assert view.captions == captions
    assert view.is_truncated


def test_articles_lead_to_their_neighbours_in_time() -> None:
    pages = make_pages(3)

    middle = article(pages[1], pages[0], pages[2])

    assert middle.newer == Link("Page-0", "articles/page-0/index.html")
    assert middle.older == Link("Page-2", "articles/page-2/index.html")
    assert article(pages[0]).newer is None
    assert article(pages[0]).older is None


def test_the_way_back_leads_over_month_and_day() -> None:
    view = article(make_page("a"))

    assert view.trail == (
        Link("Latest", "index.html"),
        Link("June 2024", "archive/2024/06/index.html"),
        Link("14 June 2024", "digest/2024-06-14/index.html"),
    )


@pytest.mark.parametrize(("lang", "language"), [("en", ""), ("ar", "ar"), ("", "")])
def test_an_article_names_its_language_only_where_it_is_another(lang: str, language: str) -> None:
    assert article(make_page("a", lang=lang)).language == language


@pytest.mark.parametrize(
    ("lang", "direction"), [("en", "auto"), ("ar", "rtl"), ("de", "ltr"), ("", "auto")]
)
def test_a_text_in_another_language_runs_as_that_is_written(lang: str, direction: str) -> None:
    """The first letter decides only where the language is not known to be another."""
    assert article(make_page("a", lang=lang)).direction == direction


# ------------------------------------------------------------------ tags


def test_a_tag_page_lists_its_articles_by_month_with_a_chart_and_companions() -> None:
    pages = (
        make_page("a", noon(14), tags=("Mira", "Oslo")),
        make_page("b", noon(1) - timedelta(days=3), tags=("Mira", "Oslo", "Rare")),
    )

    views = views_of(plan(*pages, tags=("Mira", "Oslo", "Rare")))
    view = only(views, "tags/mira/", TagView)

    assert view.summary == "2 articles, 29 May – 14 June 2024"
    assert [(group.title, group.path) for group in view.groups] == [
        ("June 2024", "archive/2024/06/index.html"),
        ("May 2024", "archive/2024/05/index.html"),
    ]
    assert view.companions == (Link("Oslo", "tags/oslo/index.html", "2 articles"),)
    assert view.chart is not None
    assert view.head.feeds[0].path == "tags/mira/atom.xml"


def test_the_older_parts_of_a_tag_do_not_change_with_its_newest_article() -> None:
    pages = make_pages(45, tags=("Mira",))
    before = views_of(plan(*pages, tags=("Mira",)))
    new = make_page("new", NOON + timedelta(days=30), tags=("Mira",))
    after = views_of(plan(new, *pages, tags=("Mira",)))

    assert before["tags/mira/page/1/"] == after["tags/mira/page/1/"]
    assert only(after, "tags/mira/page/1/", TagView).chart is None


def test_the_index_lists_tags_under_their_letters() -> None:
    page = make_page("a", tags=("Åsa", "Mira", "mole"))

    view = only(views_of(plan(page, tags=("Åsa", "Mira", "mole"))), "tags/", TagsView)

    assert [(letter.title, len(letter.tags)) for letter in view.letters] == [("M", 2), ("Å", 1)]
    assert view.parts == ()


def test_the_index_of_tags_says_what_is_drawn_beside_them_where_something_is() -> None:
    for dating, summary in (
        (Dating(NOON, "day", ""), "1 tag, with the articles a week to 16 June 2024"),
        (UNKNOWN, "1 tag"),
    ):
        page = make_page("a", dating=dating, tags=("Mira",))

        assert only(views_of(plan(page, tags=("Mira",))), "tags/", TagsView).summary == summary


def test_a_long_index_of_tags_has_parts_that_say_what_is_in_them() -> None:
    titles = tuple(f"T{number:04}" for number in range(TAGS_IN_INDEX + 1))

    views = views_of(plan(make_page("a", tags=titles), tags=titles))

    parts = only(views, "tags/page/2/", TagsView).parts
    assert [(part.text, part.path, part.is_current) for part in parts] == [
        ("T0000 – T0099", "tags/index.html", False),
        ("T0100 – T0100", "tags/page/2/index.html", True),
    ]


# ------------------------------------------------------------------ stories


def test_a_story_tells_its_reports_from_the_first_on() -> None:
    pages = (make_page("later", noon(15), story="s"), make_page("first", noon(13), story="s"))
    views = views_of(plan(*pages))

    story = only(views, "stories/s/", StoryView)
    (link,) = only(views, "stories/", StoriesView).stories

    assert [day.title for day in story.days] == [
        "Thursday 13 June 2024",
        "Saturday 15 June 2024",
    ]
    assert link == Link("First", "stories/s/index.html", "2 reports, 13 – 15 June 2024")


def test_a_story_says_whom_its_reports_come_from() -> None:
    agencies = {"a": "KNA", "b": "Ledger", "c": "KNA", "d": ""}
    pages = [make_page(slug, agency=agency, story="s") for slug, agency in agencies.items()]

    def say(*those: Page) -> str:
        return only(views_of(plan(*those)), "stories/s/", StoryView).sources

    assert say(*pages[:3]) == "KNA (2), Ledger"
    assert say(*pages) == "KNA (2), Ledger and 1 of unknown source"
    assert say(pages[3], replace(pages[3], id="e", slug="e")) == ""


def test_a_story_shows_what_each_report_adds_and_where_their_numbers_differ() -> None:
    first = make_page(
        "first",
        noon(13),
        story="s",
        body="The ferry Mira ran aground off Oslo in thick fog with 312 people aboard.",
    )
    second = make_page(
        "second",
        noon(14),
        story="s",
        body="The ferry Mira ran aground off Oslo with 290 people aboard. Tugs from Larkmoor "
        "pulled her free at noon with a chain that a farmer had lent them.",
    )

    story = only(views_of(plan(second, first)), "stories/s/", StoryView)

    assert [report.additions for day in story.days for report in day.reports] == [
        (),
        ("Tugs from Larkmoor pulled her free at noon with a chain that a farmer had lent them.",),
    ]
    (differing,) = story.disagreements
    assert differing.thing == "people"
    assert [(said.quote, said.path) for said in differing.said] == [
        ("Oslo in thick fog with 312 people aboard", "articles/first/index.html"),
        ("ran aground off Oslo with 290 people aboard", "articles/second/index.html"),
    ]


def test_an_article_leads_to_the_reports_before_and_after_it_in_a_long_story() -> None:
    pages = [make_page(f"r{number}", noon(number), story="s") for number in range(4, 14)]
    views = views_of(plan(*pages, make_page("other", noon(12))))

    middle = only(views, "articles/r12/", ArticleView)
    last = only(views, "articles/r13/", ArticleView)

    assert middle.before == Link("R11", "articles/r11/index.html")
    assert middle.after == Link("R13", "articles/r13/index.html")
    assert (last.before, last.after) == (Link("R12", "articles/r12/index.html"), None)
    assert only(views, "articles/other/", ArticleView).before is None


def test_a_short_story_is_listed_beside_its_articles_and_not_told_twice() -> None:
    pages = [make_page(f"r{number}", noon(number), story="s") for number in range(5, 14)]

    middle = only(views_of(plan(*pages)), "articles/r12/", ArticleView)

    assert len(middle.same_story) == 8
    assert (middle.before, middle.after) == (None, None)


def test_a_long_story_has_parts() -> None:
    views = views_of(plan(*make_pages(45, story="s")))

    earlier = only(views, "stories/s/page/1/", StoryView)

    assert earlier.days[0].reports[0].card.title == "Page-44"
    assert earlier.title == "Page-44, part 1"


# ------------------------------------------------------------------ digests


def test_a_day_stands_under_its_topics_and_each_article_once() -> None:
    to_a = (RelatedPage("a", "A", "also about Mira"),)
    pages = (
        make_page("a", tags=("Mira", "Oslo")),
        make_page("b", tags=("Mira", "Oslo"), related=to_a),
        make_page("c", tags=("Mira",), related=to_a),
        make_page("d", tags=("Oslo", "Rare")),
        make_page("e", tags=("Rare",)),
        make_page("f"),
    )

    view = only(views_of(plan(*pages, tags=("Mira", "Oslo"))), "digest/2024-06-14/", DigestView)

    assert [
        (group.title, sorted(block.card.title for block in group.blocks)) for group in view.groups
    ] == [("Mira", ["A", "B", "C"]), ("Other news", ["D", "E", "F"])]


def test_a_day_without_topics_needs_no_heading() -> None:
    view = only(views_of(plan(make_page("a"))), "digest/2024-06-14/", DigestView)

    assert [group.title for group in view.groups] == [""]


def test_a_day_of_articles_without_a_date_says_so_once() -> None:
    lost = make_page("a", dating=UNKNOWN)

    alone = only(views_of(plan(lost)), "digest/2024-06-14/", DigestView)
    mixed = only(views_of(plan(lost, make_page("b"))), "digest/2024-06-14/", DigestView)

    assert alone.summary == "1 article, date unknown"
    assert [block.card.clock for block in alone.groups[0].blocks] == [""]
    assert mixed.summary == "2 articles"
    assert "date unknown" in [block.card.clock for block in mixed.groups[0].blocks]


def test_days_and_weeks_lead_to_their_neighbours() -> None:
    pages = (make_page("a", noon(14)), make_page("b", noon(10)), make_page("c", noon(5)))
    views = views_of(plan(*pages))

    day = only(views, "digest/2024-06-10/", DigestView)
    week = only(views, "digest/2024-W24/", DigestView)

    assert day.later == Link("Friday 14 June 2024", "digest/2024-06-14/index.html")
    assert day.earlier is not None
    assert day.earlier.path == "digest/2024-06-05/index.html"
    assert week.title == "Week 24, 10 – 16 June 2024"
    assert (week.later, week.kind) == (None, "week")


def test_a_day_leads_to_its_week_and_a_week_to_its_days_the_first_one_first() -> None:
    pages = (make_page("a", noon(14)), make_page("b", noon(10)), make_page("c", noon(5)))
    views = views_of(plan(*pages, issues=(make_issue("2024-06-10"),)))

    issued = only(views, "digest/2024-06-10/", DigestView)
    week = only(views, "digest/2024-W24/", DigestView)

    assert [link.path for link in issued.ways] == ["digest/2024-W24/index.html"]
    assert [link.path for link in week.ways] == [
        "digest/2024-06-10/index.html",
        "digest/2024-06-14/index.html",
    ]


def test_a_digest_that_is_out_shows_its_own_text_and_what_came_later() -> None:
    told = make_page("ferry-late")
    views = views_of(plan(told, make_page("later"), issues=(make_issue("2024-06-14"),)))

    view = only(views, "digest/2024-06-14/", DigestView)

    assert view.is_issued
    assert '<a href="../../articles/ferry-late/index.html">Ferry late</a>' in view.body.text
    assert [group.title for group in view.groups] == ["Came later"]
    assert [block.card.title for block in view.groups[0].blocks] == ["Later"]
    assert view.summary.endswith("2 articles")


def test_a_digest_with_a_title_of_its_own_says_its_day_in_the_list_and_on_its_page() -> None:
    issue = make_issue("2024-06-14", title="The day of the swan")
    plain = make_issue("2024-06-10", title="Monday 10 June 2024")
    views = views_of(plan(make_page("ferry-late"), issues=(issue, plain)))

    day = only(views, "digest/2024-06-14/", DigestView)
    days = {link.text: link.note for link in only(views, "digest/", DigestsView).weeks[0].days}

    assert (day.title, day.summary) == ("The day of the swan", "Friday 14 June 2024 · 1 article")
    assert days["The day of the swan"].startswith("Friday 14 June 2024 · ")
    assert days["Monday 10 June 2024"] == "1 article"


def test_a_digest_that_is_not_out_shows_what_has_come_so_far() -> None:
    view = only(views_of(plan(make_page("a"))), "digest/2024-06-14/", DigestView)

    assert not view.is_issued
    assert not view.body.text
    assert len(view.groups) == 1


def test_a_digest_whose_articles_are_gone_has_its_page_still() -> None:
    view = only(
        views_of(plan(issues=(make_issue("2024-06-14"),))), "digest/2024-06-14/", DigestView
    )

    assert view.is_issued
    assert view.groups == ()


def test_the_list_of_digests_shows_each_week_with_its_days() -> None:
    pages = (make_page("a", noon(14)), make_page("b", noon(10)), make_page("c", noon(5)))

    view = only(views_of(plan(*pages)), "digest/", DigestsView)

    assert [(week.week.text, len(week.days)) for week in view.weeks] == [
        ("Week 24, 10 – 16 June 2024", 2),
        ("Week 23, 3 – 9 June 2024", 1),
    ]


def test_a_day_with_many_articles_has_parts() -> None:
    undated = tuple(replace(page, dating=UNKNOWN, first_seen=NOON) for page in make_pages(45))

    views = views_of(plan(*undated))

    assert only(views, "digest/2024-06-14/page/1/", DigestView).title.endswith(", part 1")
    assert "archive/2024/06/page/1/" in views


# ------------------------------------------------------------------ archive


def test_the_archive_tints_its_months_by_how_much_they_hold() -> None:
    pages = (
        make_page("a", noon(14)),
        make_page("b", noon(13)),
        make_page("d", noon(12)),
        make_page("c", noon(1).replace(month=3)),
    )

    (year,) = only(views_of(plan(*pages)), "archive/", ArchiveView).years

    assert (year.title, year.summary, len(year.months)) == ("2024", "4 articles", 12)
    june, march, may = year.months[5], year.months[2], year.months[4]
    assert (june.tint, march.tint, may.tint) == (3, 1, 0)
    assert (june.path, may.path) == ("archive/2024/06/index.html", "")
    assert (june.label, june.note, may.note) == ("June 2024", "3", "")


def test_a_month_has_a_calendar_that_leads_to_its_days() -> None:
    pages = (make_page("a", noon(14)), make_page("b", noon(14).replace(month=4)))

    view = only(views_of(plan(*pages)), "archive/2024/06/", MonthView)

    assert [len(week) for week in view.weeks] == [7] * 5
    cells = {cell.text: cell for week in view.weeks for cell in week if cell.text}
    assert list(cells) == [str(number) for number in range(1, 31)]
    assert cells["14"].path == "digest/2024-06-14/index.html"
    assert not cells["13"].path
    assert view.earlier == Link("April 2024", "archive/2024/04/index.html")
    assert view.later is None


def test_a_month_with_many_articles_counts_all_of_them_and_each_older_part_its_own() -> None:
    views = views_of(plan(*(make_page(f"a-{number}", noon(14)) for number in range(60))))

    first = only(views, "archive/2024/06/", MonthView)
    second = only(views, "archive/2024/06/page/1/", MonthView)

    assert first.summary == "60 articles"
    assert sum(len(group.blocks) for group in first.groups) < 60
    assert second.summary == f"{sum(len(group.blocks) for group in second.groups)} articles"
    assert (len(first.weeks), second.weeks) == (5, ())


# ------------------------------------------------------------------ other pages


def test_the_subscribe_page_gives_addresses_to_copy() -> None:
    page = make_page("a", tags=("Mira",))

    view = only(views_of(plan(page, tags=("Mira",))), "feeds/", FeedsView)

    assert [feed.url for feed in view.feeds[0].feeds] == [
        "https://example.org/news/atom.xml",
        "https://example.org/news/rss.xml",
        "https://example.org/news/feed.json",
    ]
    assert [found.title for found in view.tags] == ["Mira"]


def test_a_site_says_how_it_is_made_whatever_a_person_says_of_it() -> None:
    own = OwnPage("We", "about", "Us.")

    for views in (views_of(plan()), views_of(plan(own=(own,)))):
        account = only(views, "about/made/", AboutView)
        assert (account.title, account.site.about_page) == (
            "How this site is made",
            "about/made/index.html",
        )
    assert only(views_of(plan()), "about/", MovedView).path == "about/made/index.html"
    assert only(views_of(plan(own=(own,))), "about/", OwnPageView).title == "We"


def test_an_own_page_is_markdown_with_links_to_articles() -> None:
    own = OwnPage("About", "about", "*We* link [a](../articles/a.md).")

    view = only(views_of(plan(make_page("a"), own=(own,))), "about/", OwnPageView)

    assert view.body == Html('<p><em>We</em> link <a href="../articles/a/index.html">a</a>.</p>')


def test_the_page_for_lost_readers_has_absolute_links() -> None:
    view = only(views_of(plan()), "404.html", NotFoundView)

    assert view.site.root == SETTINGS.base_url


def test_a_former_address_leads_to_the_present_one() -> None:
    pages = (make_page("a", aliases=("old", "b")), make_page("b"), make_page("c", aliases=("old",)))

    views = views_of(plan(*pages))

    moved = only(views, "articles/old/", MovedView)
    assert (moved.path, moved.title) == ("articles/c/index.html", "C")
    assert isinstance(views["articles/b/"], ArticleView)


def test_the_address_of_a_story_that_is_no_more_leads_to_what_became_of_it() -> None:
    pages = (
        make_page("a", noon(16), story="storm", former_stories=("flood",)),
        make_page("b", noon(15), story="storm", former_stories=("flood", "rain")),
        make_page("c", noon(14), former_stories=("rain", "hail")),
        make_page("d", noon(13), story="snow", former_stories=("hail", "storm")),
    )

    views = views_of(plan(*pages))

    ways = {
        address.split("/")[1]: view.path
        for address, view in views.items()
        if isinstance(view, MovedView) and address != "about/"
    }
    assert ways == {
        "flood": "stories/storm/index.html",
        "rain": "stories/storm/index.html",
        "hail": "articles/d/index.html",
        "snow": "articles/d/index.html",
    }
    assert isinstance(views["stories/storm/"], StoryView)


def test_what_a_split_left_in_a_story_answers_for_it_though_it_is_alone() -> None:
    """Those that left have become a story with others, which a person keeps apart from it."""
    pages = (
        make_page("a", noon(16), story="eels"),
        make_page("b", noon(15), story="eels", former_stories=("ponds",), is_story_by_hand=True),
        make_page("c", noon(14), story="ponds", is_story_by_hand=True),
    )

    views = views_of(plan(*pages))

    assert only(views, "stories/ponds/", MovedView).path == "articles/c/index.html"


def test_a_name_that_means_a_tag_leads_to_it() -> None:
    settings = replace(SETTINGS, tag_aliases=(("Miran", "Mira"), ("Oslo", "Mira"), ("A", "Gone")))
    pages = make_pages(2, tags=("Mira", "Oslo"))

    views = views_of(plan(*pages, tags=("Mira", "Oslo"), settings=settings))

    assert only(views, "tags/miran/", MovedView).path == "tags/mira/index.html"
    assert isinstance(views["tags/oslo/"], TagView)
    assert "tags/a/" not in views
