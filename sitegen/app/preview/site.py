"""What the preview may show: the files of the manifest, by address, and nothing else."""

import os
import stat
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from mimetypes import MimeTypes
from pathlib import Path

from sitegen.app.files import read_file
from sitegen.app.manifest import EMPTY, MANIFEST_NAME, read_manifest

NOT_FOUND_NAME = "404.html"
# As GitHub Pages names them; what is not here is named by Python's own table, never the machine's.
_TYPES = {
    ".css": "text/css; charset=utf-8",
    ".epub": "application/epub+zip",
    ".html": "text/html; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json; charset=utf-8",
    ".md": "text/markdown; charset=utf-8",
    ".opml": "text/x-opml; charset=utf-8",
    ".svg": "image/svg+xml",
    ".txt": "text/plain; charset=utf-8",
    ".webmanifest": "application/manifest+json",
    ".woff2": "font/woff2",
    ".xml": "application/xml",
}
_STANDARD_TYPES = MimeTypes(filenames=())

# The hash of each published file by its path.
Hashes = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Found:
    """The file that answers for an address."""

    name: str


@dataclass(frozen=True, slots=True)
class Moved:
    """The address, below the site's root, that should have been asked for."""

    address: str


def read_hashes(output: Path) -> Hashes:
    """Return what a build has published; nothing where there was none."""
    try:
        return (read_manifest(read_file(output / MANIFEST_NAME)[0]) or EMPTY).hashes
    except OSError:
        return EMPTY.hashes


def look_up(hashes: Hashes, address: str) -> Found | Moved | None:
    """Return what answers for an address below the site's root, as GitHub Pages would.

    >>> site = {"index.html": "", "about.html": "", "tags/index.html": "", "rss.xml": ""}
    >>> [look_up(site, address) for address in ("", "about", "rss.xml")]
    [Found(name='index.html'), Found(name='about.html'), Found(name='rss.xml')]
    >>> look_up(site, "tags"), look_up(site, "tags/../rss.xml"), look_up(site, "articles/")
    (Moved(address='tags/'), None, None)
    """
    if not address or address.endswith("/"):
        name = f"{address}index.html"
        return Found(name) if name in hashes else None
    for name in (address, f"{address}.html"):
        if name in hashes:
            return Found(name)
    return Moved(f"{address}/") if f"{address}/index.html" in hashes else None


def read_published(output: Path, name: str) -> bytes | None:
    """Return the bytes of a published file, None where it is gone or something else lies there."""
    with suppress(OSError):
        file = _open_below(output, name)
        try:
            if stat.S_ISREG(os.fstat(file).st_mode):
                with open(file, "rb", closefd=False) as opened:
                    return opened.read()
        finally:
            os.close(file)
    return None


def _open_below(folder: Path, name: str) -> int:
    """Return a descriptor of a file. Each folder on the way is opened by itself: no link leads."""
    *folders, last = name.split("/")
    here = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        for inner in folders:
            there = os.open(inner, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW, dir_fd=here)
            os.close(here)
            here = there
        return os.open(last, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK, dir_fd=here)
    finally:
        os.close(here)


def find_type(name: str) -> str:
    """Return the media type of a file by its name.

    >>> find_type("index.html"), find_type("assets/cover.png"), find_type("CNAME")
    ('text/html; charset=utf-8', 'image/png', 'application/octet-stream')
    """
    ending = name[name.rfind(".") :].lower() if "." in name else ""
    return _TYPES.get(ending) or _STANDARD_TYPES.guess_type(name)[0] or "application/octet-stream"
