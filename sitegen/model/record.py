"""The durable record: all of content/ as a value."""

from dataclasses import dataclass

from sitegen.model.address import AddressList
from sitegen.model.digest import Introduction, Issue
from sitegen.model.feed import FeedArchive
from sitegen.model.history import History
from sitegen.model.page import OwnPage, Page, TagPage


@dataclass(frozen=True, slots=True)
class Record:
    """Everything that content/ holds: what was decided before, and what a person wrote.

    ``held`` are the digests of texts whose page cannot be read just now: they have an id already,
    so nothing is minted for them; ``held_slugs`` are the names of the files. ``merged`` are the
    pages that a person merged into one of ``pages``: each keeps its file, its id, its address and
    its text, and none is published.
    ``issues`` are the digests that are out; ``held_issues`` the slugs of those whose file cannot be
    read just now; ``introductions`` those of digests that are not out yet. ``archives`` are those
    of the main feed, the oldest first; ``held_archives`` the numbers of those whose file cannot be
    read. ``gone`` are what stands at the addresses of articles that are no more. ``addresses`` are
    those that have been published, in the order in which they were; ``held_addresses`` the numbers
    of the lists of these that cannot be read as a whole. ``histories`` are what has changed in the
    texts of articles.
    """

    pages: tuple[Page, ...]
    tags: tuple[TagPage, ...]
    own: tuple[OwnPage, ...]
    held: tuple[str, ...] = ()
    held_slugs: tuple[str, ...] = ()
    merged: tuple[Page, ...] = ()
    issues: tuple[Issue, ...] = ()
    held_issues: tuple[str, ...] = ()
    archives: tuple[FeedArchive, ...] = ()
    held_archives: tuple[int, ...] = ()
    introductions: tuple[Introduction, ...] = ()
    gone: tuple[OwnPage, ...] = ()
    addresses: tuple[AddressList, ...] = ()
    held_addresses: tuple[int, ...] = ()
    histories: tuple[History, ...] = ()
