"""What lies in output/ before anything is written."""

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from sitegen.app.site_folder import SiteFolder
from sitegen.errors import UsageError


@dataclass(frozen=True, slots=True)
class OutputTree:
    """The sizes of all real files by path, all real folders, and everything else.

    ``others`` are links, devices and folders that cannot be listed: nothing is ever written
    through them. ``top`` are the names directly in the folder.
    """

    sizes: Mapping[str, int]
    folders: frozenset[str]
    others: frozenset[str]
    top: frozenset[str]

    def has(self, path: str) -> bool:
        """Tell whether anything lies at the path."""
        return path in self.sizes or path in self.folders or self.is_blocked(path)

    def is_blocked(self, path: str) -> bool:
        """Tell whether a file cannot be put at the path without going through what is not ours."""
        if path in self.others or path in self.folders:
            return True
        return any(parent in self.others or parent in self.sizes for parent in list_parents(path))


def list_parents(path: str) -> Iterator[str]:
    """Yield the folders that a path lies in, the nearest first, without the one of all.

    >>> list(list_parents("tags/mira/index.html"))
    ['tags/mira', 'tags']
    """
    while path := path.rpartition("/")[0]:
        yield path


def read_tree(output: Path) -> OutputTree:
    """Return what lies in the folder, without following links; nothing if it isn't there."""
    sizes: dict[str, int] = {}
    folders: set[str] = set()
    others: set[str] = set()
    waiting = [""]
    while waiting:
        folder = waiting.pop()
        try:
            with os.scandir(f"{output}/{folder}") as entries:
                listed = list(entries)
        except FileNotFoundError:
            continue
        except OSError:
            if not folder:
                raise
            others.add(folder)
            continue
        for entry in listed:
            path = f"{folder}/{entry.name}" if folder else entry.name
            if entry.is_dir(follow_symlinks=False):
                folders.add(path)
                # Others keep their own things in hidden folders: .git with all its objects.
                waiting += [] if entry.name.startswith(".") else [path]
            elif entry.is_file(follow_symlinks=False):
                sizes[path] = entry.stat(follow_symlinks=False).st_size
            else:
                others.add(path)
    top = {path for path in (*sizes, *folders, *others) if "/" not in path}
    return OutputTree(sizes, frozenset(folders), frozenset(others), frozenset(top))


def list_visible(tree: OutputTree) -> list[str]:
    """Return the files of a site in order, without what is hidden: others' and our manifest."""
    return sorted(
        path for path in tree.sizes if not any(name.startswith(".") for name in path.split("/"))
    )


def check_output_folder(site: SiteFolder) -> None:
    """Raise UsageError for a folder in which writing a site would be a disaster."""
    output = site.output
    way_out = "choose another with -o/--output"
    if output in (site.root, _find_home(), *site.root.parents):
        raise UsageError(f"{output}: a site cannot be published into this folder; {way_out}")
    for own in (site.seeds, site.content, site.templates, site.cache, site.root / ".git"):
        if output == own or own in output.parents or output in own.parents:
            raise UsageError(f"{output}: is where {own.name}/ lies; {way_out}")
    if output.exists() and not output.is_dir():
        raise UsageError(f"{output}: is a file, not a folder; {way_out}")


def _find_home() -> Path | None:
    try:
        return Path.home()
    except RuntimeError:  # a user without a home, as in some containers
        return None
