"""The pages of stories: one event over time; and the list of all stories."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from sitegen.model.page import Page
from sitegen.model.story import Story
from sitegen.publish import urls
from sitegen.publish.dates import count, span_of
from sitegen.publish.edition import Edition
from sitegen.publish.frame import link_feeds, make_chrome, make_head
from sitegen.publish.linked_data import describe_list
from sitegen.publish.listing import Part, list_by_day, split_list
from sitegen.publish.parts import Chrome, FeedLink, Group, Head, Link, Pager


@dataclass(frozen=True, slots=True)
class StoryView:
    """Reports of one event in order of time; a long story's older parts come before."""

    template: ClassVar[str] = "pages/story.html"

    address: str
    site: Chrome
    head: Head
    title: str
    summary: str
    feeds: tuple[FeedLink, ...]
    groups: tuple[Group, ...]
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


def make_story_views(edition: Edition) -> Iterator[StoryView | StoriesView]:
    """Yield the list of stories and the page of each."""
    stories = split_list(edition.site.stories, "stories/")
    yield from (_make_index(part, edition) for part in stories)
    for story in edition.site.stories:
        newest_first = tuple(reversed(story.pages))
        for part in split_list(newest_first, urls.story_address(story.slug)):
            yield _make_part(story, part, edition)


def _make_index(part: Part[Story], edition: Edition) -> StoriesView:
    settings = edition.site.settings
    title = f"Stories, part {part.number}" if part.number else "Stories"
    summary = "Events that more than one report tells of"
    return StoriesView(
        address=part.address,
        site=make_chrome(part.address, edition),
        head=make_head(
            part.address,
            edition,
            title=title,
            description=f"{title} in {settings.title}: events that more than one report tells of",
            data=describe_list(title, part.address, settings),
        ),
        title=title,
        summary=summary,
        stories=tuple(_link_story(story, edition) for story in part.items),
        pager=part.pager,
    )


def _link_story(story: Story, edition: Edition) -> Link:
    return Link(
        text=story.title,
        path=urls.link_path(urls.story_address(story.slug)),
        note=_summarize(story, edition),
    )


def _summarize(story: Story, edition: Edition) -> str:
    span = span_of(story.pages, edition.site.settings.timezone)
    return f"{count(len(story.pages), 'report')}, {span}"


def _make_part(story: Story, part: Part[Page], edition: Edition) -> StoryView:
    settings = edition.site.settings
    title = f"{story.title}, part {part.number}" if part.number else story.title
    feed_address = urls.story_address(story.slug)
    feeds = link_feeds(feed_address, f"{story.title} · {settings.title}", settings)
    summary = _summarize(story, edition)
    return StoryView(
        address=part.address,
        site=make_chrome(part.address, edition),
        head=make_head(
            part.address,
            edition,
            title=f"Story: {title}",
            description=f"{title}: {summary}",
            data=describe_list(title, part.address, settings),
            feeds=feeds,
        ),
        title=title,
        summary=summary,
        feeds=feeds,
        groups=list_by_day(reversed(part.items), edition),
        pager=part.pager,
    )
