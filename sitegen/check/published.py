"""Compare a finished site with the one that was published before: its promises are for years.

An id that is lost or changed makes feed readers show an article twice or not at all; an address
that is gone breaks every link that others have made to it (laws 4 and 5).
"""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from sitegen.check import atom, json_feed, lists, rss
from sitegen.check.addresses import seek_target
from sitegen.check.facts import FeedFacts, Item, PageFacts
from sitegen.check.findings import error, warning
from sitegen.check.head import read_head
from sitegen.check.pages import NOT_FOUND
from sitegen.check.trees import Element, NotWellFormedError, name_of, read_html, read_xml
from sitegen.model.output import OutputFile
from sitegen.model.problem import Problem

_RESTORE = "restore content/ as it was, for ids and addresses live there"
# Pages and feeds: what people link to and follow. Style sheets and the like may come and go.
_LASTING = (".html", ".xml", "feed.json", ".opml")
# The later parts of a long list: a list that grows shorter has fewer, and its own address stays.
# And the list of what has no date, which goes when everything has one.
_PASSING = re.compile(r"(?:(?:^|/)page/\d+|^undated)/index\.html$")


@dataclass(frozen=True, slots=True)
class Published:
    """What a site promised: the files that answered, and its feeds.

    ``base_url`` is where it stood, which may be elsewhere than now.
    """

    base_url: str
    paths: frozenset[str]
    feeds: tuple[FeedFacts, ...]


@dataclass(frozen=True, slots=True)
class Span:
    """How far back a feed goes; ``has_archives`` tells that others go on where it ends."""

    items: int
    oldest: datetime | None
    newest: datetime | None
    has_archives: bool


@dataclass(frozen=True, slots=True)
class Standing:
    """What a site answers for now: its files, its pages, and the items of all its feeds by id.

    ``spans`` has each feed by its path.
    """

    base_url: str
    paths: Collection[str]
    pages: Mapping[str, PageFacts]
    items: Mapping[str, Item]
    spans: Mapping[str, Span]


def take_published(files: Iterable[OutputFile], paths: Iterable[str], base_url: str) -> Published:
    """Return what a site promises, from those of its files that can be read.

    ``paths`` are all that it answers for; ``base_url`` counts where its front page names none.
    """
    feeds: list[FeedFacts] = []
    for file in files:
        if file.path == "index.html":
            base_url = _find_canonical(file.data) or base_url
        else:
            feeds += _read_feed(file)
    lasting = frozenset(path for path in paths if path.endswith(_LASTING) and _is_kept(path))
    return Published(base_url, lasting, tuple(feeds))


def find_base_url(files: Iterable[OutputFile]) -> str:
    """Return the address that a site was built for, empty where its files do not agree on one.

    ``files`` are its front page and its main feed.
    """
    named = set()
    for file in files:
        if file.path == "index.html":
            named.add(_find_canonical(file.data))
        else:
            named |= {feed.own_url.removesuffix(feed.path) for feed in _read_feed(file)}
    return named.pop() if len(named) == 1 else ""


def list_named(file: OutputFile, base_url: str) -> Iterator[str]:
    """Yield the files of its site that a sitemap, an index of sitemaps or an OPML list names."""
    try:
        root = read_xml(file.data).root
    except NotWellFormedError:
        return
    for url in _list_urls(root):
        target = seek_target(file.path, url, base_url)
        if target and not target.path.startswith("../"):
            yield target.path


def list_archives(file: OutputFile, base_url: str) -> Iterator[str]:
    """Yield the archive document that comes before an Atom feed (RFC 5005), if it names one."""
    try:
        root = read_xml(file.data).root
    except NotWellFormedError:
        return
    for link in root.iterfind(f"{rss.ATOM}link"):
        if link.get("rel") == "prev-archive":
            target = seek_target(file.path, link.get("href") or "", base_url)
            if target:
                yield target.path


def compare_with_published(published: Published, standing: Standing) -> Iterator[Problem]:
    """Yield what a site promised and does not keep; each id and each address is told once."""
    for path in sorted(published.paths - frozenset(standing.paths)):
        message = f"was published and is not there any more; {_RESTORE}, or keep its alias"
        yield error(path, message)
    yield from _find_later(published, standing)
    heirs = _find_heirs(standing)
    told: set[str] = set()
    shortened: Counter[str] = Counter()
    for feed in published.feeds:
        span = standing.spans.get(feed.path)
        newest = max((item.published for item in feed.items if item.published), default=None)
        for item in feed.items:
            if not item.id or item.id in standing.items or item.id in told:
                continue
            path = _find_path(item, published.base_url)
            heir = heirs.get(path)
            if heir:
                told.add(item.id)
                yield error(path, f"had the id {item.id}, and now has {heir.id}; {_RESTORE}")
            elif not _leads_on(path, standing) and not _is_past(item, feed, span, newest):
                told.add(item.id)
                if path in standing.paths and _is_cut_off(item, span):
                    shortened[feed.path] += 1
                else:
                    yield error(feed.path, f"has lost the item {item.id}; {_RESTORE}")
    for place, number in sorted(shortened.items()):
        yield warning(place, _describe_shortened(number))


def _describe_shortened(number: int) -> str:
    items = "1 item whose page is" if number == 1 else f"{number} items whose pages are"
    return (
        f"no longer tells of {items} still there, and no archive does; if readers are to find "
        "them in it, raise 'items' under [feeds]"
    )


def _find_later(published: Published, standing: Standing) -> Iterator[Problem]:
    """Yield the articles that are dated later than they were."""
    was: dict[str, datetime] = {}
    for feed in published.feeds:
        was |= {item.id: item.published for item in feed.items if item.id and item.published}
    for id_, before in sorted(was.items()):
        item = standing.items.get(id_)
        if item and item.published and before < item.published:
            message = (
                f"is dated {item.published:%Y-%m-%d %H:%M} and was published as of "
                f"{before:%Y-%m-%d %H:%M}, so readers show it as new; give it its date again"
            )
            yield warning(_find_path(item, standing.base_url) or item.place, message)


def _is_kept(path: str) -> bool:
    return path != NOT_FOUND and not path.startswith("sitemap") and not _PASSING.search(path)


def _is_cut_off(item: Item, span: Span | None) -> bool:
    """Tell whether an item is missing from a feed because that is shorter than it was.

    What the end of a feed with archives has no room for is in these.
    """
    if not span or span.has_archives or not span.oldest or not item.published:
        return False
    return item.published < span.oldest


def _is_past(item: Item, feed: FeedFacts, span: Span | None, newest: datetime | None) -> bool:
    """Tell whether an item has left a feed because newer ones came, as items do."""
    if not span or not span.oldest or not item.published:
        return False
    has_grown = len(feed.items) <= span.items or span.newest != newest
    return item.published < span.oldest and has_grown


def _leads_on(path: str, standing: Standing) -> bool:
    """Tell whether an address says where its article went, as after a merge or a removal."""
    page = standing.pages.get(path)
    return page is not None and (page.is_redirect or page.is_hidden)


def _find_heirs(standing: Standing) -> dict[str, Item]:
    """Return the item that each page has now."""
    return {_find_path(item, standing.base_url): item for item in standing.items.values()}


def _find_path(item: Item, base_url: str) -> str:
    """Return the file of the page that an item leads to, the empty string for another site's."""
    target = seek_target("", item.url, base_url)
    return target.path if target else ""


def _find_canonical(data: bytes) -> str:
    root, _ = read_html(data)
    return "" if root is None else read_head(root).canonical


def _read_feed(file: OutputFile) -> Iterator[FeedFacts]:
    """Yield what a file says if it is a feed that can be read."""
    try:
        if file.path.endswith(".json"):
            values = json_feed.load_json(file.data)
            if isinstance(values, dict) and "jsonfeed.org" in str(values.get("version")):
                yield json_feed.read_json_feed(file.path, values)
        elif file.path.endswith(".xml"):
            root = read_xml(file.data).root
            if name_of(root) == "rss":
                yield rss.read_rss(file.path, root)
            elif name_of(root) == f"{rss.ATOM}feed":
                yield atom.read_atom(file.path, root)
    except (NotWellFormedError, json_feed.NoJsonError):
        return


def _list_urls(root: Element) -> Iterator[str]:
    for place in root.iter(f"{lists.SITEMAP}loc"):
        yield (place.text or "").strip()
    for outline in root.iter("outline"):
        yield from (outline.get(key) or "" for key in ("xmlUrl", "htmlUrl"))
