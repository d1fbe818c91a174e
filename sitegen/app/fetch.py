"""Fetch what a published site answers with, and tell a hub. The only module that asks others.

Nothing is asked unless a person says so with ``sitegen check --against`` or ``sitegen ping``.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from http.client import HTTPException
from urllib.error import HTTPError
from urllib.parse import quote, urlencode
from urllib.request import (
    HTTPDefaultErrorHandler,
    HTTPErrorProcessor,
    HTTPHandler,
    HTTPRedirectHandler,
    HTTPSHandler,
    OpenerDirector,
    ProxyHandler,
    Request,
    UnknownHandler,
)

from sitegen import __version__
from sitegen.check import Published, list_archives, list_named, take_published
from sitegen.errors import SitegenError
from sitegen.model.output import OutputFile

SECONDS = 20
LARGEST = 64 * 1024 * 1024
# A sitemap's index, its parts, and archives back to the first year: more is a loop.
MOST_FILES = 1_000

_WAY_OUT = "try again later, or compare with a folder"
_HEADERS = {"User-Agent": f"sitegen/{__version__}"}
_SHOWN = 200  # bytes of what a hub says to a refusal
_GONE = frozenset([404, 410])
_FEEDS = ("atom.xml", "digest/atom.xml")

Finder = Callable[[OutputFile, str], Iterable[str]]


def fetch_published(url: str) -> Published | None:
    """Return what the site at an address promises, None where none is there yet.

    Asked for are its front page, its sitemaps, its list of feeds, and of the feeds the main one,
    that of the digests and their archives. Raise SitegenError where it does not answer.
    """
    base_url = url if url.endswith("/") else f"{url}/"
    front = _fetch(base_url, "index.html")
    if front is None:
        return None
    stated = take_published([front], (), base_url).base_url
    feeds = list(_follow(base_url, stated, _FEEDS, list_archives))
    lists = list(_follow(base_url, stated, ("sitemap.xml", "feeds.opml"), _list_sitemaps))
    named = {path for file in lists for path in list_named(file, stated)}
    return take_published([front, *feeds], named | {file.path for file in feeds}, stated)


def send_form(url: str, fields: Sequence[tuple[str, str]]) -> None:
    """Send a form, as a browser does. Raise SitegenError where the answer is no success."""
    request = Request(  # noqa: S310 - the opener knows http and https only
        url, data=urlencode(fields).encode(), headers=_HEADERS, method="POST"
    )
    try:
        with _make_opener().open(request, timeout=SECONDS):
            pass
    except HTTPError as error:
        said = " ".join(error.read(_SHOWN).decode("utf-8", "replace").split())
        said = f" ({said})" if said else ""
        raise SitegenError(f"{url}: answers {error.code}{said}; try again later") from None
    except (OSError, HTTPException, ValueError) as error:
        reason = getattr(error, "reason", None) or error
        raise SitegenError(f"{url}: does not answer ({reason}); try again later") from None


def _list_sitemaps(file: OutputFile, base_url: str) -> Iterator[str]:
    if file.path == "sitemap.xml":
        named = list_named(file, base_url)
        yield from (path for path in named if path.startswith("sitemap"))


def _follow(
    base_url: str, stated: str, paths: Iterable[str], find_more: Finder
) -> Iterator[OutputFile]:
    """Yield files and those that they name, each once; what is not there is passed over."""
    waiting = list(paths)
    seen: set[str] = set()
    while waiting and len(seen) < MOST_FILES:
        path = waiting.pop(0)
        if path in seen:
            continue
        seen.add(path)
        file = _fetch(base_url, path)
        if file:
            yield file
            waiting += find_more(file, stated)


def _fetch(base_url: str, path: str) -> OutputFile | None:
    """Return a file of a published site, None where it is not there. Raise SitegenError."""
    url = base_url + quote(path.removesuffix("index.html"))
    request = Request(url, headers=_HEADERS)  # noqa: S310 - the opener knows http and https only
    try:
        with _make_opener().open(request, timeout=SECONDS) as answer:
            data: bytes = answer.read(LARGEST + 1)
            is_cut = bool(answer.length) and len(data) <= LARGEST
    except HTTPError as error:
        if error.code in _GONE:
            return None
        raise SitegenError(f"{url}: answers {error.code}; {_WAY_OUT}") from None
    except (OSError, HTTPException, ValueError) as error:
        reason = getattr(error, "reason", None) or error
        raise SitegenError(f"{url}: does not answer ({reason}); {_WAY_OUT}") from None
    if is_cut:
        raise SitegenError(f"{url}: breaks off in the middle; {_WAY_OUT}")
    if LARGEST < len(data):
        raise SitegenError(f"{url}: is larger than {LARGEST >> 20} MB; compare with a folder")
    return OutputFile(path, data)


def _make_opener() -> OpenerDirector:
    """Return what opens http and https and nothing else: an answer may name another address."""
    opener = OpenerDirector()
    for handler in (
        ProxyHandler(),
        HTTPHandler(),
        HTTPSHandler(),
        HTTPRedirectHandler(),
        HTTPDefaultErrorHandler(),
        HTTPErrorProcessor(),
        UnknownHandler(),
    ):
        opener.add_handler(handler)
    return opener
