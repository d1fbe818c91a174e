"""Files of the site, finished or still to be drawn."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class OutputFile:
    """A path below the output folder, with forward slashes, and its bytes."""

    path: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Draft:
    """Files that need not be drawn if they were drawn before from the same.

    ``key`` is a digest of all that shapes them, None where there is none.
    """

    key: bytes | None
    draw: Callable[[], Iterable[OutputFile]]


# A part of the site that can be drafted and drawn by itself, in any order.
Piece = Callable[[], Draft]
