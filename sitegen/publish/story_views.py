"""The pages of stories: one event over time; and the list of all stories."""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import ClassVar

from sitegen.model.page import Page
from sitegen.model.story import Story
from sitegen.model.value import value
from sitegen.publish import urls
from sitegen.publish.comparison import Comparison
from sitegen.publish.dates import span_of
from sitegen.publish.edition import Edition
from sitegen.publish.frame import link_feeds, make_chrome, make_head
from sitegen.publish.linked_data import describe_list
from sitegen.publish.listing import Part, list_by_day, name_part, split_list
from sitegen.publish.matter import Maker
from sitegen.publish.parts import Card, Chrome, FeedLink, Head, Link, Pager
from sitegen.publish.plan import source_of
from sitegen.text.wording import Wording


@dataclass(frozen=True, slots=True)
class Report:
    """A report of a story, and the sentences that it adds to those before it."""

    card: Card
    additions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Day:
    """The reports of a story that are listed under one day."""

    title: str
    path: str
    reports: tuple[Report, ...]


@dataclass(frozen=True, slots=True)
class Said:
    """What one report says, in its language, of a thing that another counts differently."""

    quote: str
    source: str
    path: str
    language: str


@dataclass(frozen=True, slots=True)
class Disagreement:
    """A thing that two reports count differently, and the words of both.

    ``language`` is that of the first report, which names the thing; empty if it is the page's.
    """

    thing: str
    language: str
    said: tuple[Said, ...]


@dataclass(frozen=True, slots=True)
class StoryView:
    """Reports of one event in order of time; a long story's older parts come before.

    ``language`` is the title's where it is not the page's;
    ``sources`` says whom they come from, ``disagreements`` stand on the first part alone.
    """

    template: ClassVar[str] = "pages/story.html"

    address: str
    site: Chrome
    head: Head
    title: str
    language: str
    summary: str
    sources: str
    feeds: tuple[FeedLink, ...]
    disagreements: tuple[Disagreement, ...]
    days: tuple[Day, ...]
    pager: Pager


@dataclass(frozen=True, slots=True)
class StoriesView:
    """A part of the list of stories, the latest first."""

    template: ClassVar[str] = "pages/stories.html"

    address: str
    site: Chrome
    head: Head
    title: str
    summary: str
    stories: tuple[Link, ...]
    pager: Pager


@value
class _Matter:
    """All that shapes a part of a story: the stamps of the site and all reports, and which part.

    Each report is told beside those before it, so all of them shape each part.
    """

    stamps: tuple[bytes, ...]
    slug: str
    title: str
    address: str
    number: int
    pager: Pager


def make_story_views(
    edition: Edition, compare: Callable[[Story], Comparison]
) -> Iterator[Maker[StoryView | StoriesView]]:
    """Yield makers of the list of stories and of the page of each."""
    stories = split_list(edition.site.stories, "stories/")
    yield from (Maker(partial(_make_index, part, edition)) for part in stories)
    for story in edition.site.stories:
        newest_first = tuple(reversed(story.pages))
        for part in split_list(newest_first, urls.story_address(story.slug)):
            describe = partial(_describe, story, part, edition)
            yield Maker(partial(_make_part, story, part, edition, compare), describe)


def _describe(story: Story, part: Part[Page], edition: Edition) -> _Matter:
    stamps = edition.stamps.find(*(page.id for page in story.pages))
    return _Matter(stamps, story.slug, story.title, part.address, part.number, part.pager)


def _make_index(part: Part[Story], edition: Edition) -> StoriesView:
    settings, words = edition.site.settings, edition.words
    title = name_part(words.gettext("Stories"), part.number, words)
    return StoriesView(
        address=part.address,
        site=make_chrome(part.address, edition),
        head=make_head(
            part.address,
            edition,
            title=title,
            description=words.gettext(
                "%(title)s in %(site)s: events that more than one report tells of",
                title=title,
                site=settings.title,
            ),
            data=describe_list(title, part.address, settings),
        ),
        title=title,
        summary=words.gettext("Events that more than one report tells of"),
        stories=tuple(_link_story(story, edition) for story in part.items),
        pager=part.pager,
    )


def _link_story(story: Story, edition: Edition) -> Link:
    return Link(
        text=story.title,
        path=urls.link_path(urls.story_address(story.slug)),
        note=_summarize(story, edition),
        language=_language_of(story, edition),
    )


def _language_of(story: Story, edition: Edition) -> str:
    """Return the language of a story's title, which is its first report's, as cards say it."""
    return edition.cards[story.pages[0].id].language


def _summarize(story: Story, edition: Edition) -> str:
    words = edition.words
    number = words.ngettext("%(number)s report", "%(number)s reports", len(story.pages))
    return words.listed((number, span_of(story.pages, edition.site.settings.timezone, words)))


def _make_part(
    story: Story, part: Part[Page], edition: Edition, compare: Callable[[Story], Comparison]
) -> StoryView:
    settings, words = edition.site.settings, edition.words
    comparison = compare(story)
    title = name_part(story.title, part.number, words)
    feed_address = urls.story_address(story.slug)
    feeds = link_feeds(feed_address, f"{story.title} · {settings.title}", settings)
    summary = _summarize(story, edition)
    return StoryView(
        address=part.address,
        site=make_chrome(part.address, edition),
        head=make_head(
            part.address,
            edition,
            title=words.gettext("Story: %(title)s", title=title),
            description=words.gettext("%(title)s: %(summary)s", title=title, summary=summary),
            data=describe_list(title, part.address, settings),
            feeds=feeds,
        ),
        title=title,
        language=_language_of(story, edition),
        summary=summary,
        sources=_list_sources(story, words),
        feeds=feeds,
        disagreements=() if part.number else _list_disagreements(story, comparison, edition),
        days=_list_days(story, part, comparison, edition),
        pager=part.pager,
    )


def _list_days(
    story: Story, part: Part[Page], comparison: Comparison, edition: Edition
) -> tuple[Day, ...]:
    """Return the reports of a part under their days, the earliest first."""
    cards = (edition.cards[page.id] for page in story.pages)
    added = dict(zip((card.path for card in cards), comparison.additions, strict=True))
    return tuple(
        Day(
            title=group.title,
            path=group.path,
            reports=tuple(Report(block.card, added[block.card.path]) for block in group.blocks),
        )
        for group in list_by_day(reversed(part.items), edition)
    )


def _list_disagreements(
    story: Story, comparison: Comparison, edition: Edition
) -> tuple[Disagreement, ...]:
    return tuple(
        Disagreement(
            thing=difference.thing,
            language=_language_of(story, edition),
            said=tuple(
                _name_said(story.pages[quote.report], quote.text, edition)
                for quote in difference.quotes
            ),
        )
        for difference in comparison.differences
    )


def _name_said(page: Page, quote: str, edition: Edition) -> Said:
    card = edition.cards[page.id]
    said_by = card.source or card.title
    return Said(quote=quote, source=said_by, path=card.path, language=card.language)


def _list_sources(story: Story, words: Wording) -> str:
    """Return whom the reports come from and how many each, those with most first.

    Of how many nobody knows is told beside the others alone.
    """
    counts = Counter(source_of(page) for page in story.pages)
    unknown = counts.pop("", 0)
    named = words.listed(
        [
            f"{source} ({number})" if number > 1 else source
            for source, number in sorted(counts.items(), key=lambda item: (-item[1], item[0]))
        ]
    )
    if not (named and unknown):
        return named
    return words.gettext(
        "%(sources)s and %(number)s of unknown source",
        sources=named,
        number=words.number(unknown),
    )
