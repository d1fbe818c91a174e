"""What has changed in the text of an article since it was published first."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Change:
    """A material change: the sentences that are new, and those that are gone.

    Of what a person took out only digests are kept, in ``removed``: who unsays a sentence does not
    want it quoted, but it may come back. A change may be known by its moment alone.
    """

    moment: datetime
    is_by_hand: bool
    new: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class History:
    """The changes of one article, the first one first, as a file of content/changes/ has them.

    ``slug`` is the name of the file; ``id`` that of the article's page. ``text`` are its headline
    and its blocks as they were seen last: what comes next is compared with them. A file that a
    person edited is not written again, and another one goes on.
    """

    slug: str
    id: str
    changes: tuple[Change, ...]
    text: tuple[str, ...]
    is_edited: bool = False
