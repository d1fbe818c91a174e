"""Compare the feeds of a site: an item is the same in all of them."""

from collections.abc import Iterator, Mapping

from sitegen.check.facts import FeedFacts, Item
from sitegen.check.findings import MEND, error
from sitegen.model.problem import Problem

_NAMES = ("atom.xml", "feed.json", "rss.xml")


class FeedAgreement:
    """What the feeds that were read so far say of their items.

    The feeds of a folder are held until all three have been seen, so files should come in order.
    """

    def __init__(self) -> None:
        self._waiting: dict[str, list[FeedFacts]] = {}
        self._items: dict[str, Item] = {}
        self._feed_ids: dict[str, str] = {}
        self._archived: dict[str, Item] = {}
        self._ids: dict[str, Item] = {}

    def add(self, feed: FeedFacts) -> Iterator[Problem]:
        """Yield where one more feed says otherwise than the feeds before it."""
        for item in feed.items:
            if feed.is_archive:
                # It says for ever what was true when it was written.
                self._archived.setdefault(item.id, _strip(item))
            else:
                yield from self._compare_item(item)
        first = self._feed_ids.setdefault(feed.id, feed.path) if feed.id else feed.path
        if first != feed.path and not feed.is_archive:
            yield error(feed.path, f"has the id of the feed {first}; {MEND}")
        folder, _, name = feed.path.rpartition("/")
        if name not in _NAMES:
            return
        together = self._waiting.setdefault(folder, [])
        if together:
            yield from _compare_feeds(together[0], feed)
        together.append(feed)
        if len(together) == len(_NAMES):
            del self._waiting[folder]

    @property
    def items(self) -> Mapping[str, Item]:
        """Each item by its id, without its HTML."""
        return {**self._archived, **self._items}

    def find_incomplete(self) -> Iterator[Problem]:
        """Yield the folders in which a format is missing, once all feeds have been added."""
        for folder, together in sorted(self._waiting.items()):
            there = {feed.path.rpartition("/")[2] for feed in together}
            for name in _NAMES:
                if name not in there:
                    path = f"{folder}/{name}" if folder else name
                    yield error(
                        path, f"is missing beside {together[0].path}, or unreadable; {MEND}"
                    )

    def _compare_item(self, item: Item) -> Iterator[Problem]:
        bare = _strip(item)
        before = self._items.setdefault(item.id, bare) if item.id else bare
        for name, one, other in (
            ("link", before.url, item.url),
            ("title", before.title, item.title),
            ("date", before.published, item.published),
        ):
            if one and other and one != other:
                yield error(item.place, f"has another {name} than in {before.place}; {MEND}")
        first = self._ids.setdefault(item.url, bare) if item.url else bare
        if first.id and item.id and first.id != item.id:
            yield error(item.place, f"has another id than in {first.place}; {MEND}")


def _strip(item: Item) -> Item:
    return Item(
        place=item.place,
        id=item.id,
        url=item.url,
        title=item.title,
        published_text="",
        published=item.published,
        updated_text="",
        updated=item.updated,
        contents=(),
        tags=(),
    )


def _compare_feeds(first: FeedFacts, other: FeedFacts) -> Iterator[Problem]:
    """Yield how a feed differs from the same feed in another format."""
    if [item.id for item in first.items] != [item.id for item in other.items]:
        yield error(other.path, f"has other items than {first.path}, or in another order; {MEND}")
        return
    for name, one_text, other_text in (
        ("title", first.title, other.title),
        ("language", first.language, other.language),
        ("page", first.home_url, other.home_url),
    ):
        if one_text != other_text:
            yield error(other.path, f"has another {name} than {first.path}; {MEND}")
    for one, item in zip(first.items, other.items, strict=True):
        if one.updated and item.updated and one.updated != item.updated:
            yield error(item.place, f"was updated at another time than in {one.place}; {MEND}")
        if one.tags != item.tags:
            yield error(item.place, f"has other tags than in {one.place}; {MEND}")
        if one.language != item.language:
            yield error(item.place, f"has another language than in {one.place}; {MEND}")
        if one.contents[:1] != item.contents[:1] and all((*one.contents[:1], *item.contents[:1])):
            yield error(item.place, f"has another text than in {one.place}; {MEND}")
