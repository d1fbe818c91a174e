"""Tell by a digest whether what a result was made with is what is here now."""

import re
import sys
from contextlib import suppress
from functools import cache
from hashlib import blake2b
from pathlib import Path

import sitegen

# Our own code, and the tables, weights and catalogues that are read as part of it.
_OWN_FILES = ("*.py", "*.txt", "*.ttf", "*.po")
# Those that read, parse, render, write feeds or name days; what else is installed changes nothing.
_LIBRARIES = re.compile(
    r"(?:babel|charset_normalizer|courlan|dateparser|feedgen|ftfy|htmldate|jinja2|justext|lxml|lxml_html_clean|markdown"
    r"|markupsafe|msgspec|nh3|pillow|pystemmer|pyyaml|snowballstemmer|trafilatura|wcwidth)-[^-]+\.dist-info$",
    re.IGNORECASE,
)


# What a process runs does not change while it runs.
@cache
def digest_code() -> bytes:
    """Digest all that can change a result without any value being changed.

    That is our own code with its tables and weights, Python, and the libraries that make results:
    their ``.dist-info`` folders hold the versions (importlib.metadata takes twenty times as long).
    """
    digest = blake2b(sys.version.split()[0].encode(), digest_size=32)
    package = Path(sitegen.__file__).parent
    for path in sorted(path for kind in _OWN_FILES for path in package.rglob(kind)):
        data = path.read_bytes()
        name = path.relative_to(package).as_posix()
        digest.update(f"\0{name} {len(data)}\0".encode())
        digest.update(data)
    for folder in sys.path:
        with suppress(OSError):
            names = sorted(path.name for path in Path(folder).iterdir())
            versions = "\0".join(filter(_LIBRARIES.match, names))
            digest.update(versions.encode(errors="surrogateescape"))
    return digest.digest()
