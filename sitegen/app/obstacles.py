"""Say what stands in output/ where the site has files, and is not ours to take away."""

import stat
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from sitegen.app.files import show_name
from sitegen.app.output_tree import OutputTree, list_parents
from sitegen.app.report import count
from sitegen.model.problem import Problem


def describe_kept(output: Path, kept: Iterable[str]) -> tuple[Problem, ...]:
    """Return a warning for each thing that is kept in place of files of ours, at these paths.

    A link to a folder is one thing, however many files it stands for.
    """
    things: dict[str, list[str]] = {}
    for path in sorted(kept):
        things.setdefault(_find_thing(output, path), []).append(path)
    return tuple(
        Problem(f"{output.name}/{thing}", _describe(output, thing, paths), "warning")
        for thing, paths in sorted(things.items())
    )


def describe_links(output: Path, tree: OutputTree) -> Iterator[Problem]:
    """Yield a warning for each link that can be seen in a site: what it leads to is no part."""
    for path in sorted(tree.others):
        is_hidden = any(name.startswith(".") for name in path.split("/"))
        if not is_hidden and (output / path).is_symlink():
            message = (
                f"{_name_link(output / path)}, so what it leads to is not looked at; "
                "put the files themselves here, or delete it and build again"
            )
            yield Problem(path, message, "warning")


def _find_thing(output: Path, path: str) -> str:
    """Return the path of what is in the way: a folder that is none, or what lies there itself."""
    outermost_first = reversed([*list_parents(path)])
    return next((folder for folder in outermost_first if _is_in_the_way(output / folder)), path)


def _is_in_the_way(folder: Path) -> bool:
    try:
        return not stat.S_ISDIR(folder.lstat().st_mode)
    except OSError:  # gone since
        return False


def _describe(output: Path, thing: str, paths: Sequence[str]) -> str:
    place = output / thing
    files = f"in place of {count(len(paths), 'file')} of the site"
    if place.is_symlink():
        return f"{_name_link(place)}, so it is kept {files}; delete it, then build again"
    if thing not in paths:
        return f"is no folder, so it is kept {files}; move it away, then build again"
    if place.is_dir():
        return f"is a folder, so it is kept {files}; move it away, then build again"
    return "was not made by sitegen or was changed since, so it is kept; move it away"


def _name_link(link: Path) -> str:
    try:
        return f"is a link to {show_name(str(link.readlink()))}, and links are not followed"
    except OSError:
        return "is a link, and links are not followed"
