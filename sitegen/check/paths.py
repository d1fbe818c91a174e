"""Examine the names and sizes of the site's files, as hosts and file systems see them."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from sitegen.check.findings import error, shorten
from sitegen.model.problem import Problem

# What GitHub takes of one file and of a whole site.
LARGEST_FILE = 100 * 1024 * 1024
LARGEST_SITE = 1024 * 1024 * 1024
LONGEST_NAME = 255

# Without these a site lacks its front, its answer to a wrong address, or its way into search.
_NEEDED = ("index.html", "404.html", "sitemap.xml", "robots.txt")
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\..*)?", re.IGNORECASE)
_REFUSED = re.compile(r'[<>:"|?*\\\x00-\x1f\x7f]|[. ]$')


def examine_paths(sizes: Mapping[str, int]) -> Iterator[Problem]:
    """Yield what is wrong with the files of a site, given their sizes in bytes by path."""
    for path in _NEEDED:
        if path not in sizes:
            yield error(path, "is missing; build again")
    for path, size in sorted(sizes.items()):
        if LARGEST_FILE < size:
            yield error(path, f"is larger than {LARGEST_FILE >> 20} MB, which GitHub refuses")
        elif not size and not path.endswith((".nojekyll", ".gitignore")):
            yield error(path, "is empty; build again")
        for name in path.split("/"):
            yield from _examine_name(path, name)
    total = sum(sizes.values())
    if LARGEST_SITE < total:
        megabytes = total >> 20
        yield error(".", f"has {megabytes} MB, more than GitHub Pages takes; see 'sitegen doctor'")
    yield from _find_collisions(sizes)
    yield from _find_two_answers(sizes)


def _examine_name(path: str, name: str) -> Iterator[Problem]:
    if _RESERVED.fullmatch(name) or _REFUSED.search(name):
        yield error(path, f"has the name '{shorten(name)}', which Windows refuses; rename the page")
    if LONGEST_NAME < len(name.encode()):
        yield error(path, f"has a name of more than {LONGEST_NAME} bytes; rename the page")


def _find_collisions(paths: Iterable[str]) -> Iterator[Problem]:
    """Yield paths that are one file where letters' case or their composition does not count."""
    alike: defaultdict[str, list[str]] = defaultdict(list)
    for path in sorted(paths):
        alike[unicodedata.normalize("NFC", path).casefold()].append(path)
    for first, *others in alike.values():
        for other in others:
            yield error(other, f"is one file with {first} on many systems; rename one of them")


def _find_two_answers(paths: Mapping[str, int]) -> Iterator[Problem]:
    """Yield pages that answer at one address: GitHub Pages serves a.html at /a, too."""
    for path in sorted(paths):
        other = f"{path.removesuffix('.html')}/index.html"
        if path.endswith(".html") and other in paths:
            yield error(path, f"answers at the address of {other}, too; rename one of them")
