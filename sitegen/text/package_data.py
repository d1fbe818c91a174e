"""Read the tables that lie beside the code and are part of it, as its modules are.

The only way to them below the shell. They are in the wheel and in the digest that the cache goes
by, so they change only with the code.
"""

from collections.abc import Iterator
from importlib.resources import files


def read_data(package: str, path: str) -> bytes:
    """Return the bytes of a file in the folder of a package.

    >>> read_data("sitegen.text", "en/common.txt")[:8]
    b'# Common'
    """
    return files(package).joinpath(*path.split("/")).read_bytes()


def read_entries(package: str, path: str) -> Iterator[str]:
    """Yield the lines of a table that are neither empty nor, with a ``#``, a comment."""
    for line in read_data(package, path).decode().splitlines():
        if line and not line.startswith("#"):
            yield line
