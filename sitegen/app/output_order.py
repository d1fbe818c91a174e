"""In which order files are put in place, so that no moment of it shows a dead link.

First comes all that is new: nothing in place leads there yet, so nobody can see that the new files
lead to one another. Then what is changed: wherever it leads, in its old form or its new one, is
there. What is removed goes last: nothing leads there any more. Among the changed files those come
later that tell of the others.
"""

from collections.abc import Callable, Iterable

# Where readers and machines come in.
_ENTRIES = frozenset("index.html 404.html search/index.json".split())
_NEWS = frozenset(
    "rss.xml atom.xml feed.json feeds.opml llms.txt".split()
    + "sitemap.xml sitemap-news.xml robots.txt _redirects".split()
)
_LISTS = ("archive/", "digest/", "page/", "search/", "stories/", "tags/")


def order_writes(paths: Iterable[str], is_new: Callable[[str], bool]) -> tuple[str, ...]:
    """Return the paths of files with what is linked to before what links to it."""
    return tuple(sorted(paths, key=lambda path: (_rank(path, is_new=is_new(path)), path)))


def order_removals(paths: Iterable[str]) -> tuple[str, ...]:
    """Return the paths of files with what links before what it links to."""
    return tuple(sorted(paths, key=lambda path: (-_rank(path, is_new=True), path)))


def _rank(path: str, *, is_new: bool) -> int:
    if path in _ENTRIES:
        return 7
    if path.rpartition("/")[2] in _NEWS:
        return 2 if is_new else 8
    if not path.endswith(".html"):
        return 0 if is_new else 3
    if is_new:
        return 1
    return 5 if path.startswith(_LISTS) else 4
