"""Find and read the files of content/, whatever lies there."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from sitegen.app.files import FoundFile, find_files, read_file, show_name
from sitegen.errors import SitegenError
from sitegen.model.content import ContentFile
from sitegen.model.problem import Problem

ADDRESSES, ARTICLES, CHANGES, DIGESTS = "addresses", "articles", "changes", "digests"
FEEDS, GONE, PAGES, TAGS = "feeds", "gone", "pages", "tags"
ROOMS = (ADDRESSES, ARTICLES, CHANGES, DIGESTS, FEEDS, GONE, PAGES, TAGS)
_ABOUT = "README.md"  # what somebody says of a folder is no part of the site


@dataclass(frozen=True, slots=True)
class ContentFolder:
    """The Markdown files of content/, sorted by path, and everything that stands in their way.

    ``taken`` are the paths at which something lies that could not be read as a file.
    """

    files: tuple[ContentFile, ...]
    taken: frozenset[str]
    problems: tuple[Problem, ...]


def read_content(content: Path) -> ContentFolder:
    """Read the files of content/; never raises for a single file.

    Raise SitegenError where a whole folder cannot be listed: its pages would be taken for new.
    """
    files: list[ContentFile] = []
    taken: set[str] = set()
    problems: list[Problem] = []
    for found in _find_content(content):
        file = _read_file(found)
        if isinstance(file, ContentFile):
            files.append(file)
        else:
            taken.add(found.name)
            problems.append(file)
    return ContentFolder(tuple(files), frozenset(taken), tuple(problems))


def _find_content(content: Path) -> Iterator[FoundFile]:
    if content.is_symlink():
        raise SitegenError(f"{content}: is a link, and links are not followed; put the folder here")
    for room in ROOMS:
        for found in find_files(content / room):
            if not found.name or (found.kind == "unreadable" and found.path.is_dir()):
                raise SitegenError(
                    f"{found.path}: the folder cannot be read; make it a real folder "
                    "that you may read"
                )
            if found.name != _ABOUT:
                yield FoundFile(f"{room}/{found.name}", found.path, found.kind, found.mark)


def _read_file(found: FoundFile) -> ContentFile | Problem:
    if found.kind == "link":
        return _quarantine(found, "is a link, and links are not followed; put the file itself here")
    if found.kind == "unreadable":  # a pipe would keep us waiting, a device has no end
        return _quarantine(found, "cannot be read; check its permissions, and that it is a file")
    if found.name.count("/") != 1 or not found.name.endswith(".md"):
        return Problem(
            _show_place(found.name),
            "is not read, only .md files in this folder are; move it",
            "warning",
        )
    try:
        return ContentFile(path=found.name, data=read_file(found.path)[0])
    except OSError as error:
        reason = (error.strerror or "unknown error").lower()
        return _quarantine(found, f"cannot be read ({reason}); check its permissions")


def _quarantine(found: FoundFile, message: str) -> Problem:
    return Problem(_show_place(found.name), message, "quarantined")


def _show_place(name: str) -> str:
    return show_name(f"content/{name}")
