"""The page to search: a form, what it can narrow the search to, and the ways without it."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import ClassVar

from sitegen.model.site import Site
from sitegen.publish import urls
from sitegen.publish.dates import count_articles
from sitegen.publish.edition import Edition, tag_path
from sitegen.publish.frame import make_chrome, make_head
from sitegen.publish.linked_data import describe_page
from sitegen.publish.parts import Chrome, Head, Link
from sitegen.publish.plan import source_of
from sitegen.publish.search_words import SEPARATORS, UNSPACED
from sitegen.text.wording import Wording

# What the form offers; addresses of other searches (?tag=NAME) work as well.
TAGS_OFFERED = 100
SOURCES_OFFERED = 50
MONTHS_OFFERED = 36
# Tags among the ways without a search.
TAGS_LISTED = 24


@dataclass(frozen=True, slots=True)
class Choice:
    """An entry of a menu: what the address says of it, and what a reader sees."""

    value: str
    text: str


@dataclass(frozen=True, slots=True)
class SearchView:
    """The search. ``script`` is the path of its script.

    ``counts`` say how many articles were found, for each category of numbers that the language
    speaks of otherwise.

    ``separators`` and ``unspaced`` are classes of characters, by which the script cuts words as the
    index has them.
    """

    template: ClassVar[str] = "pages/search.html"

    address: str
    site: Chrome
    head: Head
    title: str
    summary: str
    counts: tuple[Choice, ...]
    script: str
    separators: str
    unspaced: str
    tags: tuple[Choice, ...]
    sources: tuple[Choice, ...]
    times: tuple[Choice, ...]
    ways: tuple[Link, ...]


def make_search_view(edition: Edition) -> SearchView:
    """Return the page to search."""
    site, words = edition.site, edition.words
    title = words.gettext("Search")
    largest = sorted(site.tags, key=lambda tag: (-len(tag.pages), tag.title))
    return SearchView(
        address=urls.SEARCH,
        site=make_chrome(urls.SEARCH, edition),
        head=make_head(
            urls.SEARCH,
            edition,
            title=title,
            description=words.gettext("Search all articles of %(site)s", site=site.settings.title),
            data=describe_page(title, urls.SEARCH, site.settings),
        ),
        title=title,
        summary=words.gettext(
            "Every word of %(articles)s", articles=count_articles(len(site.pages), words)
        ),
        counts=tuple(
            Choice(value=category, text=text)
            for category, text in words.plural_forms("%(number)s article", "%(number)s articles")
        ),
        script=urls.link_path(edition.search_script),
        separators=SEPARATORS,
        unspaced=UNSPACED,
        tags=_offer(((tag.title, len(tag.pages)) for tag in largest[:TAGS_OFFERED]), words),
        sources=_list_sources(site, words),
        times=_list_times(edition),
        ways=tuple(
            Link(text=tag.title, path=tag_path(tag), note=words.number(len(tag.pages)))
            for tag in largest[:TAGS_LISTED]
        ),
    )


def _list_sources(site: Site, words: Wording) -> tuple[Choice, ...]:
    """Return the sources with most articles, by name."""
    counted = Counter(filter(None, map(source_of, site.pages)))
    largest = sorted(counted.items(), key=lambda item: (-item[1], item[0]))
    return _offer(largest[:SOURCES_OFFERED], words)


def _list_times(edition: Edition) -> tuple[Choice, ...]:
    """Return the years and the latest months that have dated articles, the latest first."""
    years: dict[int, set[int]] = {}
    for page in edition.site.pages:
        day = edition.days[page.id]
        if page.dating.moment:
            months = years.setdefault(day.year, set())
            if page.dating.precision != "year":
                months.add(day.month)
    dated = [(year, month) for year in years for month in years[year]]
    latest = set(sorted(dated, reverse=True)[:MONTHS_OFFERED])
    choices = []
    for year in sorted(years, reverse=True):
        choices.append(Choice(value=f"{year:04}", text=f"{year}"))
        choices += [
            Choice(value=f"{year:04}-{month:02}", text=edition.words.month(year, month))
            for month in sorted(years[year], reverse=True)
            if (year, month) in latest
        ]
    return tuple(choices)


def _offer(named: Iterable[tuple[str, int]], words: Wording) -> tuple[Choice, ...]:
    return tuple(
        Choice(value=name, text=f"{name} ({words.number(number)})")
        for name, number in sorted(named, key=lambda item: (item[0].casefold(), item[0]))
    )
