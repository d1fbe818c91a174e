"""Tell which tags the site has, which names are near to being one, and which may be the same."""

from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Sequence
from datetime import datetime
from typing import Any

from sitegen.corpus import propose_aliases
from sitegen.model.page import Page
from sitegen.model.record import Record
from sitegen.model.settings import Settings

Values = dict[str, Any]

_MOST_BESIDE = 3  # tags told of each tag as those that stand beside it most often


def list_tags(record: Record, settings: Settings) -> Values:
    """Return the vocabulary: tags with a page, thin ones without, and proposed aliases.

    A tag is thin where fewer articles have it than a page of its own needs.
    """
    rows = describe_tags(record)
    return {
        "minimum": settings.tag_minimum,
        "tags": [row for row in rows if settings.tag_minimum <= row["articles"]],
        "thin": [row for row in rows if row["articles"] < settings.tag_minimum],
        "stopped": list(settings.tag_stop),
        "aliases": [{"written": one, "meant": other} for one, other in settings.tag_aliases],
        "proposals": _propose(_list_public(record), {row["tag"] for row in rows}, settings),
    }


def describe_tags(record: Record) -> list[Values]:
    """Return what is known of each tag that articles have, those of most articles first."""
    tagged: dict[str, list[Page]] = defaultdict(list)
    for page in _list_public(record):
        for tag in page.tags:
            tagged[tag].append(page)
    rows = [_describe(tag, members) for tag, members in tagged.items()]
    return sorted(rows, key=lambda row: (-row["articles"], row["tag"]))


def _list_public(record: Record) -> list[Page]:
    return [page for page in record.pages if not page.draft]


def _describe(tag: str, pages: Sequence[Page]) -> Values:
    beside = Counter(other for page in pages for other in page.tags if other != tag)
    nearest = sorted(beside, key=lambda other: (-beside[other], other))[:_MOST_BESIDE]
    moments = sorted(page.dating.moment or page.first_seen for page in pages)
    return {
        "tag": tag,
        "articles": len(moments),
        "first": _write_day(moments[0]),
        "last": _write_day(moments[-1]),
        "with": [{"tag": other, "articles": beside[other]} for other in nearest],
    }


def _write_day(moment: datetime) -> str:
    return moment.date().isoformat()


def _propose(pages: Iterable[Page], tags: Container[str], settings: Settings) -> list[Values]:
    names = Counter(name for page in pages for name in {*page.tags, *page.entities})
    settled = (*settings.tag_stop, *(name for pair in settings.tag_aliases for name in pair))
    return [
        {
            "written": one.written,
            "meant": one.meant,
            "reason": one.reason,
            "articles": list(one.articles),
        }
        for one in propose_aliases(names, settled)
        if one.written in tags or one.meant in tags
    ]
