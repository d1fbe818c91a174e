from dataclasses import replace
from datetime import timedelta

from sitegen.model.address import Address, AddressList
from sitegen.model.page import OwnPage
from sitegen.model.record import Record
from sitegen.publish import find_dead_links
from tests.publish.feed_samples import NOON, SETTINGS, make_issue
from tests.publish.site_samples import make_page, noon

BODY = "[here](b.md) [gone](gone.md#top) [out](../../notes.md) [web](https://a.example/x.md)\n"
LATER = NOON + timedelta(days=99)

PUBLISHED = AddressList(1, (Address("tags/mira/", "Mira"), Address("tags/orle/", "Orle")))


def find(record: Record) -> list[tuple[str, str]]:
    problems = find_dead_links(record, SETTINGS, LATER)
    return [(problem.place, problem.message.split("'")[1]) for problem in problems]


def test_a_link_of_a_person_to_no_page_is_told() -> None:
    edited = replace(make_page("a", noon(14)), body=BODY, is_edited=True)
    own = OwnPage(title="About", slug="about", body="[a](../articles/a.md) [x](x.md)")

    found = find(Record((edited, make_page("b", noon(15))), (), (own,)))

    assert found == [
        ("content/articles/a.md", "gone.md"),
        ("content/articles/a.md", "../../notes.md"),
        ("content/pages/about.md", "x.md"),
    ]


def test_our_own_links_are_not_looked_at() -> None:
    assert find(Record((replace(make_page("a", noon(14)), body=BODY),), (), ())) == []


def test_a_link_of_ours_to_a_tag_that_has_gone_since_needs_no_mending() -> None:
    body = "[Mira](../tags/mira.md) [Orle](../tags/orle.md) [Oslo](../tags/oslo.md)"
    edited = replace(make_page("a", noon(14), tags=("Mira",)), body=body, is_edited=True)
    own = OwnPage("About", "about", body)

    found = find(Record((edited,), (), (own,), addresses=(PUBLISHED,)))

    # What is left of a tag is a page to lead to; what nobody has published is a mistake.
    assert found == [
        ("content/articles/a.md", "../tags/oslo.md"),
        ("content/pages/about.md", "../tags/orle.md"),
        ("content/pages/about.md", "../tags/oslo.md"),
    ]


def test_a_digest_that_tells_of_an_article_that_is_withdrawn_is_told() -> None:
    issued = make_issue("2024-06-14", linked=("a", "gone"))
    moved = make_page("b", noon(15), aliases=("a",))

    (problem,) = find_dead_links(Record((moved,), (), (), issues=(issued,)), SETTINGS, LATER)

    assert problem.place == "content/digests/2024-06-14.md"
    assert problem.severity == "warning"
    assert problem.message.startswith("tells of 'gone', which is no article of the site any more")

    unread = Record((moved,), (), (), held_slugs=("gone",), issues=(issued,))
    assert find_dead_links(unread, SETTINGS, LATER) == ()
    early = Record((moved, make_page("gone", noon(30))), (), (), issues=(issued,))
    assert find_dead_links(early, SETTINGS, noon(20)) == ()
    other = replace(unread, held_slugs=("another",))
    assert find_dead_links(other, SETTINGS, LATER) == (problem,)


def test_the_links_of_a_digest_that_a_person_changed_are_looked_at() -> None:
    issued = make_issue("2024-06-14", body="[a](../articles/a.md), [x](../pages/x.md)")
    edited = replace(issued, is_edited=True)
    page = make_page("a", noon(14))

    assert find(Record((page,), (), (), issues=(edited,))) == [
        ("content/digests/2024-06-14.md", "../pages/x.md")
    ]
    assert find(Record((page,), (), (), issues=(replace(edited, draft=True),))) == []
