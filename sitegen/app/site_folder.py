"""Where the parts of a site lie on disk."""

from dataclasses import dataclass
from pathlib import Path

from sitegen.errors import UsageError


@dataclass(frozen=True, slots=True)
class SiteFolder:
    """The root of a site and its output folder, both absolute."""

    root: Path
    output: Path

    @property
    def seeds(self) -> Path:
        """The input: never written, never moved, never deleted."""
        return self.root / "seeds"

    @property
    def content(self) -> Path:
        """The durable record, in Markdown."""
        return self.root / "content"

    @property
    def templates(self) -> Path:
        """The site's own templates, which win over those of the package."""
        return self.root / "templates"

    @property
    def output_name(self) -> str:
        """How messages name the output folder: from the root on where it lies below that."""
        if self.output.is_relative_to(self.root):
            return self.output.relative_to(self.root).as_posix()
        return self.output.as_posix()

    @property
    def cache(self) -> Path:
        """What can be deleted at any time and costs only time."""
        return self.root / ".sitegen"


def open_site(source: str, output: str | None, config: Path | None) -> SiteFolder:
    """Return the folders of the site at ``source``; ``output`` as told, else its output/.

    Raise UsageError where nothing looks like a site: a build in a wrong folder would otherwise
    put an empty site there.
    """
    root = Path(source).resolve()
    if not root.is_dir():
        raise UsageError(f"{source}: there is no such folder; check -s/--source")
    if config is None and not (root / "seeds").is_dir() and not (root / "content").is_dir():
        raise UsageError(
            f"{source}: there is no site here; make a folder seeds/ with article files in it, "
            "or name the site's folder with -s/--source"
        )
    # Where output/ is a link, it is followed here, once: what becomes a link later is not.
    return SiteFolder(root=root, output=Path(output or root / "output").resolve())
