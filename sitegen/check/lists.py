"""Examine the lists that machines read: sitemaps, their index, the list of feeds, robots.txt."""

from collections import Counter
from collections.abc import Iterator
from datetime import datetime, timedelta

from sitegen.check.addresses import find_target, is_absolute, own_url
from sitegen.check.facts import Link, ListFacts
from sitegen.check.findings import MEND, error, shorten, warning
from sitegen.check.moments import read_sitemap_date
from sitegen.check.trees import Element, line_of, list_elements, name_of, text_of
from sitegen.model.output import OutputFile
from sitegen.model.problem import Problem

SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
_NEWS = "{http://www.google.com/schemas/sitemap-news/0.9}"
# What sitemaps.org allows in one file.
MOST_ENTRIES = 50_000
LARGEST_SITEMAP = 50 * 1024 * 1024

_LENIENCE = timedelta(days=1)


def examine_sitemap(
    path: str, root: Element, base_url: str, now: datetime
) -> tuple[ListFacts, tuple[Problem, ...]]:
    """Return the pages that a sitemap, or the sitemaps that an index, names, and what is wrong."""
    is_index = name_of(root) == f"{SITEMAP}sitemapindex"
    entries = root.findall(f"{SITEMAP}sitemap" if is_index else f"{SITEMAP}url")
    problems: list[Problem] = []
    links: list[Link] = []
    if MOST_ENTRIES < len(entries):
        problems.append(error(path, f"has {len(entries)} entries, and may have {MOST_ENTRIES}"))
    seen: set[str] = set()
    for entry in entries:
        place = f"{path}:{line_of(entry)}"
        url = text_of(entry.find(f"{SITEMAP}loc"))
        problems += _examine_date(place, text_of(entry.find(f"{SITEMAP}lastmod")), now)
        problems += _follow(path, place, url, base_url, links)
        problems += _examine_news(place, entry.find(f"{_NEWS}news"), now)
        if url in seen:
            problems.append(error(place, f"names {shorten(url)} a second time; {MEND}"))
        seen.add(url)
    kind = "index" if is_index else "sitemap"
    return ListFacts(path, kind, tuple(links)), tuple(problems)


def examine_opml(path: str, root: Element, base_url: str) -> tuple[ListFacts, tuple[Problem, ...]]:
    """Return the feeds that a list of feeds names, and what is wrong (http://opml.org/spec2.opml)."""
    problems: list[Problem] = []
    links: list[Link] = []
    pages: list[Link] = []
    if root.get("version") != "2.0":
        problems.append(error(f"{path}:1", f"is no OPML 2.0; {MEND}"))
    if not text_of(root.find("head/title")):
        problems.append(error(f"{path}:1", "has no title; set title under [site]"))
    if root.find("body") is None:
        problems.append(error(f"{path}:1", f"has no body; {MEND}"))
    for outline in (each for each in list_elements(root) if name_of(each) == "outline"):
        place = f"{path}:{line_of(outline)}"
        if not (outline.get("text") or "").strip():
            problems.append(error(place, f"has an entry without text=; {MEND}"))
        if outline.get("type") == "rss":
            problems += _follow(path, place, outline.get("xmlUrl") or "", base_url, links)
            if outline.get("htmlUrl"):
                problems += _follow(path, place, outline.get("htmlUrl") or "", base_url, pages)
    feeds = Counter(link.target.path for link in links)
    problems += [
        error(path, f"names {shorten(feed)} {many} times; {MEND}")
        for feed, many in feeds.items()
        if 1 < many
    ]
    return ListFacts(path, "opml", tuple(links), tuple(pages)), tuple(problems)


def examine_robots(file: OutputFile, base_url: str) -> Iterator[Problem]:
    """Yield what is wrong with robots.txt."""
    lines = file.data.decode("utf-8", "replace").splitlines()
    own = {own_url(name, base_url) for name in ("sitemap.xml", "sitemap-news.xml")}
    if not any(line.lower().startswith("sitemap:") for line in lines):
        yield warning(file.path, f"does not name the sitemap; {MEND}")
    for number, line in enumerate(lines, start=1):
        key, _, value = (part.strip() for part in line.partition(":"))
        if key.lower() == "sitemap" and value not in own:
            yield error(f"{file.path}:{number}", f"names the sitemap {shorten(value)}; {MEND}")
        if key.lower() == "disallow" and value == "/":
            yield warning(f"{file.path}:{number}", "keeps every search engine out; take it out")


def _follow(path: str, place: str, url: str, base_url: str, links: list[Link]) -> Iterator[Problem]:
    if not is_absolute(url):
        yield error(place, f"names '{shorten(url)}', which is no whole address; {MEND}")
        return
    target = find_target(path, url, base_url)
    if target is None:
        yield error(place, f"names {shorten(url)}, which is not of this site; {MEND}")
    else:
        links.append(Link(place, target))


def _examine_news(place: str, news: Element | None, now: datetime) -> Iterator[Problem]:
    """Yield what Google News refuses of an article."""
    if news is None:
        return
    for name in ("publication/name", "publication/language", "publication_date", "title"):
        path = "/".join(f"{_NEWS}{part}" for part in name.split("/"))
        if not text_of(news.find(path)):
            yield error(place, f"has no news:{name.rpartition('/')[2]}; {MEND}")
    published = text_of(news.find(f"{_NEWS}publication_date"))
    moment = read_sitemap_date(published) if published else None
    if published and not moment:
        yield error(place, f"has '{shorten(published)}' for its day, which is no date; {MEND}")
    elif moment and now + _LENIENCE < moment:
        yield error(place, f"came out in the future, {published}; mend the date in content/")


def _examine_date(place: str, text: str, now: datetime) -> Iterator[Problem]:
    if not text:
        return
    moment = read_sitemap_date(text)
    if not moment:
        yield error(place, f"has '{shorten(text)}' for lastmod, which is no date; {MEND}")
    elif now + _LENIENCE < moment:
        yield error(place, f"was changed in the future, {text}; mend the date in content/")
