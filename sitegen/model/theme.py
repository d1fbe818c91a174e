"""The templates and assets that a site is dressed in."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Theme:
    """All templates by name, all assets by name, and a digest over both."""

    templates: tuple[tuple[str, str], ...]
    assets: tuple[tuple[str, bytes], ...]
    digest: str
