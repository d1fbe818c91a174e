"""What a file is known by: where that is the same, the file is the same."""

from collections.abc import Iterator, Mapping
from dataclasses import fields, replace
from datetime import UTC, datetime, timedelta
from itertools import product
from typing import Any

import pytest

from sitegen.model.article import Caption
from sitegen.model.dating import Dating
from sitegen.model.history import Change, History
from sitegen.model.page import Apart, Copy, OwnPage, Page, RelatedPage, Version
from sitegen.model.record import Record
from sitegen.model.settings import Settings
from sitegen.model.site import Site
from sitegen.publish.books import list_books
from sitegen.publish.comparison import Comparison, Reports, compare_reports
from sitegen.publish.feeds import list_feeds
from sitegen.publish.matter import Maker, make_stamps
from sitegen.publish.plan import plan_site
from sitegen.publish.twins import list_twins
from sitegen.publish.views import list_views
from tests.publish.feed_samples import SETTINGS as PLAIN
from tests.publish.feed_samples import make_issue
from tests.publish.site_samples import NOW, make_page, noon, render_bodies, shipped_theme, tag

SETTINGS = replace(PLAIN, social_cards=4, tag_minimum=2)
LATER = datetime(2024, 6, 29, 9, tzinfo=UTC)
MIRA = "The [Mira](../tags/mira.md) rose, said \\[Fog\\](../tags/fog.md). See [it](page-1.md).\n"

# For each field of a page another value than it has anywhere below.
OTHERWISE: dict[str, Any] = {
    "title": "Another Title",
    "slug": "another-slug",
    "dating": Dating(noon(3), "day", "on Monday"),
    "first_seen": LATER,
    "updated": LATER,
    "draft": True,
    "lang": "de",
    "agency": "Another Agency",
    "byline": "Ida Fellgate",
    "captions": (Caption("A mill", "Ida Fellgate"),),
    "source": "Another Source",
    "url": "https://another.example/one",
    "tags": ("Fog", "Mira"),
    "entities": ("Solveig Star", "Ida Fellgate"),
    "story": "another-story",
    "summary": "Another summary.",
    "related": (RelatedPage("page-2", "Page-2", "also about eels"),),
    "aliases": ("a-former-name",),
    "seeds": (Copy("wire/x.txt", "d" * 16, 7, 0.9, "the same"),) * 2,
    "words": 700,
    "body": "Another text, of [Fog](../tags/fog.md).\n",
    "is_truncated": True,
    "is_edited": True,
    "dek": "Another dek",
    "place": "Velmark",
    "merged_into": "page-5",
    "apart": (Apart("page-5", "page-5", "a.txt", "d" * 16),),
    "phrases": ("so it was",),
    "versions": (Version("page-1", "Page-1", 0.5),),
    "rights": "© Another",
    "is_story_by_hand": True,
    "former_stories": ("gale",),
}


def make_pages() -> tuple[Page, ...]:
    """Return pages with all that one may show of another, none of it of its neighbour in time.

    Every second one is of a story too long to be listed whole; two are of one source.
    """
    numbers = range(30)
    return tuple(
        make_page(
            f"page-{number}",
            noon(28) - timedelta(hours=7 * number),
            body=MIRA if number % 2 else "A text, and one of [it](page-0.md).\n\nMore of it.\n",
            tags=("Mira", "Fog")[: 1 + number % 3],
            story="gale" if number % 2 == 0 and number < 24 else "",
            entities=("Solveig Star", f"Name {number}"),
            agency="The Post" if number in {5, 25} else "The Mail",
            related=(RelatedPage(f"page-{(number + 7) % 30}", "Next", "also about fog"),),
            versions=(Version("page-29", "Page-29", 0.4),) if number == 1 else (),
        )
        for number in numbers
    )


def plan(pages: tuple[Page, ...], settings: Settings = SETTINGS, **changes: Any) -> Site:
    record = Record(
        pages=pages,
        tags=(tag("Mira"), tag("Fog")),
        own=(OwnPage("Imprint", "imprint", "Who we are.\n"),),
        issues=(make_issue("2024-06-28", articles=("page-0", "page-1"), body=MIRA),),
        histories=(
            History(
                "page-2", "page-2", (Change(LATER, is_by_hand=False, new=("More of it.",)),), ()
            ),
        ),
    )
    return plan_site(replace(record, **changes), settings, NOW)


def list_makers(site: Site) -> Iterator[Maker[object]]:
    bodies, theme = render_bodies(site), shipped_theme()
    stamps = make_stamps(site, bodies, lambda told: repr(told).encode())

    def compare(story: Any) -> Comparison:
        return compare_reports(Reports(tuple(bodies[page.id] for page in story.pages), "en"))

    yield from list_views(site, bodies, compare, theme, stamps)
    yield from list_feeds(site, bodies, theme, stamps)
    yield from list_twins(site, stamps)
    yield from list_books(site, bodies, stamps)


def make_all(site: Site) -> dict[str, object]:
    """Return all that is made for a site, by its matter."""
    made = {}
    for maker in list_makers(site):
        matter, make = maker.prepare()
        assert matter is not None
        made[f"{type(matter).__module__} {matter!r}"] = make()
    return made


BEFORE = make_all(plan(make_pages()))


def list_known(site: Site, before: Mapping[str, object] = BEFORE) -> list[object]:
    """Return what is made otherwise than before though its matter is as it was."""
    after = make_all(site)
    shared = before.keys() & after.keys()
    assert shared
    return [after[matter] for matter in shared if before[matter] != after[matter]]


def test_each_field_of_a_page_has_another_value_here() -> None:
    assert OTHERWISE.keys() == {field.name for field in fields(Page)} - {"id"}


@pytest.mark.parametrize(
    ("name", "number"),
    [*product(OTHERWISE, [0, 25]), *product(["title", "slug", "lang", "entities"], [18, 22])],
)
def test_what_has_the_same_matter_is_the_same_whatever_changes_in_a_page(
    name: str, number: int
) -> None:
    pages = [*make_pages()]
    pages[number] = replace(pages[number], **{name: OTHERWISE[name]})

    assert list_known(plan(tuple(pages))) == []


def test_what_has_the_same_matter_is_the_same_when_articles_come_and_go() -> None:
    pages = make_pages()

    assert list_known(plan(pages[1:])) == []
    assert list_known(plan(pages[:14])) == []
    assert list_known(plan(pages[:9])) == []
    assert list_known(plan(pages[1:2])) == []
    assert list_known(plan(pages[11:])) == []
    assert list_known(plan((*pages, make_page("new", LATER, tags=("Fog",), story="gale")))) == []


def test_a_part_of_a_list_leads_to_the_parts_that_there_are_now() -> None:
    pages = tuple(
        make_page(f"page-{number}", noon(28) - timedelta(hours=number), tags=("Mira",))
        for number in range(60)
    )

    assert list_known(plan(pages), make_all(plan(pages[1:]))) == []


def test_what_has_the_same_matter_is_the_same_whatever_else_changes() -> None:
    pages = make_pages()
    issue = make_issue("2024-06-28", articles=("page-0",), body="All of it.\n", title="The eel")

    assert list_known(plan(pages, histories=())) == []
    assert list_known(plan(pages, tags=(tag("Mira"),))) == []
    assert list_known(plan(pages, issues=(issue,))) == []
    assert list_known(plan(pages, issues=())) == []


@pytest.mark.parametrize("change", [{"title": "Eel"}, {"tag_minimum": 14}, {"search": False}])
def test_settings_are_part_of_each_matter(change: dict[str, Any]) -> None:
    settings = replace(SETTINGS, **change)
    after = make_all(plan(make_pages(), settings))

    assert [key for key in BEFORE.keys() & after.keys() if BEFORE[key] != after[key]] == []


def test_two_texts_of_one_id_have_no_stamp_and_what_tells_of_them_no_matter() -> None:
    site = plan(make_pages(), issues=(replace(make_issue("2024-06-28"), id="page-3"),))
    stamps = make_stamps(site, render_bodies(site), lambda told: repr(told).encode())

    assert stamps.find("page-2")
    assert stamps.find("page-2", "page-3") == ()
    unknown = [maker for maker in list_twins(site, stamps) if maker.prepare()[0] is None]
    assert len(unknown) == 1
