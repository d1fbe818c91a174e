"""Small sites and the shipped theme, for the tests of pages."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from functools import cache

from sitegen.app.inputs import find_package_templates, read_theme
from sitegen.model.dating import Dating
from sitegen.model.digest import Issue
from sitegen.model.page import OwnPage, Page, TagPage
from sitegen.model.record import Record
from sitegen.model.settings import Settings
from sitegen.model.site import Site
from sitegen.model.story import Story
from sitegen.model.theme import Theme
from sitegen.publish.comparison import Comparison, Reports, compare_reports
from sitegen.publish.edition import Edition, make_edition
from sitegen.publish.markup import render_markdown
from sitegen.publish.plan import plan_site
from sitegen.publish.views import View, list_views
from tests.publish.feed_samples import EMPTY_THEME, NOON, PAGE, SETTINGS

NOW = datetime(2030, 1, 1, tzinfo=UTC)


@cache
def shipped_theme() -> Theme:
    return read_theme(find_package_templates())


def make_page(slug: str, moment: datetime = NOON, **changes: object) -> Page:
    """Return a page dated to the instant, with an id and a title of its own."""
    dating = Dating(moment, "instant", "")
    page = replace(PAGE, id=slug, slug=slug, title=slug.title(), dating=dating, first_seen=moment)
    return replace(page, **changes)  # type: ignore[arg-type]


def make_pages(number: int, **changes: object) -> tuple[Page, ...]:
    """Return pages an hour apart, newest first."""
    return tuple(
        make_page(f"page-{index}", NOON - timedelta(hours=index), **changes)
        for index in range(number)
    )


def tag(title: str) -> TagPage:
    return TagPage(title=title, slug=title.lower(), entries=(), is_edited=False)


def plan(
    *pages: Page,
    tags: tuple[str, ...] = (),
    own: tuple[OwnPage, ...] = (),
    issues: tuple[Issue, ...] = (),
    settings: Settings = SETTINGS,
) -> Site:
    record = Record(pages=pages, tags=tuple(map(tag, tags)), own=own, issues=issues)
    return plan_site(record, settings, NOW)


def render_bodies(site: Site) -> Mapping[str, str]:
    issues = (digest.issue for digest in site.digests if digest.issue)
    bodies = {issue.id: render_markdown(issue.body) for issue in issues}
    return {page.id: render_markdown(page.body) for page in site.pages} | bodies


def make_views(site: Site, theme: Theme) -> list[View]:
    bodies = render_bodies(site)

    def compare(story: Story) -> Comparison:
        reports = Reports(tuple(bodies[page.id] for page in story.pages), "en")
        return compare_reports(reports)

    return [make() for make in list_views(site, bodies, compare, theme)]


def edition_of(site: Site) -> Edition:
    return make_edition(site, render_bodies(site), EMPTY_THEME)


def views_of(site: Site, theme: Theme = EMPTY_THEME) -> dict[str, View]:
    """Return every view of a site by its address; no two views have one address."""
    views = make_views(site, theme)
    by_address = {view.address: view for view in views}
    assert len(by_address) == len(views)
    return by_address


def day(number: int) -> date:
    """Return a day of June 2024."""
    return date(2024, 6, number)


def noon(number: int) -> datetime:
    """Return the noon of a day of June 2024."""
    return datetime(2024, 6, number, 12, tzinfo=UTC)
