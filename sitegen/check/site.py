"""Examine a finished site: each file by itself, then what the files say of one another.

The first is slow and needs a file's bytes; the second is fast and needs only what they said, so
the bytes of one file at a time are held.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import datetime

from sitegen.check.agreement import FeedAgreement
from sitegen.check.facts import FeedFacts, ListFacts, PageFacts
from sitegen.check.feed_html import examine_feed_html
from sitegen.check.feeds import digest_contents
from sitegen.check.files import Examined, examine_file
from sitegen.check.listing import (
    find_alike,
    find_lonely,
    find_misfits,
    find_misnamed,
    find_unlisted,
)
from sitegen.check.paths import examine_paths
from sitegen.check.published import Published, Span, Standing, compare_with_published
from sitegen.check.references import References, find_misleading
from sitegen.model.output import OutputFile
from sitegen.model.problem import Problem


def check_site(
    files: Iterable[OutputFile],
    sizes: Mapping[str, int],
    base_url: str,
    now: datetime,
    published: Published | None = None,
) -> tuple[Problem, ...]:
    """Return what is wrong with a site, in no order; places are paths below its folder.

    ``files`` should come sorted by path; ``sizes`` are the bytes of all files, of those too that
    are not among ``files``. What was ``published`` before must be kept.
    """
    site = _Site(base_url, sizes)
    problems = list(examine_paths(sizes))
    for file in files:
        problems += site.add(examine_file(file, base_url, now))
    problems += site.compare()
    if published:
        problems += compare_with_published(published, site.standing)
    return tuple(problems)


class _Site:
    """What the files said so far."""

    def __init__(self, base_url: str, sizes: Mapping[str, int]) -> None:
        self._base_url = base_url
        self._sizes = sizes
        self._references = References()
        self._agreement = FeedAgreement()
        self._pages: dict[str, PageFacts] = {}
        self._feeds: dict[str, str] = {}
        self._lists: list[ListFacts] = []
        self._offered: dict[tuple[str, str], str] = {}
        self._linked: set[str] = set()
        self._silent: list[str] = []
        self._items: dict[str, str] = {}
        self._contents: set[bytes] = set()
        self._spans: dict[str, Span] = {}

    @property
    def standing(self) -> Standing:
        """What the site answers for, once all files have been added."""
        paths = self._sizes.keys()
        return Standing(self._base_url, paths, self._pages, self._agreement.items, self._spans)

    def add(self, examined: Examined) -> Iterator[Problem]:
        """Take one more file; yield what is wrong with it."""
        yield from examined.problems
        self._references.add(examined.links)
        facts = examined.facts
        if isinstance(facts, PageFacts):
            self._add_page(facts)
        elif isinstance(facts, FeedFacts):
            yield from self._add_feed(facts)
        elif isinstance(facts, ListFacts):
            self._references.add(facts.links)
            self._references.add(facts.pages)
            self._lists.append(facts)

    def _add_page(self, page: PageFacts) -> None:
        self._references.add(page.links)
        self._linked |= {link.target.path for link in page.links if link.target.path != page.path}
        for link, media_type in page.feeds:
            self._offered.setdefault((link.target.path, media_type), link.place)
        if not page.feeds and not page.is_redirect and not page.is_hidden:
            self._silent.append(page.path)
        # What was taken already need not be held for each page.
        self._pages[page.path] = replace(page, links=(), feeds=())

    def _add_feed(self, feed: FeedFacts) -> Iterator[Problem]:
        if not feed.is_archive:
            self._feeds[feed.path] = feed.media_type
        moments = sorted(item.published for item in feed.items if item.published)
        oldest, newest = (moments[0], moments[-1]) if moments else (None, None)
        has_archives = feed.is_archive or bool(feed.chain)
        self._spans[feed.path] = Span(len(feed.items), oldest, newest, has_archives)
        yield from self._agreement.add(feed)
        for item in feed.items:
            self._items.setdefault(item.url, item.place)
            # An article stands in many feeds, in three formats: its HTML is read once.
            for content in item.contents:
                digest = digest_contents(content)
                if content and digest not in self._contents:
                    if not feed.is_archive:
                        self._contents.add(digest)
                    found, links = examine_feed_html(item.place, content, self._base_url)
                    # An archive stays as it was written, and what it leads to may have moved.
                    self._references.add(() if feed.is_archive else links)
                    yield from found

    def compare(self) -> Iterator[Problem]:
        """Yield what is wrong between the files, once all have been added."""
        yield from self._agreement.find_incomplete()
        yield from self._references.find_dead(self._sizes.keys(), self._pages)
        yield from find_misleading(self._sizes.keys(), self._pages)
        yield from find_misnamed(self._offered, self._feeds, self._sizes.keys())
        yield from find_unlisted(self._lists, self._pages, self._feeds, self._items)
        yield from find_misfits(self._lists, self._pages, self._feeds, self._sizes.keys())
        yield from find_alike(self._pages)
        yield from find_lonely(self._pages, self._linked, self._silent if self._feeds else ())
