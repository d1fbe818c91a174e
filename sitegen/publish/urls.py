"""Every address of the site, in one place.

An address is the path below the base URL: ``articles/a-slug/`` or ``rss.xml``; the front page is
the empty string. Addresses that end with a slash are published as ``index.html`` in that folder.
"""

from urllib.parse import quote


def article_address(slug: str) -> str:
    """Return the address of an article."""
    return f"articles/{slug}/"


def tag_address(slug: str) -> str:
    """Return the address of a tag's page; its feeds lie beside it."""
    return f"tags/{slug}/"


def story_address(slug: str) -> str:
    """Return the address of a story's page."""
    return f"stories/{slug}/"


def digest_address(slug: str) -> str:
    """Return the address of a daily or weekly digest."""
    return f"digest/{slug}/"


def month_address(year: int, month: int) -> str:
    """Return the address of a month in the archive."""
    return f"archive/{year:04}/{month:02}/"


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
    here = source.split("/")[:-1]
    there = output_path(target).split("/")
    shared = 0
    while shared < min(len(here), len(there) - 1) and here[shared] == there[shared]:
        shared += 1
    return quote("/".join([".."] * (len(here) - shared) + there[shared:]))


def absolute_url(base_url: str, address: str) -> str:
    """Return the whole URL of an address, as feeds, sitemap and canonical links need it.

    >>> absolute_url("https://example.org/news/", "tags/åland/")
    'https://example.org/news/tags/%C3%A5land/'
    """
    return base_url + quote(address)
