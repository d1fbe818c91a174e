"""Style sheet and icon, under names that change with their bytes, so that caches may keep them.

The style sheet of feeds alone keeps its name: the archives that lead to it never change. That of
the pages is published as one file with its tokens, colours and fonts, which stand in a file of
their own so that a site may replace them alone.
"""

import re
from collections.abc import Iterator, Mapping
from hashlib import sha256
from posixpath import splitext

from sitegen.model.output import OutputFile
from sitegen.model.theme import Theme
from sitegen.publish.urls import FEED_STYLE_ADDRESS
from sitegen.text.wording import Wording

STYLE, TOKENS = "site.css", "tokens.css"
FEED_STYLE = "feed.css"
# Or a string, which may hold what looks like one and is kept.
_COMMENT = re.compile(rb"""("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')|/\*.*?\*/\n?""", re.DOTALL)
_FEED_NOTE = "This is a feed. Copy its address into a feed reader to follow this site."


def make_assets(theme: Theme, words: Wording) -> Iterator[OutputFile]:
    """Yield every asset of the theme under its published name."""
    for name, data in sorted(_join_styles(theme).items()):
        spoken = _translate(data, words) if name == FEED_STYLE else data
        yield OutputFile(path=_published_name(name, data), data=spoken)


def _translate(style: bytes, words: Wording) -> bytes:
    """Return the style sheet of feeds with what it tells people in their language.

    It is the one asset that says something, since a feed that a browser shows has no other place.
    """
    told = words.gettext("This is a feed. Copy its address into a feed reader to follow this site.")
    escaped = told.replace("\\", "\\\\").replace('"', '\\"')
    return style.replace(_FEED_NOTE.encode(), escaped.encode())


def asset_address(theme: Theme, name: str) -> str:
    """Return the address of an asset, or the empty string where the theme has none by that name.

    >>> asset_address(Theme(templates=(), assets=(("site.css", b"p{}"),), digest=""), "site.css")
    'assets/site.806db221.css'
    """
    data = _join_styles(theme).get(name)
    return "" if data is None else _published_name(name, data)


def _join_styles(theme: Theme) -> Mapping[str, bytes]:
    """Return the assets by name, tokens and style sheet as one, without what only people read."""
    assets = dict(theme.assets)
    if STYLE in assets:
        sheet = assets.pop(TOKENS, b"") + assets[STYLE]
        assets[STYLE] = _COMMENT.sub(rb"\1", sheet)
    return assets


def _published_name(name: str, data: bytes) -> str:
    if name == FEED_STYLE:
        return FEED_STYLE_ADDRESS
    stem, suffix = splitext(name)
    return f"assets/{stem}.{sha256(data).hexdigest()[:8]}{suffix}"
