from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from sitegen.corpus import issue_digests
from sitegen.model.dating import UNKNOWN, Dating
from sitegen.model.digest import Introduction, Issue
from sitegen.model.page import Page, RelatedPage, TagPage
from sitegen.model.record import Record
from tests.publish.feed_samples import SETTINGS
from tests.publish.site_samples import make_page, noon

NOW = noon(20)


def issue(*pages: Page, record: Record | None = None, now: datetime = NOW) -> Record:
    """Return the record after a build that found these pages, and tags of theirs with a page."""
    before = record or Record(pages=(), tags=(), own=())
    tags = tuple(
        TagPage(title, title.lower(), (), is_edited=False)
        for title in sorted({tag for page in pages for tag in page.tags})
    )
    return issue_digests(replace(before, pages=pages, tags=tags), SETTINGS, now)


def by_slug(record: Record) -> dict[str, Issue]:
    return {one.slug: one for one in record.issues}


def point(slug: str) -> tuple[RelatedPage, ...]:
    return (RelatedPage(slug, slug.title(), "also about Orle"),)


def seen(slug: str, dated: int, first_seen: int, **changes: object) -> Page:
    """Return a page that is dated to a day of June and came on another."""
    dating = Dating(noon(dated), "day", "")
    return make_page(slug, noon(dated), dating=dating, first_seen=noon(first_seen), **changes)


def test_a_day_is_issued_when_something_has_come_on_a_later_one() -> None:
    friday = make_page("friday", noon(14))

    assert by_slug(issue(friday)) == {}
    assert list(by_slug(issue(friday, make_page("saturday", noon(15))))) == ["2024-06-14"]


def test_time_alone_issues_nothing() -> None:
    assert issue(make_page("friday", noon(14)), now=noon(30)).issues == ()


def test_old_articles_are_issued_at_once_each_under_its_day_and_its_week() -> None:
    issues = by_slug(issue(seen("a", 4, 20), seen("b", 5, 20), seen("c", 12, 20)))

    assert list(issues) == ["2024-06-04", "2024-06-05", "2024-06-12", "2024-W23", "2024-W24"]
    assert issues["2024-W23"].articles == ("a", "b")
    assert issues["2024-W23"].title == "Week 23, 3 – 9 June 2024"
    assert issues["2024-06-12"].id == "tag:example.org,2026:sitegen/digest/2024-06-12"
    assert issues["2024-06-12"].issued == NOW


def test_what_is_issued_stays_as_it_is() -> None:
    before = issue(seen("a", 4, 20))

    after = issue(seen("a", 4, 20, title="Another title", tags=("Mira",)), record=before)

    assert after.issues == before.issues


def test_a_late_article_goes_into_the_next_issue_and_is_marked() -> None:
    before = issue(seen("a", 4, 10), make_page("b", noon(10)))
    late = seen("late", 4, 12, title="Ferry found")

    after = by_slug(
        issue(seen("a", 4, 10), make_page("b", noon(10)), late, make_page("c", noon(20)),
              record=before)
    )  # fmt: skip

    assert after["2024-06-04"].articles == ("a",)
    assert after["2024-06-12"].late == after["2024-06-12"].articles == ("late",)
    assert "## Came late\n\n### [Ferry found](../articles/late.md)" in after["2024-06-12"].body
    assert "*Dated Tuesday 4 June 2024.*" in after["2024-06-12"].body


def test_what_an_editor_takes_out_does_not_come_back_and_what_is_linked_is_told() -> None:
    pages = (seen("a", 4, 20), seen("b", 4, 20))
    before = issue(*pages)
    cut = replace(by_slug(before)["2024-06-04"], linked=("b",), body="Only b.", is_edited=True)
    own = replace(cut, slug="2024-06-05", articles=(), linked=("c",))
    kept = tuple(one for one in before.issues if one.slug != "2024-06-04")

    record = replace(before, issues=(*kept, cut, own))
    after = by_slug(issue(*pages, seen("c", 5, 20), make_page("d", noon(22)), record=record))

    assert after["2024-06-04"] == cut
    assert after["2024-06-05"] == own
    assert "2024-06-20" not in after  # a is not late, and c is told of


def test_a_digest_that_cannot_be_read_is_not_issued_anew() -> None:
    held = Record(pages=(), tags=(), own=(), held_issues=("2024-06-04",))

    after = issue(seen("a", 4, 20), record=held)

    assert list(by_slug(after)) == ["2024-W23"]


def test_a_draft_is_told_of_when_it_is_none_any_more() -> None:
    pages = (seen("a", 4, 10), make_page("b", noon(10)), make_page("c", noon(12)))
    before = issue(*pages, seen("draft", 4, 10, draft=True))

    waiting = issue(*pages, seen("draft", 4, 10), record=before)
    after = issue(*pages, seen("draft", 4, 10), make_page("d", noon(13)), record=waiting)

    assert by_slug(before)["2024-06-10"].articles == ("b",)
    assert waiting.issues == before.issues
    assert by_slug(after)["2024-06-12"].late == ("draft",)


def test_an_article_without_a_day_belongs_to_the_day_of_its_coming() -> None:
    undated = make_page("undated", noon(10), dating=UNKNOWN)
    month = make_page("month", noon(10), dating=Dating(noon(1), "month", ""))

    issues = by_slug(issue(undated, month, make_page("c", noon(20))))

    assert issues["2024-06-10"].articles == ("month", "undated")


def test_a_day_is_that_of_the_readers() -> None:
    late = make_page("late", datetime(2024, 6, 14, 22, 30, tzinfo=UTC))
    settings = replace(SETTINGS, timezone=ZoneInfo("Europe/Oslo"))
    record = Record(pages=(late, make_page("c", noon(20))), tags=(), own=())

    assert "2024-06-15" in by_slug(issue_digests(record, settings, NOW))


def test_the_story_that_most_sources_tell_comes_first_and_the_others_under_topics() -> None:
    pages = (
        seen("lone", 4, 20, words=900, agency="KNA"),
        seen("flood-1", 4, 20, story="flood", tags=("Mira",), agency="KNA"),
        seen("flood-2", 4, 20, story="flood", tags=("Mira",), agency="Ledger"),
        seen("bridge", 4, 20, words=50, tags=("Mira", "Oslo"), agency=""),
        seen("pier", 4, 20, words=40, tags=("Oslo",), agency="KNA", related=point("bridge")),
    )

    issue_of_day = by_slug(issue(*pages))["2024-06-04"]

    assert issue_of_day.body.split("\n\n") == [
        "## Top story",
        "### [Flood-2](../articles/flood-2.md)",
        "A ferry was late.",
        "*Ledger*",
        "- *KNA:* [Flood-1](../articles/flood-1.md)",
        "## [Oslo](../tags/oslo.md)",
        "### [Bridge](../articles/bridge.md)",
        "A ferry was late.",
        "### [Pier](../articles/pier.md)",
        "A ferry was late.",
        "*KNA*",
        "## Other news",
        "### [Lone](../articles/lone.md)",
        "A ferry was late.",
        "*KNA*",
    ]
    assert issue_of_day.summary == "Flood-2 · Lone · Bridge"


def test_what_happened_in_one_town_is_no_topic_unless_it_is_related() -> None:
    school = seen("school", 4, 20, words=90, tags=("Velle",))
    match = seen("match", 4, 20, words=80, tags=("Velle",))
    pair = [seen("match-1", 4, 20, story="match", agency=name) for name in ("KNA", "Ledger")]
    pair = [replace(page, id=page.agency, slug=page.agency.lower()) for page in pair]

    assert "## [Velle]" not in by_slug(issue(school, match))["2024-06-04"].body
    assert "## Stories" in by_slug(issue(school, match))["2024-06-04"].body
    assert "## Other news" in by_slug(issue(school, match, *pair))["2024-06-04"].body
    tied = replace(match, related=point("school"))
    assert "## [Velle]" in by_slug(issue(school, tied))["2024-06-04"].body


def test_a_topic_is_what_many_stories_share_and_few_others() -> None:
    everywhere = [seen(f"old-{number}", 2, 20, tags=("Velmark",)) for number in range(20)]
    here, there = ("Velmark",), ("Velmark", "Pier")
    today = [seen(f"a-{number}", 4, 20, tags=here, related=point("a-0")) for number in range(3)]
    pier = [seen(f"p-{number}", 4, 20, tags=there, related=point("p-0")) for number in range(3)]

    body = by_slug(issue(*everywhere, *today, *pier))["2024-06-04"].body

    assert [line for line in body.split("\n") if line.startswith("## ")] == [
        "## [Velmark](../tags/velmark.md)",
        "## [Pier](../tags/pier.md)",
    ]


def test_a_week_names_the_day_of_each_story() -> None:
    assert "*KNA · Tuesday*" in by_slug(issue(seen("a", 4, 20)))["2024-W23"].body


def test_a_busy_day_tells_the_rest_in_brief_and_counts_what_is_left() -> None:
    pages = tuple(seen(f"a{number:03}", 4, 20) for number in range(120))

    body = by_slug(issue(*pages))["2024-06-04"].body

    assert body.count("### ") == 30
    assert body.count("\n- [") == 70
    assert body.endswith("\n\nAnd 20 more.")


def test_what_a_text_says_is_no_markup() -> None:
    page = seen("a", 4, 20, title="[1] *2*", summary="1. <b>", agency="_K_")

    body = by_slug(issue(page))["2024-06-04"].body

    assert "### [\\[1\\] \\*2\\*](../articles/a.md)\n\n1\\. &lt;b>\n\n*\\_K\\_*" in body


COMINGS = st.lists(
    st.tuples(st.integers(0, 20), st.integers(0, 8), st.booleans()), min_size=1, max_size=12
)


@given(COMINGS)
def test_every_article_is_told_of_once_a_day_and_once_a_week(
    comings: list[tuple[int, int, bool]],
) -> None:
    """Builds day after day; each article is in one issue of each kind, or still to be told of."""
    record = Record(pages=(), tags=(), own=())
    pages: list[Page] = []
    first_seen = noon(1)
    for number, (delay, age, is_known) in enumerate(comings):
        first_seen += timedelta(days=delay)
        dating = Dating(first_seen - timedelta(days=age), "day", "") if is_known else UNKNOWN
        pages.append(make_page(f"p{number}", first_seen, dating=dating))
        record = issue(*pages, record=record, now=first_seen)
        assert issue(*pages, record=record, now=first_seen) == record
    after = issue(*pages, make_page("last", first_seen + timedelta(days=60)), record=record)
    for is_week in (False, True):
        told = [
            name for one in after.issues if (one.kind == "week") == is_week for name in one.articles
        ]
        assert sorted(told) == sorted(page.id for page in pages)


def test_what_an_editor_wrote_before_stands_above_the_stories_of_the_digest() -> None:
    written = Introduction("2024-06-04", "A quiet Tuesday", "We slept *late*.", draft=False)
    other = replace(written, slug="2024-06-30")
    before = Record(pages=(), tags=(), own=(), introductions=(written, other))

    after = issue(seen("a", 4, 20), record=before)

    made = by_slug(after)["2024-06-04"]
    assert made.title == "A quiet Tuesday"
    assert made.body.startswith("We slept *late*.\n\n## Stories\n\n### [A](../articles/a.md)")
    assert (made.summary, made.is_edited, made.articles) == ("A", False, ("a",))
    assert by_slug(after)["2024-W23"].title == "Week 23, 3 – 9 June 2024"
    assert after.introductions == (other,)


def test_an_introduction_issues_nothing_by_itself() -> None:
    written = Introduction("2024-06-04", "", "We slept late.", draft=False)
    before = Record(pages=(), tags=(), own=(), introductions=(written,))

    assert issue(seen("a", 5, 5), record=before).issues == ()
