"""Why a digest is as it is."""

from dataclasses import replace
from datetime import UTC

from sitegen.corpus import IssueAccount, give_issue_account
from sitegen.model.record import Record
from tests.corpus.test_issues import issue, point, seen
from tests.publish.site_samples import make_page, noon


def account(slug: str, record: Record) -> IssueAccount:
    return give_issue_account(slug, record, UTC)


def list_told(found: IssueAccount) -> list[tuple[str, str, list[str]]]:
    return [
        (one.section, one.topic, [report.page.slug for report in one.reports])
        for one in found.stories
    ]


PAGES = (
    seen("a", 4, 20, story="storm", agency="Wire", tags=("Mira",), words=90),
    seen("b", 4, 20, story="storm", agency="Courier", words=70),
    seen("c", 4, 20, tags=("Mira",), words=300),
    seen("d", 4, 20, tags=("Mira",), words=200, related=point("c")),
    seen("e", 4, 20, words=400),
)


def test_the_stories_of_a_digest_stand_where_its_text_has_them() -> None:
    found = account("2024-06-04", issue(*PAGES))

    assert list_told(found) == [
        ("top story", "", ["b", "a"]),
        ("topic", "Mira", ["c"]),
        ("topic", "Mira", ["d"]),
        ("topic", "", ["e"]),
    ]
    assert found.stories[0].sources == ("Courier", "Wire")
    (topic,) = found.topics
    assert (topic.title, topic.stories) == ("Mira", 2)
    assert found.issue is not None


def test_what_is_not_out_is_told_as_it_would_come_out_now() -> None:
    open_day = issue(make_page("a", noon(14)), make_page("b", noon(14)))

    found = account("2024-06-14", open_day)

    assert found.issue is None
    assert (
        list_told(found) == [("topic", "", ["b"]), ("topic", "", ["a"])] or len(found.stories) == 2
    )


def test_what_comes_late_is_told_where_it_stands_and_missed_where_it_belongs() -> None:
    before = issue(seen("a", 4, 10), make_page("b", noon(10)))
    pages = (seen("a", 4, 10), make_page("b", noon(10)), seen("late", 4, 12))

    waiting = issue(*pages, record=before)
    out = issue(*pages, make_page("c", noon(20)), record=before)

    assert list_told(account("2024-06-12", out)) == [("came late", "", ["late"])]
    assert [(page.slug, told) for page, told in account("2024-06-04", waiting).elsewhere] == [
        ("late", "")
    ]
    assert [(page.slug, told) for page, told in account("2024-06-04", out).elsewhere] == [
        ("late", "2024-06-12")
    ]


def test_what_an_editor_took_out_is_told() -> None:
    before = issue(seen("a", 4, 20), seen("b", 4, 20))
    cut = tuple(
        replace(one, linked=("b",), is_edited=True) if one.slug == "2024-06-04" else one
        for one in before.issues
    )

    found = account("2024-06-04", replace(before, issues=cut))

    assert [page.slug for page in found.taken_out] == ["a"]
    assert list_told(found) == [("topic", "", ["b"])]
    assert found.elsewhere == ()
