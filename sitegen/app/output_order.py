"""In which order files are put in place, so that no moment of it shows a dead link."""

from collections.abc import Callable, Iterable

_LAST = frozenset(
    "rss.xml atom.xml feed.json feeds.opml llms.txt".split()
    + "sitemap.xml sitemap-news.xml robots.txt _redirects".split()
)
_LISTS = ("archive/", "digest/", "page/", "stories/", "tags/")


def order_writes(paths: Iterable[str], is_new: Callable[[str], bool]) -> tuple[str, ...]:
    """Return the paths of files with what is linked to before what links to it.

    Assets, new pages, changed pages, changed lists and the search, then front page and what
    machines read.
    """
    return tuple(sorted(paths, key=lambda path: (_rank(path, is_new), path)))


def _rank(path: str, is_new: Callable[[str], bool]) -> int:
    name = path.rpartition("/")[2]
    if path in {"index.html", "404.html"} or name in _LAST:
        return 4
    if path == "search/index.json":
        return 4
    if path.startswith("search/"):
        return 3
    if not path.endswith(".html"):
        return 0
    if is_new(path):
        return 1
    return 3 if path.startswith(_LISTS) else 2
