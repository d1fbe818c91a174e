"""What of output/ is ours: the path and hash of each file that we wrote, and the line format."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path

from sitegen.app.files import read_file

# It lies in output/, not in .sitegen/: deleting .sitegen/ must change nothing but time, and
# without this list stale pages would stay for ever (docs/decisions/manifest-in-output.md).
MANIFEST_NAME = ".sitegen-manifest"
# What would be read otherwise, and the parts "", "." and "..".
_UNSAFE = re.compile(r"[\\:\0\n\t]|/\.{0,2}/")
_HEADER = "sitegen manifest 1"


@dataclass(frozen=True, slots=True)
class Manifest:
    """The hash that each of our paths has."""

    hashes: Mapping[str, str]


EMPTY = Manifest({})


def digest_file(data: bytes) -> str:
    """Return the hash by which a file is known: 32 hexadecimal digits.

    >>> digest_file(b"")
    'cae66941d9efbd404e4d88758ea67670'
    """
    return blake2b(data, digest_size=16).hexdigest()


def write_manifest(entries: Iterable[tuple[str, str]]) -> bytes:
    """Return the manifest of (path, hash) pairs as a file, the same for any order of them."""
    lines = sorted(f"{path}\t{digest}" for path, digest in entries)
    return "\n".join([_HEADER, *lines, ""]).encode()


def read_manifest(data: bytes) -> Manifest | None:
    """Return the manifest, None where the bytes are not one."""
    try:
        lines = data.decode().split("\n")
    except UnicodeDecodeError:
        return None
    if lines[0] != _HEADER or lines[-1]:
        return None
    hashes: dict[str, str] = {}
    for line in lines[1:-1]:
        path, separator, digest = line.partition("\t")
        if not separator or not is_safe_path(path):
            return None
        hashes[path] = digest
    return Manifest(hashes)


def is_safe_path(path: str) -> bool:
    r"""Tell whether a path stays below the folder it is joined to, on every system.

    >>> [is_safe_path(path) for path in ("articles/a/index.html", "../a", "/a", "a//b", r"a\b")]
    [True, False, False, False, False]
    """
    return not _UNSAFE.search(f"/{path}/")


def read_own_manifest(output: Path) -> Manifest | None:
    """Return the manifest of a folder, None where it has none of ours. Raise OSError."""
    try:
        data, _ = read_file(output / MANIFEST_NAME)
    except (FileNotFoundError, NotADirectoryError):
        return None
    return read_manifest(data)
