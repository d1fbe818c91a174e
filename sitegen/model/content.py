"""A file of content/ as it lies on disk, and what was read from it."""

from sitegen.model.address import AddressList
from sitegen.model.digest import Introduction, Issue
from sitegen.model.feed import FeedArchive
from sitegen.model.history import History
from sitegen.model.page import OwnPage, Page, TagPage
from sitegen.model.problem import Problem
from sitegen.model.value import value


@value
class ContentFile:
    """A Markdown file: its path below content/ with forward slashes, and its bytes."""

    path: str
    data: bytes


@value
class PageRead:
    """An article's page, or None where the file is quarantined, and what is wrong with it.

    ``is_moved`` tells that the file has another name than it says itself; ``held`` are the
    digests of the texts that a quarantined file still names as its own.
    """

    page: Page | None
    problems: tuple[Problem, ...]
    is_moved: bool = False
    held: tuple[str, ...] = ()


@value
class TagRead:
    """A tag's page, or None where the file is quarantined, and what is wrong with it."""

    tag: TagPage | None
    problems: tuple[Problem, ...]


@value
class OwnRead:
    """A person's own page, or None where the file is quarantined, and what is wrong with it."""

    own: OwnPage | None
    problems: tuple[Problem, ...]


@value
class IssueRead:
    """An issued digest, and what is wrong with it.

    ``issue`` is None where the file is quarantined, and where it is the introduction of a digest
    that is not out yet. ``slug`` is the period that the file stands for, also while it cannot be
    read; empty where its name is none.
    """

    issue: Issue | None
    problems: tuple[Problem, ...]
    slug: str
    introduction: Introduction | None = None


@value
class ArchiveRead:
    """An archive of the main feed, or None where the file is quarantined, and what is wrong.

    ``number`` is that of the file's name, also while it cannot be read; 0 where it has none.
    """

    archive: FeedArchive | None
    problems: tuple[Problem, ...]
    number: int


@value
class AddressesRead:
    """A list of what has been published, None where the file's name is none, and what is wrong.

    ``number`` is that of the file's name, 0 where it has none. Unless ``is_whole`` the list has
    only what can be read of a file that cannot be read as a whole.
    """

    part: AddressList | None
    problems: tuple[Problem, ...]
    number: int
    is_whole: bool = True


@value
class HistoryRead:
    """What changed in an article, or None where the file is quarantined, and what is wrong."""

    history: History | None
    problems: tuple[Problem, ...]


ContentRead = PageRead | TagRead | OwnRead | IssueRead | ArchiveRead | AddressesRead | HistoryRead
