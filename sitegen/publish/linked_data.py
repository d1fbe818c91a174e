"""What pages say about themselves in the vocabulary of schema.org."""

from collections.abc import Sequence

from sitegen.model.page import Page
from sitegen.model.settings import Settings
from sitegen.publish import urls
from sitegen.publish.dates import machine_date_of
from sitegen.publish.plan import rights_of, source_of

Described = dict[str, object]


def describe_article(page: Page, trail: Sequence[tuple[str, str]], settings: Settings) -> Described:
    """Describe a report and its place in the site; an unknown date is not mentioned."""
    url = urls.absolute_url(settings.base_url, urls.article_address(page.slug))
    article: Described = {
        "@type": "NewsArticle",
        "headline": page.title,
        "description": page.summary,
        "url": url,
        "inLanguage": page.lang or settings.language,
        "wordCount": page.words,
        "publisher": _publisher(settings),
    }
    if page.dek:
        article["alternativeHeadline"] = page.dek
    if page.place:
        article["dateline"] = page.place
    if authors := _list_authors(page):
        article["author"] = authors[0] if len(authors) == 1 else authors
    if rights := rights_of(page, settings):
        article["copyrightNotice"] = rights
    if page.dating.moment:
        article["datePublished"] = machine_date_of(page)
        article["dateModified"] = page.updated.isoformat()
    if page.tags:
        article["keywords"] = list(page.tags)
    return _context([article, _describe_trail(trail, settings)])


def _list_authors(page: Page) -> list[Described]:
    """Return who wrote a report and whom it comes from, as far as they are known."""
    known = (("Person", page.byline), ("Organization", source_of(page)))
    return [{"@type": kind, "name": name} for kind, name in known if name]


def describe_list(title: str, address: str, settings: Settings) -> Described:
    """Describe a page that leads to others."""
    return _context(
        [
            {
                "@type": "CollectionPage",
                "name": title,
                "url": urls.absolute_url(settings.base_url, address),
                "isPartOf": _describe_home(settings),
            },
            _describe_trail(((settings.title, ""), (title, address)), settings),
        ]
    )


def describe_site(settings: Settings) -> Described:
    """Describe the site as a whole."""
    return _context([_describe_home(settings) | {"publisher": _publisher(settings)}])


def describe_page(title: str, address: str, settings: Settings) -> Described:
    """Describe a page that is neither a report nor a list."""
    url = urls.absolute_url(settings.base_url, address)
    return _context([{"@type": "WebPage", "name": title, "url": url}])


def _context(things: list[Described]) -> Described:
    return {"@context": "https://schema.org", "@graph": things}


def _describe_home(settings: Settings) -> Described:
    return {"@type": "WebSite", "name": settings.title, "url": settings.base_url}


def _publisher(settings: Settings) -> Described:
    name = settings.author or settings.title
    return {"@type": "Organization", "name": name, "url": settings.base_url}


def _describe_trail(trail: Sequence[tuple[str, str]], settings: Settings) -> Described:
    """Describe the way from the front page: (words, address) each."""
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {
                "@type": "ListItem",
                "position": position,
                "name": name,
                "item": urls.absolute_url(settings.base_url, address),
            }
            for position, (name, address) in enumerate(trail, start=1)
        ],
    }
