"""Cut long lists into parts that stay as they are, and group what stands in them."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby
from typing import Generic, TypeVar

from sitegen.model.page import Page
from sitegen.model.value import value
from sitegen.publish import urls
from sitegen.publish.dates import count_articles, span_of
from sitegen.publish.edition import Edition, link_story, tag_path
from sitegen.publish.parts import Block, Group, Link, Pager, PartLink
from sitegen.text.wording import Wording

# Articles in one part of a list; the newest part holds up to twice as many less one.
PART = 20
# Parts that one part links to directly, so that any of 400 is two clicks from the newest.
NEIGHBOURHOOD = 20

Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class Part(Generic[Item]):
    """A part of a long list, newest item first. Number 0 is the newest, 1 the oldest."""

    address: str
    number: int
    items: tuple[Item, ...]
    pager: Pager


def split_list(items: Sequence[Item], address: str, size: int = PART) -> tuple[Part[Item], ...]:
    """Cut a list, newest item first, into its parts, newest part first.

    Full parts are numbered from the oldest, so a new item changes only the newest part, and once
    in ``size`` items adds one more. ``address`` is that of the newest part.

    >>> [(part.address, part.items) for part in split_list("54321", "tags/mira/", 2)]
    [('tags/mira/', ('5', '4', '3')), ('tags/mira/page/1/', ('2', '1'))]
    """
    older = max(0, len(items) // size - 1)
    newest = len(items) - older * size
    starts = [newest + size * index for index in range(older)]
    cuts = [items[:newest]] + [items[start : start + size] for start in starts]
    return tuple(
        Part(
            address=urls.page_address(address, number) if number else address,
            number=number,
            items=tuple(cut),
            pager=_make_pager(number, older, address),
        )
        for number, cut in zip([0, *range(older, 0, -1)], cuts, strict=True)
    )


def _make_pager(number: int, older: int, address: str) -> Pager:
    """Return the ways out of a part; ``older`` is how many numbered parts there are."""
    if not older:
        return Pager(newer="", older="", parts=())

    def path(other: int) -> str:
        return urls.link_path(urls.page_address(address, other) if other else address)

    return Pager(
        newer=path((number + 1) % (older + 1)) if number else "",
        older=path(number - 1 if number else older) if number != 1 else "",
        parts=tuple(
            PartLink(text=f"{other}", path=path(other), is_current=other == number)
            for other in _neighbours(number, older)
        ),
    )


def _neighbours(number: int, older: int) -> list[int]:
    """Return the parts to link to: one's own twenty; from the newest part one of each twenty."""
    if older <= NEIGHBOURHOOD:
        return list(range(older, 0, -1))
    if not number:
        return sorted({older, *range(1, older + 1, NEIGHBOURHOOD)}, reverse=True)
    first = (number - 1) // NEIGHBOURHOOD * NEIGHBOURHOOD + 1
    return list(range(min(first + NEIGHBOURHOOD - 1, older), first - 1, -1))


@value
class ListMatter:
    """All that shapes a part of a list: stamps, the stories of its articles, and what else it says.

    ``about`` is what the list says of itself, ``links`` are those that it shows beside articles.
    """

    stamps: tuple[bytes, ...]
    stories: tuple[Link | None, ...]
    address: str
    number: int
    pager: Pager
    about: tuple[str, ...]
    links: tuple[Link | None, ...]


def describe_matter(
    part: Part[Page],
    told: Iterable[str],
    edition: Edition,
    about: tuple[str, ...],
    links: tuple[Link | None, ...],
) -> ListMatter:
    """Return the matter of a part of a list; ``told`` are the ids of all texts that shape it."""
    return ListMatter(
        stamps=edition.stamps.find(*told),
        stories=tuple(link_story(page, edition) for page in part.items),
        address=part.address,
        number=part.number,
        pager=part.pager,
        about=about,
        links=links,
    )


def describe_named(
    name: str,
    pages: Sequence[Page],
    part: Part[Page],
    edition: Edition,
    find_companions: Callable[[], tuple[Link, ...]],
) -> ListMatter:
    """Return the matter of a part of the articles of one tag or source.

    The newest part tells of all articles, in its chart to the week of the site's last dated one.
    """
    if part.number:
        return describe_matter(part, (page.id for page in part.items), edition, (name,), ())
    about = (name, edition.last_dated_day.strftime("%G-%V"))
    told = (page.id for page in pages)
    return describe_matter(part, told, edition, about, find_companions())


def make_blocks(pages: Iterable[Page], edition: Edition) -> tuple[Block, ...]:
    """Put the reports of one story under one headline, in the place of the first of them."""
    members: dict[str, list[Page]] = {}
    for page in pages:
        key = page.story if page.story in edition.stories else page.id
        members.setdefault(key, []).append(page)
    return tuple(_make_block(reports, edition) for reports in members.values())


def _make_block(reports: Sequence[Page], edition: Edition) -> Block:
    return Block(
        card=edition.cards[reports[0].id],
        others=tuple(edition.cards[page.id] for page in reports[1:]),
        story=link_story(reports[0], edition),
    )


def group_by_day(pages: Iterable[Page], edition: Edition) -> tuple[Group, ...]:
    """Group pages, newest first, under the days on which they are listed.

    Those whose date is unknown stand behind the others of the day on which they were first seen;
    those of which the month or the year is known, behind the others of its first day.
    """
    # Far from Greenwich the order of moments and that of days differ by a page or two.
    ordered = sorted(pages, key=lambda page: _place_of(page, edition), reverse=True)
    return _group(ordered, edition, make_blocks)


def group_by_month(pages: Iterable[Page], edition: Edition) -> tuple[Group, ...]:
    """Group pages, newest first, under the months in which they are listed."""

    def month_of(page: Page) -> tuple[int, int]:
        day = edition.days[page.id]
        return day.year, day.month

    return tuple(
        Group(
            title=edition.words.month(*month),
            path=urls.link_path(urls.month_address(*month)),
            blocks=make_blocks(members, edition),
        )
        for month, members in groupby(sorted(pages, key=month_of, reverse=True), month_of)
    )


def name_part(name: str, number: int, words: Wording) -> str:
    """Return the title of a part of a list; the newest part, number 0, has the list's own."""
    return (
        words.gettext("%(title)s, part %(number)s", title=name, number=number) if number else name
    )


def describe_part(
    name: str, pages: Sequence[Page], part: Part[Page], edition: Edition
) -> tuple[str, str]:
    """Return the title of a part of the list of some pages, and how many and of when they are."""
    words = edition.words
    number = count_articles(len(part.items) if part.number else len(pages), words)
    span = () if part.pager.older else (span_of(part.items, edition.site.settings.timezone, words),)
    return name_part(name, part.number, words), words.listed((number, *span))


def link_common_tags(
    pages: Iterable[Page], edition: Edition, most: int, without: str = ""
) -> tuple[Link, ...]:
    """Return the tags that most of the pages have, of those with a page of their own.

    What only one of them has is no habit, and a list of ones tells nobody which to follow.
    """
    counts = Counter(title for page in pages for title in page.tags if title in edition.tags)
    del counts[without]
    shared = [title for title in counts if 1 < counts[title]]
    common = sorted(shared, key=lambda title: (-counts[title], title))[:most]
    return tuple(
        Link(
            text=title,
            path=tag_path(edition.tags[title]),
            note=count_articles(counts[title], edition.words),
        )
        for title in common
    )


def list_by_day(pages: Iterable[Page], edition: Edition) -> tuple[Group, ...]:
    """Group pages in their own order under their days, each report by itself."""
    return _group(pages, edition, _make_single_blocks)


def _make_single_blocks(pages: Iterable[Page], edition: Edition) -> tuple[Block, ...]:
    """Return a block for each page, whatever its story."""
    return tuple(Block(card=edition.cards[page.id], others=(), story=None) for page in pages)


def _group(
    pages: Iterable[Page],
    edition: Edition,
    arrange: Callable[[Iterable[Page], Edition], tuple[Block, ...]],
) -> tuple[Group, ...]:
    return tuple(
        Group(
            title=_name_place(day, exactness, edition.words),
            path=urls.link_path(_find_place(day, exactness)),
            blocks=blocks if exactness == _DAY else leave_clocks(blocks),
        )
        for (day, exactness), members in groupby(pages, lambda page: _place_of(page, edition))
        for blocks in [arrange(members, edition)]
    )


def leave_clocks(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Leave out what stands above them already: the month, the year, that the date is unknown."""
    return tuple(replace(block, card=replace(block.card, clock="")) for block in blocks)


_UNKNOWN, _YEAR, _MONTH, _DAY = range(4)
_EXACTNESS = {"unknown": _UNKNOWN, "year": _YEAR, "month": _MONTH}


def _place_of(page: Page, edition: Edition) -> tuple[date, int]:
    """Return the day under which a page is listed, and how exactly it is its date."""
    return edition.days[page.id], _EXACTNESS.get(page.dating.precision, _DAY)


def _name_place(day: date, exactness: int, words: Wording) -> str:
    if exactness == _UNKNOWN:
        return words.gettext("Date unknown, seen %(day)s", day=words.day(day))
    if exactness == _YEAR:
        return f"{day.year}"
    return words.month(day.year, day.month) if exactness == _MONTH else words.weekday(day)


def _find_place(day: date, exactness: int) -> str:
    """Return the address of the digest of a day, or of the month where no day is known."""
    if exactness in {_YEAR, _MONTH}:
        return urls.month_address(day.year, day.month)
    return urls.digest_address(day.isoformat())
