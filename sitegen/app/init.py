"""Begin a new site: the files that a person needs to see it work. Nothing is ever overwritten."""

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from shlex import quote
from typing import Any

from sitegen.app.config import DEFAULTS, override_base_url
from sitegen.errors import UsageError

_CONFIG = "sitegen.toml"
WORKFLOW = ".github/workflows/pages.yml"
STARTER = Path(__file__).parent / "starter"
# Where each file goes, and its name among ours, which has no dot that would hide it from tools.
FILES: Mapping[str, str] = {
    _CONFIG: _CONFIG,
    "seeds/sample.txt": "sample.txt",
    "content/pages/about.md": "about.md",
    ".gitignore": "gitignore.txt",
    WORKFLOW: "pages.yml",
}
# A sample would be published among the articles of a site that has its own already.
SAMPLES: Mapping[str, str] = {"seeds/sample.txt": "seeds", "content/pages/about.md": "content"}

_BASE_URL = b"#BASE_URL#"
_EXAMPLE = b'# base_url = "https://OWNER.github.io/REPOSITORY/"'


@dataclass(frozen=True, slots=True)
class Begun:
    """A site's folder as it was named, the files written there, and those that were there.

    ``has_address`` tells that the address was named, and need not be set any more.
    """

    folder: str
    written: tuple[str, ...]
    kept: tuple[str, ...]
    has_address: bool


def begin_site(folder: str, base_url: str | None) -> Begun:
    """Write the files of a new site that are not there yet.

    Raise UsageError where the folder or the address is none, OSError where it cannot be written.
    """
    if base_url is not None:
        base_url = override_base_url(DEFAULTS, base_url).base_url
    root = Path(folder)
    if os.path.lexists(root) and not root.is_dir():
        raise UsageError(f"{folder}: is no folder; name another one")
    written: list[str] = []
    kept: list[str] = []
    is_used = {folder: (root / folder).exists() for folder in SAMPLES.values()}
    for path, name in FILES.items():
        if path in SAMPLES and is_used[SAMPLES[path]]:
            continue
        data = (STARTER / name).read_bytes()
        stated = f'base_url = "{base_url}"'.encode() if base_url else _EXAMPLE
        is_new = _write_new(root / path, data.replace(_BASE_URL, stated))
        (written if is_new else kept).append(path)
    return Begun(folder, tuple(written), tuple(kept), has_address=bool(base_url))


def describe_begun(begun: Begun) -> dict[str, Any]:
    """Return what was done as values for JSON."""
    return {"folder": begun.folder, "written": list(begun.written), "kept": list(begun.kept)}


def write_begun(begun: Begun) -> str:
    """Return a line for each file, and what to do next."""
    return "\n".join(_list_lines(begun))


def _list_lines(begun: Begun) -> Iterator[str]:
    root = Path(begun.folder)
    yield from (f"{root / path}: written" for path in begun.written)
    yield from (f"{root / path}: was there, so it is kept" for path in begun.kept)
    place = "" if root == Path() else f" -s {quote(begun.folder)}"  # to be pasted into a shell
    keys = "title" if begun.has_address else "title and base_url"
    begin = "" if _CONFIG in begun.kept else f"set {keys} in {root / _CONFIG}, then "
    yield f"next: {begin}{_mark(f'sitegen build{place}')}"
    if WORKFLOW in begun.written:
        yield f"for GitHub Pages: say in {root / WORKFLOW} where sitegen comes from"


def _mark(command: str) -> str:
    """Return a command between marks that it has none of.

    >>> _mark("sitegen build"), _mark("sitegen build -s 'my news'")
    ("'sitegen build'", "`sitegen build -s 'my news'`")
    """
    return f"`{command}`" if "'" in command else f"'{command}'"


def _write_new(path: Path, data: bytes) -> bool:
    """Write a file where nothing is, and tell whether that was so."""
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        with path.open("xb") as file:
            file.write(data)
    except FileExistsError:
        return False
    return True
