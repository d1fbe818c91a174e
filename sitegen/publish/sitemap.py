"""The files of the site that only machines read: sitemap, robots.txt and what the host wants."""

from collections.abc import Iterable, Iterator
from html import escape
from ipaddress import ip_address
from urllib.parse import urlsplit

from sitegen.model.output import OutputFile
from sitegen.model.page import Page
from sitegen.model.site import Site
from sitegen.publish import urls
from sitegen.publish.llms import make_llms_file
from sitegen.publish.news_sitemap import make_news_sitemap
from sitegen.publish.opml import make_opml
from sitegen.publish.redirects import make_redirects

# What sitemaps.org allows in one file.
SITEMAP_ENTRIES = 50_000

_NAMESPACE = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
# GitHub's own hosts, this machine, and the names that RFC 2606 and RFC 6761 keep for examples.
_NOT_CUSTOM = ("github.io", "localhost", "example", "test", "invalid", "local")
_EXAMPLES = ("example.com", "example.net", "example.org")


def make_machine_files(site: Site) -> Iterator[OutputFile]:
    """Yield sitemap, feed list, ``llms.txt``, ``robots.txt`` and what the host wants."""
    base_url = site.settings.base_url
    yield from _make_sitemaps(tuple(_list_entries(site)), base_url)
    yield make_opml(site)
    yield make_llms_file(site)
    sitemaps = ["sitemap.xml"]
    if site.settings.news_sitemap:
        for news in make_news_sitemap(site):
            yield news
            sitemaps.append(news.path)
    lines = "".join(f"Sitemap: {base_url}{path}\n" for path in sitemaps)
    yield OutputFile(path="robots.txt", data=f"User-agent: *\nAllow: /\n\n{lines}".encode())
    if site.settings.redirects:
        yield from make_redirects(site)
    # Without it GitHub Pages would run Jekyll over a branch and drop what begins with "_".
    yield OutputFile(path=".nojekyll", data=b"")
    host = custom_domain(base_url)
    if host:
        yield OutputFile(path="CNAME", data=f"{host}\n".encode())


def custom_domain(base_url: str) -> str:
    """Return the domain that GitHub Pages should answer for, or the empty string.

    A site in a folder of a domain has none, for a domain is always a whole site.

    >>> custom_domain("https://news.mira.town/"), custom_domain("https://mira.github.io/news/")
    ('news.mira.town', '')
    """
    parts = urlsplit(base_url)
    host = parts.hostname or ""
    if parts.port or parts.path not in {"", "/"} or "." not in host or _is_number(host):
        return ""
    if any(host == name or host.endswith(f".{name}") for name in _NOT_CUSTOM + _EXAMPLES):
        return ""
    return host


def _is_number(host: str) -> bool:
    try:
        ip_address(host)
    except ValueError:
        return False
    return True


def _list_entries(site: Site) -> Iterator[tuple[str, str]]:
    """Yield (address, day of last change or empty) of every page worth finding by a search."""
    yield "", _changed(site.pages)
    for page in site.pages:
        yield urls.article_address(page.slug), page.updated.date().isoformat()
    for tag in site.tags:
        yield urls.tag_address(tag.slug), _changed(tag.pages)
    for source in site.sources:
        yield urls.source_address(source.slug), _changed(source.pages)
    for story in site.stories:
        yield urls.story_address(story.slug), _changed(story.pages)
    for digest in site.digests:
        yield urls.digest_address(digest.slug), _changed(digest.pages)
    for own in site.own:
        yield urls.own_address(own.slug), ""


def _changed(pages: Iterable[Page]) -> str:
    """Return the day on which the last of some pages changed, nothing where there are none."""
    return max((page.updated.date().isoformat() for page in pages), default="")


def _make_sitemaps(entries: tuple[tuple[str, str], ...], base_url: str) -> Iterator[OutputFile]:
    """Yield one sitemap, or an index and the sitemaps that it names."""
    if len(entries) <= SITEMAP_ENTRIES:
        yield _make_file("sitemap.xml", "urlset", "url", entries, base_url)
        return
    names: list[tuple[str, str]] = []
    for start in range(0, len(entries), SITEMAP_ENTRIES):
        name = f"sitemaps/{len(names) + 1}.xml"
        part = entries[start : start + SITEMAP_ENTRIES]
        yield _make_file(name, "urlset", "url", part, base_url)
        names.append((name, ""))
    yield _make_file("sitemap.xml", "sitemapindex", "sitemap", names, base_url)


def _make_file(
    path: str, root: str, element: str, entries: Iterable[tuple[str, str]], base_url: str
) -> OutputFile:
    lines = "".join(
        f"<{element}><loc>{escape(urls.absolute_url(base_url, address), quote=False)}</loc>"
        + (f"<lastmod>{changed}</lastmod>" if changed else "")
        + f"</{element}>\n"
        for address, changed in entries
    )
    text = f'<?xml version="1.0" encoding="utf-8"?>\n<{root} {_NAMESPACE}>\n{lines}</{root}>\n'
    return OutputFile(path=path, data=text.encode())
