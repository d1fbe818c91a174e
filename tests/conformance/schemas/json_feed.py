"""JSON Feed 1.1 as types: our own transcription of https://www.jsonfeed.org/version/1.1/.

What is no key of the format is refused; extensions, which begin with "_", we have none.
"""

from typing import Annotated, Literal

from msgspec import Meta, Struct

Text = Annotated[str, Meta(min_length=1)]
Address = Annotated[str, Meta(pattern=r"^https?://[!-~]+$")]
# RFC 3339, with a zone.
Moment = Annotated[str, Meta(pattern=r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$")]
Language = Annotated[str, Meta(pattern=r"^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$")]


class Author(Struct, forbid_unknown_fields=True, omit_defaults=True):
    """Someone; at least one key must be there, and we have names."""

    name: Text
    url: Address | None = None
    avatar: Address | None = None


class Hub(Struct, forbid_unknown_fields=True):
    """Who tells of news."""

    type: Text
    url: Address


class Item(Struct, forbid_unknown_fields=True):
    """An article; it must have one of the two contents."""

    id: Text
    url: Address
    title: Text
    date_published: Moment
    date_modified: Moment
    content_html: str | None = None
    content_text: str | None = None
    summary: Text | None = None
    authors: Annotated[tuple[Author, ...], Meta(min_length=1)] | None = None
    tags: Annotated[tuple[Text, ...], Meta(min_length=1)] | None = None
    language: Language | None = None

    def __post_init__(self) -> None:
        if self.content_html is None and self.content_text is None:
            raise ValueError("has no content")


class JsonFeed(Struct, forbid_unknown_fields=True):
    """A feed, or a page of one."""

    version: Literal["https://jsonfeed.org/version/1.1"]
    title: Text
    home_page_url: Address
    feed_url: Address
    items: tuple[Item, ...]
    description: Text | None = None
    next_url: Address | None = None
    icon: Address | None = None
    favicon: Address | None = None
    authors: Annotated[tuple[Author, ...], Meta(min_length=1)] | None = None
    language: Language | None = None
    hubs: tuple[Hub, ...] | None = None

    def __post_init__(self) -> None:
        if len({item.id for item in self.items}) < len(self.items):
            raise ValueError("has an id twice")
