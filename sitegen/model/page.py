"""One Markdown page of content/articles/: the durable record of an article."""

from datetime import datetime, timedelta

from sitegen.model.article import Caption
from sitegen.model.dating import Dating
from sitegen.model.value import value


@value
class Copy:
    """One copy of the article that was found in a seed (law 6).

    ``score`` is the share of the shorter text's four-word shingles that the longer one has too,
    from 0 to 1; ``reason`` says in words why this copy belongs here. ``merged`` is the id of the
    page that the copy came with when a person merged that page into this one. ``differences``
    says how it differs from the text that is published: nothing, if not by a letter.
    """

    seed: str
    digest: str
    words: int
    score: float
    reason: str
    merged: str = ""
    differences: str = ""


@value
class RelatedPage:
    """Another article of interest, and why."""

    slug: str
    title: str
    reason: str


@value
class Apart:
    """Another page that a person split from this one: the two are never one again.

    ``seed`` and ``digest`` are those of the text that it publishes. They give it back its ``id``
    and its ``slug`` when its file was deleted and is made anew.
    """

    id: str
    slug: str
    seed: str
    digest: str


@value
class Version:
    """Another version of the article, earlier or later, kept as an article of its own.

    ``score`` is the share of the shorter text's four-word shingles that the longer one has too.
    """

    slug: str
    title: str
    score: float


@value
class Page:
    """An article with its identity, its place among the others, and its history.

    ``id``, ``slug`` and ``first_seen`` are minted once and never change (law 4).
    ``dek`` is the line under the headline; ``place`` where the report says that it was written.
    ``body`` is Markdown: the text with the first mention of each tag that has a page linked to
    ``../tags/NAME.md``. The list of related pages is not part of it.
    ``is_edited`` tells that a person has changed the file since it was generated: such a page is
    never written again (law 3).
    ``merged_into`` is the id of the page that a person merged this one into: it is no article of
    its own while it says so. ``phrases`` are of the page's own text, by which it is known again
    while the page publishes the better text of a page that was merged into it.
    ``versions`` are the other versions of an article that developed, newest first. ``rights`` says
    whose the text is, in words to be shown.
    ``story`` is the slug of the story that the page is part of, which a person decided where
    ``is_story_by_hand``; ``former_stories`` are those that it was part of before.
    """

    id: str
    title: str
    slug: str
    dating: Dating
    first_seen: datetime
    updated: datetime
    draft: bool
    lang: str
    agency: str
    byline: str
    captions: tuple[Caption, ...]
    source: str
    url: str
    tags: tuple[str, ...]
    entities: tuple[str, ...]
    story: str
    summary: str
    related: tuple[RelatedPage, ...]
    aliases: tuple[str, ...]
    seeds: tuple[Copy, ...]
    words: int
    body: str
    is_truncated: bool
    is_edited: bool
    dek: str = ""
    place: str = ""
    merged_into: str = ""
    apart: tuple[Apart, ...] = ()
    phrases: tuple[str, ...] = ()
    versions: tuple[Version, ...] = ()
    rights: str = ""
    is_story_by_hand: bool = False
    former_stories: tuple[str, ...] = ()

    def is_changed_ahead(self, now: datetime) -> bool:
        """Tell whether it says that it changed more than a day after its date and after ``now``.

        It was dated ahead, and then the date was mended. What changes in a build may be seconds
        later than it, as each page has its own.
        """
        published = self.dating.moment or self.first_seen
        return timedelta(days=1) < self.updated - max(published, now)


@value
class TagPage:
    """One Markdown page of content/tags/: a name's stable address and its articles.

    ``entries`` are (article slug, article title), newest first.
    """

    title: str
    slug: str
    entries: tuple[tuple[str, str], ...]
    is_edited: bool


# What the site itself answers for at its root; a person's own page must have another name.
SITE_NAMES = frozenset(
    "404 archive articles assets digest feeds index page search sources stories tags".split()
)


@value
class OwnPage:
    """A page of content/pages/ that a person wrote; ``aliases`` are names that it had before."""

    title: str
    slug: str
    body: str
    aliases: tuple[str, ...] = ()
