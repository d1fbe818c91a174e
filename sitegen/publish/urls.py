"""Every address of the site, in one place.

An address is the path below the base URL: ``articles/a-slug/`` or ``rss.xml``; the front page is
the empty string. Addresses that end with a slash are published as ``index.html`` in that folder.
"""

from functools import lru_cache
from urllib.parse import quote

FEED_LIST = "feeds.opml"
FEED_STYLE_ADDRESS = "assets/feed.css"
SOURCES = "sources/"
SEARCH = "search/"
UNDATED = "undated/"
ABOUT = "about/"
ACCOUNT = "about/made/"  # how the site is made, whatever a person's own page at about/ says


def article_address(slug: str) -> str:
    """Return the address of an article."""
    return f"articles/{slug}/"


def tag_address(slug: str) -> str:
    """Return the address of a tag's page; its feeds lie beside it."""
    return f"tags/{slug}/"


def story_address(slug: str) -> str:
    """Return the address of a story's page."""
    return f"stories/{slug}/"


def source_address(slug: str) -> str:
    """Return the address of a source's page; its feeds lie beside it."""
    return f"{SOURCES}{slug}/"


def digest_address(slug: str) -> str:
    """Return the address of a daily or weekly digest."""
    return f"digest/{slug}/"


def feed_archive_address(number: int) -> str:
    """Return the folder in which an archive of the main feed lies; it has no page of its own."""
    return f"feeds/archive/{number}/"


def month_address(year: int, month: int) -> str:
    """Return the address of a month in the archive."""
    return f"archive/{year:04}/{month:02}/"


def own_address(slug: str) -> str:
    """Return the address of a page that a person wrote."""
    return f"{slug}/"


def is_own_address(address: str) -> bool:
    """Tell whether an address that is on record is that of a page that a person wrote."""
    return address.count("/") == 1 and address != SOURCES


def page_address(first: str, number: int) -> str:
    """Return the address of an older part of a long list; ``first`` is where it begins.

    Parts are numbered from the oldest, so that they stay as they are.
    """
    return f"{first}page/{number}/"


def output_path(address: str) -> str:
    """Return the file that answers for an address.

    >>> output_path("tags/mira/"), output_path("rss.xml")
    ('tags/mira/index.html', 'rss.xml')
    """
    return f"{address}index.html" if not address or address.endswith("/") else address


def relative_link(source: str, target: str) -> str:
    """Return the link from the page at one address to another address.

    Links name ``index.html``, because a site opened from disk has no server that would add it
    (law 11, docs/decisions/links-name-index-html.md).

    >>> relative_link("articles/a/", "tags/mira/")
    '../../tags/mira/index.html'
    >>> relative_link("", "rss.xml")
    'rss.xml'
    >>> relative_link("tags/mira/", "tags/mira/rss.xml")
    'rss.xml'
    """
    if source.partition("/")[0] != target.partition("/")[0]:  # they have no folder in common
        return relative_root(source) + link_path(target)
    here = source.split("/")[:-1]
    there = output_path(target).split("/")
    shared = 0
    while shared < min(len(here), len(there) - 1) and here[shared] == there[shared]:
        shared += 1
    return quote("/".join([".."] * (len(here) - shared) + there[shared:]))


def relative_root(address: str) -> str:
    """Return what leads from the page at an address to the site's root: empty or ``../`` often.

    >>> relative_root(""), relative_root("tags/mira/")
    ('', '../../')
    """
    return "../" * address.count("/")


@lru_cache(maxsize=10_000)
def link_path(address: str) -> str:
    """Return an address as links write it below the root.

    >>> relative_root("archive/2024/06/") + link_path("tags/åland/")
    '../../../tags/%C3%A5land/index.html'
    """
    return quote(output_path(address))


@lru_cache(maxsize=10_000)
def absolute_url(base_url: str, address: str) -> str:
    """Return the whole URL of an address, as feeds, sitemap and canonical links need it.

    >>> absolute_url("https://example.org/news/", "tags/åland/")
    'https://example.org/news/tags/%C3%A5land/'
    """
    return base_url + quote(address)
