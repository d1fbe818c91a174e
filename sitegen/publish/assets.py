"""Style sheet and icon, under names that change with their bytes, so that caches may keep them.

The style sheet of feeds alone keeps its name: the archives that lead to it never change.
Style sheets are published without comments and spaces, which are a tenth of their weight.
"""

import re
from collections.abc import Iterator
from hashlib import sha256
from posixpath import splitext

from sitegen.model.output import OutputFile
from sitegen.model.theme import Theme
from sitegen.publish.urls import FEED_STYLE_ADDRESS

FEED_STYLE = "feed.css"

_STYLE_PIECE = re.compile(
    r"""(?P<kept>"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*')|/\*.*?\*/|\s*([{};,])\s*|\s+""", re.DOTALL
)


def make_assets(theme: Theme) -> Iterator[OutputFile]:
    """Yield every asset of the theme under its published name."""
    for name, data in sorted(theme.assets):
        yield OutputFile(path=_published_name(name, data), data=_lighten(name, data))


def asset_address(theme: Theme, name: str) -> str:
    """Return the address of an asset, or the empty string where the theme has none by that name.

    >>> asset_address(Theme(templates=(), assets=(("site.css", b"p{}"),), digest=""), "site.css")
    'assets/site.806db221.css'
    """
    data = dict(theme.assets).get(name)
    return "" if data is None else _published_name(name, data)


def _published_name(name: str, data: bytes) -> str:
    if name == FEED_STYLE:
        return FEED_STYLE_ADDRESS
    stem, suffix = splitext(name)
    return f"assets/{stem}.{sha256(_lighten(name, data)).hexdigest()[:8]}{suffix}"


def _lighten(name: str, data: bytes) -> bytes:
    r"""Return a style sheet without what only its writers read, anything else as it is.

    >>> _lighten("a.css", b"p {\n  color: red; /* ink */\n}\np > a::before { content: ' , ' }")
    b"p{color: red;}p > a::before{content: ' , '}"
    """
    if not name.endswith(".css"):
        return data
    text = data.decode("utf-8", "surrogateescape")
    return _STYLE_PIECE.sub(_replace, text).encode("utf-8", "surrogateescape")


def _replace(found: re.Match[str]) -> str:
    return found["kept"] or found[2] or ("" if found[0].startswith("/*") else " ")
