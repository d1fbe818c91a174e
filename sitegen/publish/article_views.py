"""The page of an article."""

import re
from collections.abc import Callable, Iterator
from functools import partial
from typing import ClassVar

from sitegen.model.article import Caption
from sitegen.model.dating import Basis, Dating
from sitegen.model.page import Copy, Page
from sitegen.model.value import value
from sitegen.publish import urls
from sitegen.publish.dates import format_date_of, machine_date_of
from sitegen.publish.edition import Edition, place_body
from sitegen.publish.frame import make_chrome, make_head
from sitegen.publish.language import foreign_direction, foreign_language
from sitegen.publish.linked_data import describe_article
from sitegen.publish.markup import Html
from sitegen.publish.matter import Maker
from sitegen.publish.parts import Chrome, Head, Link
from sitegen.publish.plan import rights_of, source_of
from sitegen.publish.surroundings import OtherReport, Surroundings, look_around
from sitegen.publish.version_lines import VersionLine
from sitegen.text.wording import Wording

# Adults read 238 words of English prose a minute (Brysbaert 2019, doi 10.1016/j.jml.2019.104047).
WORDS_A_MINUTE = 238
_LONGEST_EVIDENCE = 160  # characters
# Behind a date that was read beside a text, before the place: a file, a field of an object.
_BESIDE = re.compile(r", (?:stated in|the field) ")


@value
class CopyLine:
    """A copy of the article in a seed, in words: its length, and what makes it a copy."""

    seed: str
    note: str


@value
class ArticleView:
    """An article: what it says, what is known of it, and where to go from it.

    ``place`` is where the report says that it was written, or empty.
    ``evidence`` are the words from which the date is known, ``evidence_kind`` says what they are,
    ``contrary`` are those that say otherwise. ``source_path`` is empty
    where the source has no page. ``original`` is the address it came from, empty
    unless it is one of the web. ``tags`` without a path have no page.
    ``before`` and ``after`` are neighbours in a long story, ``newer`` and ``older`` those on the
    site.
    """

    template: ClassVar[str] = "pages/article.html"

    address: str
    site: Chrome
    head: Head
    trail: tuple[Link, ...]
    title: str
    dek: str
    language: str
    direction: str
    source: str
    source_path: str
    byline: str
    place: str
    date: str
    moment: str
    evidence: str
    evidence_kind: str
    contrary: str
    length: str
    body: Html
    is_truncated: bool
    captions: tuple[Caption, ...]
    story: Link | None
    same_story: tuple[OtherReport, ...]
    before: Link | None
    after: Link | None
    tags: tuple[Link, ...]
    related: tuple[Link, ...]
    versions: tuple[VersionLine, ...]
    copies: tuple[CopyLine, ...]
    original: str
    rights: str
    first_seen: str
    newer: Link | None
    older: Link | None


@value
class _Matter:
    """All that shapes the page of an article: the stamps of the site and its own, and others."""

    stamps: tuple[bytes, ...]
    around: Surroundings


def make_article_views(edition: Edition) -> Iterator[Maker[ArticleView]]:
    """Yield a maker of the page of every article, newest first."""
    pages = edition.site.pages
    by_slug = {page.slug: page for page in pages}
    for index, page in enumerate(pages):
        newer = pages[index - 1] if index else None
        older = pages[index + 1] if index + 1 < len(pages) else None
        look = partial(look_around, page, edition, by_slug, newer, older)
        yield Maker(
            partial(_make_view, page, look, edition), partial(_describe, page, look, edition)
        )


def _describe(page: Page, look: Callable[[], Surroundings], edition: Edition) -> _Matter:
    return _Matter(edition.stamps.find(page.id), look())


def _make_view(page: Page, look: Callable[[], Surroundings], edition: Edition) -> ArticleView:
    """Return the page of an article; what follows from others is taken from its surroundings."""
    around = look()
    settings, words = edition.site.settings, edition.words
    language = page.lang or settings.language
    address = urls.article_address(page.slug)
    trail = _make_trail(page, edition)
    return ArticleView(
        address=address,
        site=make_chrome(address, edition),
        head=make_head(
            address,
            edition,
            title=page.title,
            description=page.summary or page.title,
            data=describe_article(page, (*trail, (page.title, address)), settings),
            kind="article",
            published=machine_date_of(page),
            picture=around.picture,
        ),
        trail=tuple(Link(text=text, path=urls.link_path(where)) for text, where in trail),
        title=page.title,
        dek=page.dek,
        language=foreign_language(language, words.language),
        direction=foreign_direction(language, words.language),
        source=source_of(page),
        source_path=around.source_path,
        byline=page.byline,
        place=page.place,
        date=format_date_of(page, settings.timezone, words),
        moment=machine_date_of(page),
        evidence=_show_evidence(page.dating),
        evidence_kind=_name_evidence(page.dating.basis, words),
        contrary=_BESIDE.split(page.dating.contrary)[0],
        length=_describe_length(page.words, words),
        body=place_body(edition.bodies[page.id], "articles", address, edition),
        is_truncated=page.is_truncated,
        captions=page.captions,
        story=around.story,
        same_story=around.same_story,
        before=around.before,
        after=around.after,
        tags=around.tags,
        related=around.related,
        versions=around.versions,
        copies=tuple(_describe_copy(copy, words) for copy in page.seeds),
        original=page.url if page.url.startswith(("https://", "http://")) else "",
        rights=rights_of(page, settings),
        first_seen=words.day(page.first_seen.astimezone(settings.timezone).date()),
        newer=around.newer,
        older=around.older,
    )


def _name_evidence(basis: Basis, words: Wording) -> str:
    """Return what kind of words a date is known from."""
    match basis:
        case "stated":
            return words.gettext("Date as stated")
        case "shown":
            return words.gettext("Month told by what the report says and shows")
        case "agreed":
            return words.gettext("Month told by another report of the same days")


def _show_evidence(dating: Dating) -> str:
    """Return the words that tell a date, the middle left out where they are many.

    What is stated beside a text is none of its words, and a date there only says the date again.
    """
    words, *beside = _BESIDE.split(dating.evidence, maxsplit=1)
    if beside and not dating.contrary:
        return ""
    if len(words) <= _LONGEST_EVIDENCE:
        return words
    half = _LONGEST_EVIDENCE // 2
    return f"{words[:half].rpartition(' ')[0]} … {words[-half:].partition(' ')[2]}"


def _make_trail(page: Page, edition: Edition) -> tuple[tuple[str, str], ...]:
    """Return the way from the front page to the day of an article: (words, address) each.

    It ends where no more is known of the date.
    """
    day = edition.days[page.id]
    way = (
        (edition.words.gettext("Latest"), ""),
        (edition.words.month(day.year, day.month), urls.month_address(day.year, day.month)),
        (edition.words.day(day), urls.digest_address(day.isoformat())),
    )
    return way[: {"year": 1, "month": 2}.get(page.dating.precision, 3)]


def _describe_length(number: int, words: Wording) -> str:
    """Return the length of a text in words and minutes.

    >>> from sitegen.text.wording import read_wording
    >>> _describe_length(480, read_wording("en"))
    '480 words, 3 minutes'
    """
    minutes = max(-(-number // WORDS_A_MINUTE), 1)
    length = (
        words.ngettext("%(number)s word", "%(number)s words", number),
        words.ngettext("%(number)s minute", "%(number)s minutes", minutes),
    )
    return words.listed(length)


def _describe_copy(copy: Copy, words: Wording) -> CopyLine:
    """Return a copy in words; where it is not the same text, how it differs."""
    length = words.ngettext("%(number)s word", "%(number)s words", copy.words)
    told = filter(None, (length, copy.reason, copy.differences))
    return CopyLine(seed=copy.seed, note=words.listed(tuple(told)))
