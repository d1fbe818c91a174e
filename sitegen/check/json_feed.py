"""Read a JSON Feed and say what https://www.jsonfeed.org/version/1.1/ would not accept."""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from sitegen.check.addresses import is_absolute
from sitegen.check.facts import FeedFacts, Item
from sitegen.check.findings import MEND, error, shorten, warning
from sitegen.check.moments import read_rfc3339
from sitegen.check.rss import ARCHIVES
from sitegen.model.problem import Problem

MEDIA_TYPE = "application/feed+json"
VERSION = "https://jsonfeed.org/version/1.1"

_FEED = frozenset(
    "version title home_page_url feed_url description user_comment next_url icon favicon authors "
    "language expired hubs items".split()
)
_ITEM = frozenset(
    "id url external_url title content_html content_text summary image banner_image date_published "
    "date_modified authors tags language attachments".split()
)
_FEED_TEXTS = ("title", "home_page_url", "feed_url", "description", "icon", "favicon", "language")
_ITEM_TEXTS = ("url", "title", "content_html", "content_text", "summary", "image", "language")
_URLS = ("home_page_url", "feed_url", "next_url", "icon", "favicon", "image", "banner_image")

Values = Mapping[str, Any]


class NoJsonError(Exception):
    """A file that is no JSON, with the ``line`` at which that shows."""

    def __init__(self, line: int, reason: str) -> None:
        super().__init__(reason)
        self.line = line
        self.reason = reason


def load_json(data: bytes) -> object:
    """Return what a file of JSON holds. Raise NoJsonError, for keys that stand twice too."""
    try:
        loaded: object = json.loads(data.decode(), object_pairs_hook=_pair, parse_constant=_refuse)
    except json.JSONDecodeError as fault:
        raise NoJsonError(fault.lineno, fault.msg) from None
    except UnicodeDecodeError:
        raise NoJsonError(1, "is not UTF-8") from None
    except RecursionError:
        raise NoJsonError(1, "is nested too deeply") from None
    return loaded


def read_json_feed(path: str, values: Values) -> FeedFacts:
    """Return what a feed says; what is missing is empty."""
    items = values.get("items")
    listed = items if isinstance(items, list) else []
    return FeedFacts(
        path=path,
        media_type=MEDIA_TYPE,
        id="",
        title=_text(values, "title"),
        own_url=_text(values, "feed_url"),
        home_url=_text(values, "home_page_url"),
        language=_text(values, "language"),
        updated_text="",
        updated=None,
        # JSON Feed has no way to say that a document is an archive.
        is_archive=ARCHIVES in f"/{path}",
        chain=(_text(values, "next_url"),) if "next_url" in values else (),
        items=tuple(
            _read_item(f"{path}#{number}", item)
            for number, item in enumerate(listed, start=1)
            if isinstance(item, dict)
        ),
        icon_url=_text(values, "icon"),
    )


def examine_json_feed(path: str, values: Values) -> Iterator[Problem]:
    """Yield what is wrong with a feed as JSON Feed 1.1."""
    if values.get("version") != VERSION:
        yield error(path, f"is no JSON Feed 1.1; {MEND}")
    yield from _examine_keys(path, values, _FEED, _FEED_TEXTS)
    items = values.get("items")
    if not isinstance(items, list):
        yield error(path, f"has no list of items; {MEND}")
        return
    for number, item in enumerate(items, start=1):
        place = f"{path}#{number}"
        if isinstance(item, dict):
            yield from _examine_item(place, item)
        else:
            yield error(place, f"is an item that is no object; {MEND}")


def _examine_item(place: str, item: Values) -> Iterator[Problem]:
    yield from _examine_keys(place, item, _ITEM, _ITEM_TEXTS)
    if "id" in item and not isinstance(item["id"], str):
        yield error(place, f"has an id that is no text; {MEND}")
    if not item.get("content_html") and not item.get("content_text"):
        yield error(place, f"has neither content_html nor content_text; {MEND}")
    tags = item.get("tags", [])
    if not isinstance(tags, list) or not all(isinstance(tag, str) and tag for tag in tags):
        yield error(place, f"has tags that are no list of texts; {MEND}")
    attachments = item.get("attachments", [])
    for attachment in attachments if isinstance(attachments, list) else []:
        if not isinstance(attachment, dict) or not {"url", "mime_type"} <= attachment.keys():
            yield error(place, f"has an attachment without url and mime_type; {MEND}")


def _examine_keys(
    place: str, values: Values, known: frozenset[str], texts: tuple[str, ...]
) -> Iterator[Problem]:
    for key in values:
        if key == "author":
            yield warning(place, f"has 'author', which is of JSON Feed 1.0; use authors; {MEND}")
        elif key not in known and not key.startswith("_"):
            yield warning(place, f"has '{shorten(key)}', which JSON Feed does not know; {MEND}")
    for key in texts:
        if key in values and not isinstance(values[key], str):
            yield error(place, f"has a {key} that is no text; {MEND}")
    for key in _URLS:
        if isinstance(values.get(key), str) and not is_absolute(values[key]):
            yield error(place, f"has a {key} that is no whole address; {MEND}")
    authors = values.get("authors", [])
    if not isinstance(authors, list) or not all(map(_is_author, authors)):
        yield error(place, f"has authors that are no list of names; {MEND}")


def _is_author(author: object) -> bool:
    return isinstance(author, dict) and bool({"name", "url", "avatar"} & author.keys())


def _read_item(place: str, item: Values) -> Item:
    published, updated = _text(item, "date_published"), _text(item, "date_modified")
    return Item(
        place=place,
        id=_text(item, "id"),
        url=_text(item, "url"),
        title=_text(item, "title"),
        published_text=published,
        published=read_rfc3339(published),
        updated_text=updated,
        updated=read_rfc3339(updated),
        contents=(_text(item, "content_html"),),
        tags=tuple(map(str, tags)) if isinstance(tags := item.get("tags", []), list) else (),
        language=_text(item, "language"),
    )


def _text(values: Values, key: str) -> str:
    value = values.get(key)
    return value.strip() if isinstance(value, str) else ""


def _pair(pairs: list[tuple[str, object]]) -> dict[str, object]:
    values = dict(pairs)
    if len(values) < len(pairs):
        raise NoJsonError(1, "has a key twice")
    return values


def _refuse(constant: str) -> object:
    raise NoJsonError(1, f"has {constant}, which is no JSON")
