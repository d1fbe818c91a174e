"""What stands around and above a page: navigation, and the head that machines read."""

from collections.abc import Iterator
from html import escape

from sitegen.model.settings import Settings
from sitegen.publish import urls
from sitegen.publish.edition import Edition
from sitegen.publish.language import direction_of, foreign_language
from sitegen.publish.markup import embed_json, hash_inline
from sitegen.publish.parts import Chrome, FeedLink, Head, NavigationLink

# What tabs, bookmarks and search results show of a title, as HTML writes it: checkers of HTML
# count so. The page itself says all of it.
TITLE_LENGTH = 70

_FORMATS = (
    ("atom.xml", "application/atom+xml", "Atom"),
    ("rss.xml", "application/rss+xml", "RSS"),
    ("feed.json", "application/feed+json", "JSON"),
)


def make_chrome(address: str, edition: Edition) -> Chrome:
    """Return what stands around the page at an address."""
    return make_chrome_below(urls.relative_root(address), address, edition)


def make_chrome_below(root: str, address: str, edition: Edition) -> Chrome:
    """Return the same with every link below ``root``, for a page that is served anywhere."""
    settings = edition.site.settings
    words = edition.words
    return Chrome(
        title=settings.title,
        description=settings.description,
        language=words.language,
        direction=direction_of(words.language),
        foreign=foreign_language(settings.language, words.language),
        root=root,
        home=urls.link_path(""),
        stylesheet=urls.link_path(edition.stylesheet) if edition.stylesheet else "",
        icon=urls.link_path(edition.icon) if edition.icon else "",
        feeds_page=urls.link_path("feeds/"),
        about_page=urls.link_path(urls.ACCOUNT),
        search_page=urls.link_path(urls.SEARCH) if edition.search_script else "",
        navigation=tuple(
            NavigationLink(
                text=text, path=urls.link_path(start), is_current=_is_part(address, start)
            )
            for text, start in _list_sections(edition)
        ),
    )


def _list_sections(edition: Edition) -> Iterator[tuple[str, str]]:
    """Yield the parts of the site in order: what they are called and where they begin."""
    words = edition.words
    yield words.gettext("Latest"), ""
    yield words.gettext("Stories"), "stories/"
    yield words.gettext("Tags"), "tags/"
    yield words.gettext("Digests"), "digest/"
    yield words.gettext("Archive"), "archive/"
    yield from ((page.title, urls.own_address(page.slug)) for page in edition.site.own)
    if edition.search_script:
        yield words.gettext("Search"), urls.SEARCH
    yield words.gettext("Subscribe"), "feeds/"


def make_head(  # noqa: PLR0913 - a head says many things, and each page says all of them
    address: str,
    edition: Edition,
    *,
    title: str,
    description: str,
    data: object,
    feeds: tuple[FeedLink, ...] = (),
    kind: str = "website",
    published: str = "",
    picture: str = "",
    book: str = "",
) -> Head:
    """Return the head of a page; the site's main feeds follow the page's own.

    ``picture`` is the address of its social card; a page without one has the site's, if any.
    ``book`` is the address of the same as an EPUB.
    """
    settings = edition.site.settings
    embedded = embed_json(data)
    shown = picture or edition.pictures.get("", "")
    return Head(
        title=_fit_title(title, settings.title),
        subject=title or settings.title,
        description=description,
        canonical=urls.absolute_url(settings.base_url, address),
        kind=kind,
        published=published,
        picture=urls.absolute_url(settings.base_url, shown) if shown else "",
        feeds=feeds + link_feeds("", settings.title, settings),
        data=embedded,
        data_hash=hash_inline(embedded),
        book=urls.link_path(book) if book else "",
    )


def _fit_title(title: str, site_title: str) -> str:
    """Return the title of a tab: the page's with the site's as far as there is room."""
    whole = f"{title} · {site_title}" if title else site_title
    if len(escape(whole)) <= TITLE_LENGTH:
        return whole
    if len(escape(title)) <= TITLE_LENGTH:
        return title or site_title
    start = title[: TITLE_LENGTH - 1]
    while len(escape(start)) >= TITLE_LENGTH:
        start = start[:-1]
    return f"{start.rpartition(' ')[0] or start}…"


def link_feeds(address: str, title: str, settings: Settings) -> tuple[FeedLink, ...]:
    """Return the three feeds that lie in one folder of the site."""
    return tuple(
        FeedLink(
            title=title,
            media_type=media_type,
            format=format_name,
            path=urls.link_path(address + name),
            url=urls.absolute_url(settings.base_url, address + name),
        )
        for name, media_type, format_name in _FORMATS
    )


def _is_part(address: str, start: str) -> bool:
    return address.startswith(start) if start else not address or address.startswith("page/")
