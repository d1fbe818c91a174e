"""Decide which feeds the site has: what each is about, and the entries that it may show.

There is one for the whole site, one for its digests, and one for each tag, source and story; and
one for each address that had a feed, so that who followed it goes on.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

from sitegen.model.digest import Issue
from sitegen.model.page import Page
from sitegen.model.settings import Settings
from sitegen.model.site import Site, Tag
from sitegen.model.story import Story
from sitegen.publish import urls
from sitegen.publish.heirs import find_story_heirs, find_tag_heirs
from sitegen.publish.plan import moment_of_issue
from sitegen.text.wording import read_wording

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Channel:
    """What a feed is about. ``entries`` stand newest first, ``address`` is its folder.

    ``older`` is the folder of the archive that goes on where the entries end. ``since`` is the date
    of a feed that tells of nothing.
    """

    address: str
    title: str
    description: str
    entries: tuple[Page | Issue, ...]
    older: str = ""
    since: datetime = EPOCH


def list_channels(site: Site) -> Iterator[Channel]:
    """Yield what the feeds of the site are about, the main feed first; no former ones."""
    name, words = site.settings.title, read_wording(site.settings.language, site.settings.words)
    older = urls.feed_archive_address(site.archives[-1].number) if site.archives else ""
    yield Channel("", name, site.settings.description or name, site.latest, older)
    issues = (digest.issue for digest in site.digests if digest.issue)
    timezone = site.settings.timezone
    digests = tuple(
        sorted(issues, key=lambda issue: moment_of_issue(issue, timezone), reverse=True)
    )
    yield Channel(
        "digest/",
        " · ".join((words.gettext("Digests"), name)),
        words.gettext("Each day and each week of %(site)s", site=name),
        digests,
    )
    for tag in site.tags:
        yield _make_tag_channel(tag.slug, tag, site.settings)
    for source in site.sources:
        about = words.gettext(
            "All reports by %(source)s in %(site)s", source=source.name, site=name
        )
        address = urls.source_address(source.slug)
        yield Channel(address, f"{source.name} · {name}", about, source.pages)
    for story in site.stories:
        yield _make_story_channel(story.slug, story, site.settings)


def list_former_channels(site: Site) -> Iterator[Channel]:
    """Yield a feed for each address that had one: that of the heir, or what is left."""
    settings = site.settings
    for slug, heir in find_story_heirs(site).items():
        if isinstance(heir, Story):
            yield _make_story_channel(slug, heir, settings)
        elif urls.story_address(slug) in site.with_feeds:
            told = (page for page in site.pages if slug in {page.story, *page.former_stories})
            yield _make_story_channel(slug, Story(slug, heir.title, tuple(told)[::-1]), settings)
    for slug, tag in find_tag_heirs(site).items():
        if urls.tag_address(slug) in site.with_feeds:
            yield _make_tag_channel(slug, tag, settings)
    words = read_wording(settings.language, settings.words)
    for former in site.former:
        if former.address in site.with_feeds:
            title = former.title or words.gettext("No more articles")
            about = words.gettext("What is left of this feed")
            since = former.since or EPOCH
            named = f"{title} · {settings.title}"
            yield Channel(former.address, named, about, former.pages, since=since)


def _make_tag_channel(slug: str, tag: Tag, settings: Settings) -> Channel:
    name = settings.title
    words = read_wording(settings.language, settings.words)
    about = words.gettext("All about %(tag)s from %(site)s", tag=tag.title, site=name)
    return Channel(urls.tag_address(slug), f"{tag.title} · {name}", about, tag.pages)


def _make_story_channel(slug: str, story: Story, settings: Settings) -> Channel:
    words = read_wording(settings.language, settings.words)
    about = words.gettext("How it went on: %(title)s", title=story.title)
    pages = tuple(reversed(story.pages))
    return Channel(urls.story_address(slug), f"{story.title} · {settings.title}", about, pages)
