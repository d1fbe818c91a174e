"""Read the tables that lie beside the code and are part of it, as its modules are.

The only way to them below the shell. They are in the wheel and in the digest that the cache goes
by, so they change only with the code.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from importlib.resources import files


def read_data(package: str, path: str) -> bytes:
    """Return the bytes of a file in the folder of a package.

    >>> read_data("sitegen.text", "en/words.txt")[:7]
    b'# Words'
    """
    return files(package).joinpath(*path.split("/")).read_bytes()


def read_entries(package: str, path: str) -> Iterator[str]:
    """Yield the lines of a table that are neither empty nor, with a ``#``, a comment."""
    for line in read_data(package, path).decode().splitlines():
        if line and not line.startswith("#"):
            yield line


def read_kinds(package: str, path: str) -> Mapping[str, Sequence[Sequence[str]]]:
    """Return the lines of each kind of a table ``KIND: word word …``, cut into words.

    >>> read_kinds("sitegen.text", "en/grammar.txt")["month"][1]
    ['february', 'feb']
    """
    rows: dict[str, list[list[str]]] = defaultdict(list)
    for entry in read_entries(package, path):
        kind, _, words = entry.partition(": ")
        rows[kind].append(words.split())
    return dict(rows)


def list_folders(package: str, table: str) -> tuple[str, ...]:
    """Return the folders of a package that have a table of that name, in order.

    >>> "en" in list_folders("sitegen.text", "grammar.txt")
    True
    """
    folders = (entry for entry in files(package).iterdir() if entry.is_dir())
    return tuple(sorted(one.name for one in folders if one.joinpath(table).is_file()))
