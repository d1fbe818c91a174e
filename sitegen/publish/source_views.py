"""The pages of those whom reports come from, and the list of them."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from typing import ClassVar

from sitegen.model.page import Page
from sitegen.model.site import Source
from sitegen.publish import urls
from sitegen.publish.charts import chart_weeks
from sitegen.publish.dates import count_articles
from sitegen.publish.edition import Edition
from sitegen.publish.frame import link_feeds, make_chrome, make_head
from sitegen.publish.linked_data import describe_list
from sitegen.publish.listing import (
    Part,
    describe_named,
    describe_part,
    group_by_month,
    link_common_tags,
    split_list,
)
from sitegen.publish.matter import Maker
from sitegen.publish.parts import Chart, Chrome, FeedLink, Group, Head, Link, Pager

COMPANIONS = 12


@dataclass(frozen=True, slots=True)
class SourceView:
    """The articles of one source, by month, and the way to the list of all sources.

    Older parts have neither chart nor companions: tags.
    """

    template: ClassVar[str] = "pages/source.html"

    address: str
    site: Chrome
    head: Head
    list: Link
    title: str
    summary: str
    feeds: tuple[FeedLink, ...]
    chart: Chart | None
    companions: tuple[Link, ...]
    groups: tuple[Group, ...]
    pager: Pager


@dataclass(frozen=True, slots=True)
class SourcesView:
    """All sources, those of most articles first."""

    template: ClassVar[str] = "pages/sources.html"

    address: str
    site: Chrome
    head: Head
    title: str
    summary: str
    sources: tuple[Link, ...]


def make_source_views(edition: Edition) -> Iterator[Maker[SourceView | SourcesView]]:
    """Yield the list of sources, if there are any, and every part of every source's page."""
    if edition.site.sources:
        yield Maker(partial(_make_list, edition))
    for source in edition.site.sources:
        for part in split_list(source.pages, urls.source_address(source.slug)):
            link = partial(link_common_tags, source.pages, edition, COMPANIONS)
            describe = partial(describe_named, source.name, source.pages, part, edition, link)
            yield Maker(partial(_make_part, source, part, edition), describe)


def _make_part(source: Source, part: Part[Page], edition: Edition) -> SourceView:
    settings, words = edition.site.settings, edition.words
    title, summary = describe_part(source.name, source.pages, part, edition)
    feeds = link_feeds(
        urls.source_address(source.slug), f"{source.name} · {settings.title}", settings
    )
    return SourceView(
        address=part.address,
        site=make_chrome(part.address, edition),
        head=make_head(
            part.address,
            edition,
            # A tag may be of the same name, and readers tell pages by their titles.
            title=words.gettext("Reports by %(title)s", title=title),
            description=words.gettext(
                "Reports by %(title)s in %(site)s: %(summary)s",
                title=title,
                site=settings.title,
                summary=summary,
            ),
            data=describe_list(title, part.address, settings),
            feeds=feeds,
        ),
        list=Link(text=words.gettext("Sources"), path=urls.link_path(urls.SOURCES)),
        title=title,
        summary=summary,
        feeds=feeds,
        chart=None if part.number else chart_weeks(source.pages, edition),
        companions=() if part.number else link_common_tags(source.pages, edition, COMPANIONS),
        groups=group_by_month(part.items, edition),
        pager=part.pager,
    )


def _make_list(edition: Edition) -> SourcesView:
    settings, words = edition.site.settings, edition.words
    title = words.gettext("Sources")
    sources = sorted(edition.site.sources, key=lambda source: -len(source.pages))
    summary = words.ngettext("%(number)s source", "%(number)s sources", len(sources))
    return SourcesView(
        address=urls.SOURCES,
        site=make_chrome(urls.SOURCES, edition),
        head=make_head(
            urls.SOURCES,
            edition,
            title=title,
            description=words.gettext(
                "Whom the reports in %(site)s come from: %(summary)s",
                site=settings.title,
                summary=summary,
            ),
            data=describe_list(title, urls.SOURCES, settings),
        ),
        title=title,
        summary=summary,
        sources=tuple(
            Link(
                text=source.name,
                path=urls.link_path(urls.source_address(source.slug)),
                note=count_articles(len(source.pages), words),
            )
            for source in sources
        ),
    )
