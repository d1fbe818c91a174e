"""Files of the site, finished or still to be drawn."""

from collections.abc import Callable, Iterable

from sitegen.model.value import value


@value
class OutputFile:
    """A path below the output folder, with forward slashes, and its bytes."""

    path: str
    data: bytes


@value
class Draft:
    """Files that need not be drawn if they were drawn before from the same.

    ``key`` is a digest of all that shapes them, None where there is none.
    """

    key: bytes | None
    draw: Callable[[], Iterable[OutputFile]]


@value
class DrawnFile:
    """A file of the site: its path, hash and size, and where its bytes wait to be put in place.

    ``waiting`` is empty where they lie in place already.
    """

    path: str
    digest: str
    size: int
    waiting: str = ""


# A part of the site that can be drafted and drawn by itself, in any order.
Piece = Callable[[], Draft]
