"""A finished file of the site."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class OutputFile:
    """A path below the output folder, with forward slashes, and its bytes."""

    path: str
    data: bytes
