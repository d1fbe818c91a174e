"""What one day or one week brought: while it lasts, and as it was issued."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from sitegen.model.page import Page

Kind = Literal["day", "week"]


@dataclass(frozen=True, slots=True)
class Issue:
    """The digest of a period as it was issued, and as a person may have changed it since.

    ``slug`` is ``2024-06-14`` for a day and ``2024-W24`` for a week (ISO 8601). ``issued`` is the
    build that wrote it. ``articles`` are the ids of the pages that it tells of, ``late`` those
    among them that are dated into a period whose digest was out already; ``linked`` are the slugs
    of the pages that its body, which is Markdown, links to. ``lang`` is the language of its words.
    """

    id: str
    slug: str
    kind: Kind
    title: str
    issued: datetime
    summary: str
    articles: tuple[str, ...]
    late: tuple[str, ...]
    linked: tuple[str, ...]
    body: str
    draft: bool
    is_edited: bool
    lang: str = "en"


@dataclass(frozen=True, slots=True)
class Introduction:
    """What an editor wrote for a digest before it is out: its first words, as Markdown.

    ``title`` is empty where the editor wants none of their own.
    """

    slug: str
    title: str
    body: str
    draft: bool


@dataclass(frozen=True, slots=True)
class Digest:
    """The pages listed in one period, and its issue if that is out.

    ``first`` and ``last`` are its first and last day. ``pages`` stand newest first; with an issue
    they are only those that it does not tell of. ``number`` counts all that are listed.
    """

    slug: str
    kind: Kind
    first: date
    last: date
    pages: tuple[Page, ...]
    number: int
    issue: Issue | None = None

    @property
    def told(self) -> int:
        """How many articles it has: those that its issue tells of, and those that came since."""
        return len(self.issue.linked) + len(self.pages) if self.issue else self.number
