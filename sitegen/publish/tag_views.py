"""The pages of tags, and the index of all tags."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial
from itertools import groupby
from typing import ClassVar

from sitegen.model.page import Page
from sitegen.model.site import Tag
from sitegen.publish import urls
from sitegen.publish.charts import chart_weeks, draw_spark, monday_of
from sitegen.publish.dates import count_articles
from sitegen.publish.edition import Edition, tag_path
from sitegen.publish.frame import link_feeds, make_chrome, make_head
from sitegen.publish.linked_data import describe_list
from sitegen.publish.listing import (
    Part,
    describe_named,
    describe_part,
    group_by_month,
    link_common_tags,
    name_part,
    split_list,
)
from sitegen.publish.matter import Maker
from sitegen.publish.parts import Chart, Chrome, FeedLink, Group, Head, Link, Pager, PartLink
from sitegen.text.wording import Wording

COMPANIONS = 12
# With its list of parts a page of the index stays under 800 elements.
TAGS_IN_INDEX = 100


@dataclass(frozen=True, slots=True)
class TagView:
    """The articles of one tag, by month. Older parts have neither chart nor companions."""

    template: ClassVar[str] = "pages/tag.html"

    address: str
    site: Chrome
    head: Head
    title: str
    summary: str
    feeds: tuple[FeedLink, ...]
    chart: Chart | None
    companions: tuple[Link, ...]
    groups: tuple[Group, ...]
    pager: Pager


@dataclass(frozen=True, slots=True)
class TagsView:
    """Tags under their first letters; ``parts`` leads to the rest of a long index."""

    template: ClassVar[str] = "pages/tags.html"

    address: str
    site: Chrome
    head: Head
    title: str
    summary: str
    letters: tuple["Letter", ...]
    parts: tuple[PartLink, ...]


@dataclass(frozen=True, slots=True)
class Letter:
    """The tags that begin with one letter."""

    title: str
    tags: tuple["TagLine", ...]


@dataclass(frozen=True, slots=True)
class TagLine:
    """A tag in the index: ``note`` says how many articles it has, ``spark`` is drawn beside it."""

    text: str
    path: str
    note: str
    spark: str


def make_tag_views(edition: Edition) -> Iterator[Maker[TagView | TagsView]]:
    """Yield makers of the index of tags, and of every part of every tag's page."""
    yield from map(Maker, _list_index(edition))
    for tag in edition.site.tags:
        for part in split_list(tag.pages, urls.tag_address(tag.slug)):
            link = partial(link_common_tags, tag.pages, edition, COMPANIONS, tag.title)
            describe = partial(describe_named, tag.title, tag.pages, part, edition, link)
            yield Maker(partial(_make_part, tag, part, edition), describe)


def _make_part(tag: Tag, part: Part[Page], edition: Edition) -> TagView:
    settings, words = edition.site.settings, edition.words
    title, summary = describe_part(tag.title, tag.pages, part, edition)
    feeds = link_feeds(urls.tag_address(tag.slug), f"{tag.title} · {settings.title}", settings)
    return TagView(
        address=part.address,
        site=make_chrome(part.address, edition),
        head=make_head(
            part.address,
            edition,
            title=title,
            description=words.gettext(
                "%(title)s in %(site)s: %(summary)s",
                title=title,
                site=settings.title,
                summary=summary,
            ),
            data=describe_list(title, part.address, settings),
            feeds=feeds,
        ),
        title=title,
        summary=summary,
        feeds=feeds,
        chart=None if part.number else chart_weeks(tag.pages, edition),
        companions=()
        if part.number
        else link_common_tags(tag.pages, edition, COMPANIONS, tag.title),
        groups=group_by_month(part.items, edition),
        pager=part.pager,
    )


def _list_index(edition: Edition) -> Iterator[Callable[[], TagsView]]:
    tags = edition.site.tags
    cuts = [tags[at : at + TAGS_IN_INDEX] for at in range(0, len(tags), TAGS_IN_INDEX)] or [()]
    for number in range(1, len(cuts) + 1):
        yield partial(_make_index, number, cuts, edition)


def _make_index(number: int, cuts: list[tuple[Tag, ...]], edition: Edition) -> TagsView:
    settings, words = edition.site.settings, edition.words
    cut = cuts[number - 1]
    address = _index_address(number)
    title = name_part(words.gettext("Tags"), number - 1 and number, words)
    return TagsView(
        address=address,
        site=make_chrome(address, edition),
        head=make_head(
            address,
            edition,
            title=title,
            description=words.gettext(
                "%(title)s of %(site)s: %(summary)s",
                title=title,
                site=settings.title,
                summary=_describe_range(cut, words),
            ),
            data=describe_list(title, address, settings),
        ),
        title=title,
        summary=_describe_index(edition),
        letters=_group_by_letter(cut, edition),
        parts=_link_cuts(cuts, number, words) if len(cuts) > 1 else (),
    )


def _describe_index(edition: Edition) -> str:
    """Return how many tags there are, and what is drawn beside each of them."""
    words = edition.words
    count = words.ngettext("%(number)s tag", "%(number)s tags", len(edition.site.tags))
    if edition.last_dated_day == date.max or not edition.site.tags:
        return count
    sunday = monday_of(edition.last_dated_day) + timedelta(days=6)
    return words.gettext(
        "%(tags)s, with the articles a week to %(day)s", tags=count, day=words.day(sunday)
    )


def _index_address(number: int) -> str:
    return "tags/" if number == 1 else urls.page_address("tags/", number)


def _describe_range(tags: tuple[Tag, ...], words: Wording) -> str:
    if not tags:
        return words.gettext("none yet")
    return words.gettext("%(first)s – %(last)s", first=tags[0].title, last=tags[-1].title)


def _link_cuts(cuts: list[tuple[Tag, ...]], current: int, words: Wording) -> tuple[PartLink, ...]:
    return tuple(
        PartLink(
            text=_describe_range(cut, words),
            path=urls.link_path(_index_address(number)),
            is_current=number == current,
        )
        for number, cut in enumerate(cuts, start=1)
    )


def _group_by_letter(tags: tuple[Tag, ...], edition: Edition) -> tuple[Letter, ...]:
    return tuple(
        Letter(
            title=letter,
            tags=tuple(
                TagLine(
                    text=tag.title,
                    path=tag_path(tag),
                    note=count_articles(len(tag.pages), edition.words),
                    spark=draw_spark(tag.pages, edition),
                )
                for tag in members
            ),
        )
        for letter, members in groupby(tags, lambda tag: tag.title[:1].upper())
    )
