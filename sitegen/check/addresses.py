"""Where a link leads: to a file of the site, to another host, or nowhere."""

import re
from posixpath import dirname, normpath
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

_WEB = ("http", "https")
# What no address has as it is.
_GAP = re.compile(r'[\x00-\x20<>"\\]')
# Hosts that only the machine has on which the site was built.
_HERE = ("localhost", "127.0.0.1", "[::1]", "0.0.0.0")  # noqa: S104 - a name to look for


class Target(NamedTuple):
    """A file of the site and a place on it, the fragment, which may be empty.

    ``path`` begins with ``../`` where the link leads out of the site.
    """

    path: str
    fragment: str


def find_target(path: str, href: str, base_url: str) -> Target | None:
    """Return what a link in the file ``path`` leads to; None for other hosts and schemes.

    Raise ValueError where it is no address at all.

    >>> find_target("articles/a/index.html", "../b/index.html#end", "https://example.org/news/")
    Target(path='articles/b/index.html', fragment='end')
    >>> find_target("404.html", "https://example.org/news/tags/%C3%A5/", "https://example.org/news/")
    Target(path='tags/å/index.html', fragment='')
    >>> find_target("index.html", "https://example.net/", "https://example.org/news/")
    """
    if href.startswith("#"):
        return Target(path, unquote(href[1:]))
    if ":" not in href and "?" not in href and not href.startswith("/"):
        # The plain case, which nearly all links are, without taking the address apart.
        reference, _, fragment = href.partition("#")
        return Target(_join(dirname(path), unquote(reference)), unquote(fragment))
    parts = urlsplit(href)
    base = urlsplit(base_url)
    if parts.scheme.lower() not in {"", *_WEB}:
        return None
    if parts.netloc and parts.netloc.lower() != base.netloc.lower():
        return None
    if parts.scheme and not parts.netloc:
        raise ValueError(href)
    if parts.scheme and parts.scheme.lower() != base.scheme:
        return None
    place, fragment = unquote(parts.path), unquote(parts.fragment)
    if parts.netloc or place.startswith("/"):
        root = unquote(base.path) or "/"
        if place.startswith(root):
            return Target(_join("", place[len(root) :]), fragment)
        # Another site of the same host: its own business, unless the link says nothing of a host.
        return None if parts.netloc else Target(f"..{place}", fragment)
    return Target(_join(dirname(path), place) if place else path, fragment)


def seek_target(path: str, href: str, base_url: str) -> Target | None:
    """Return what a link leads to; None for what is no address, too."""
    try:
        return find_target(path, href, base_url)
    except ValueError:
        return None


def own_url(path: str, base_url: str) -> str:
    """Return the address of a file of the site, percent-encoding taken away.

    >>> own_url("tags/å/index.html", "https://example.org/")
    'https://example.org/tags/å/'
    """
    return f"{base_url}{path.removesuffix('index.html') if _is_index(path) else path}"


def is_same_url(first: str, second: str) -> bool:
    """Tell whether two addresses differ in percent-encoding at most."""
    return first == second or unquote(first) == unquote(second)


def is_absolute(url: str) -> bool:
    """Tell whether a text is a whole web address."""
    if url[:4].lower() != "http":
        return False  # the usual answer for an id, without taking it apart
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return parts.scheme.lower() in _WEB and bool(parts.hostname) and not _GAP.search(url)


def is_on_this_machine(url: str, base_url: str) -> bool:
    """Tell whether an address names the machine it is read on, where the site itself does not."""
    if not url.startswith(("http://", "https://")):
        return False
    host = url.split("/", 3)[2].rpartition("@")[2]
    name = host if host.endswith("]") else host.rpartition(":")[0] or host
    return name.lower() in _HERE and not is_on_this_machine(base_url, "")


def _is_index(path: str) -> bool:
    return path == "index.html" or path.endswith("/index.html")


def _join(folder: str, reference: str) -> str:
    """Return the file that a path means; a folder's file is its index.html."""
    is_folder = not reference or reference.endswith(("/", "/.", "/..")) or reference in {".", ".."}
    whole = normpath(f"{folder}/{reference}".lstrip("/") or ".")
    if not is_folder:
        return whole
    return "index.html" if whole == "." else f"{whole}/index.html"
