"""Know the marks of everything that a build of a site depends on, by path below its root."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from sitegen.app.ears import Places
from sitegen.app.files import Mark, find_mark, mark_of, walk_files
from sitegen.app.site_folder import SiteFolder

_CONFIGS = ("sitegen.toml", "pyproject.toml")


class Looks:
    """Keeps the marks, and looks again where it is told to."""

    def __init__(self, site: SiteFolder, config: Path | None) -> None:
        self._folders = {folder.name: folder for folder in list_inputs(site)}
        self._configs = (config,) if config else tuple(site.root / name for name in _CONFIGS)
        self._marks: dict[str, Mark] = {}

    @property
    def marks(self) -> Mapping[str, Mark]:
        """The marks as they were seen last; a copy."""
        return dict(self._marks)

    def look(self, places: Places) -> None:
        """Look at the places; None: everywhere."""
        if places is None:
            self._look_everywhere()
            return
        for place in places:
            self._look_at(place)
        self._marks |= dict(self._find_configs())

    def find_path(self, key: str) -> Path:
        """Return where the file of a key lies."""
        name, _, rest = key.partition("/")
        return self._folders[name] / rest if name in self._folders else Path(key)

    def _look_at(self, place: Path) -> None:
        for name, folder in self._folders.items():
            if folder not in place.parents or folder.is_symlink():
                continue
            rest = place.relative_to(folder)
            if any(part.startswith(".") for part in rest.parts):
                continue
            key = f"{name}/{rest.as_posix()}"
            mark = find_mark(place)
            if mark:
                self._marks[key] = mark
            else:
                self._marks.pop(key, None)

    def _look_everywhere(self) -> None:
        """Look at all files; what is as it was stays the same object, for who keeps a copy."""
        gone = set(self._marks)
        for key, mark in self._find_all():
            gone.discard(key)
            if self._marks.get(key) != mark:
                self._marks[key] = mark
        for key in gone:
            self._marks.pop(key, None)

    def _find_all(self) -> Iterator[tuple[str, Mark]]:
        for name, folder in self._folders.items():
            for found in walk_files(folder):
                yield f"{name}/{found.name}", found.mark
        yield from self._find_configs()

    def _find_configs(self) -> Iterator[tuple[str, Mark]]:
        for path in self._configs:
            try:
                yield str(path), mark_of(path.stat())
            except OSError:
                self._marks.pop(str(path), None)


def list_inputs(site: SiteFolder) -> tuple[Path, ...]:
    """Return the folders that a build reads."""
    return site.seeds, site.content, site.templates
