"""Style sheet and icon, under names that change with their bytes, so that caches may keep them.

The style sheet of feeds alone keeps its name: the archives that lead to it never change. That of
the pages is published as one file with its tokens, colours and fonts, which stand in a file of
their own so that a site may replace them alone, and with what a site adds, which stands last.
Style sheets and scripts are published without what only their writers read, a tenth of their
weight.
"""

import re
from codecs import BOM_UTF8
from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from functools import lru_cache
from hashlib import sha256
from posixpath import dirname, join, normpath, relpath, splitext
from urllib.parse import quote, unquote

from sitegen.model.output import OutputFile
from sitegen.model.theme import Theme
from sitegen.publish.urls import FEED_STYLE_ADDRESS
from sitegen.text.wording import Wording

STYLE, TOKENS, OWN_STYLE = "site.css", "tokens.css", "own.css"
FEED_STYLE = "feed.css"
_FEED_NOTE = "This is a feed. Copy its address into a feed reader to follow this site."
# What is escaped, in a string or the address of a file is kept as it is.
_STYLE_PIECE = re.compile(
    r"""(?P<kept>\\.|"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|(?i:url)\(\s*[^\s"')](?:\\.|[^)\\])*\))"""
    r"|/\*.*?\*/"
    r"|(?P<end>;?\s*\})(?:\s|/\*.*?\*/)*|(?P<colon>:)\s+"
    r"|\s*(?P<mark>[{;,>])(?:\s|/\*.*?\*/)*|\s+",
    re.DOTALL,
)
_URL = re.compile(r"""(?P<before>url\(\s*["']?)(?P<name>[^"')\s?#]+)""", re.IGNORECASE)
_INDENT = re.compile(rb"^(?:[ \t]+|[ \t]*//(?!.*\*/).*\n|[ \t]*\n)+", re.MULTILINE)
# After these a new line means nothing, unless a comment ends with it.
_NEEDLESS_LINE_END = re.compile(rb"^((?:(?!//).)*[;{,])\n", re.MULTILINE)
# Where a line ends inside a string or a template, its spaces may be said.
_BROKEN_STRING = re.compile(rb"\\\r?$|^[^`\n]*(?:`[^`\n]*`[^`\n]*)*`[^`\n]*$", re.MULTILINE)


def make_assets(theme: Theme, words: Wording) -> Iterator[OutputFile]:
    """Yield every asset of the theme under its published name."""
    for name, data in sorted(_finish_assets(theme).items()):
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
    data = _finish_assets(theme).get(name)
    return "" if data is None else _published_name(name, data)


def asset_path(theme: Theme, name: str) -> str:
    """Return what a template writes to link an asset, or the empty string where there is none.

    >>> dress = Theme(templates=(), assets=(("50 %.svg", b""),), digest="")
    >>> asset_path(dress, "50 %.svg")
    'assets/50%20%25.e3b0c442.svg'
    """
    return quote(asset_address(theme, name), errors="surrogateescape")


def explain_missing(theme: Theme, name: str) -> str:
    """Return why there is no asset of a name, with what was perhaps meant.

    >>> dress = Theme(templates=(), assets=(("logo.svg", b""), ("site.css", b"")), digest="")
    >>> explain_missing(dress, "assets/logo.svg")
    "there is no templates/assets/assets/logo.svg, perhaps 'logo.svg' is meant"
    >>> explain_missing(dress, "own.css")
    "own.css is published as a part of site.css, which asset('site.css') links"
    """
    assets = _finish_assets(theme)
    if name in {TOKENS, OWN_STYLE} and STYLE in assets:
        return f"{name} is published as a part of {STYLE}, which asset('{STYLE}') links"
    near = get_close_matches(str(name), sorted(assets), n=1)
    return f"there is no templates/assets/{name}" + "".join(
        f", perhaps '{one}' is meant" for one in near
    )


# Every build asks for the addresses of several, and then for all.
@lru_cache(maxsize=1)
def _finish_assets(theme: Theme) -> Mapping[str, bytes]:
    """Return the assets by name as they are published, the three style sheets of pages as one."""
    assets = {
        name: data.removeprefix(BOM_UTF8) if name.endswith(".css") else data
        for name, data in theme.assets
    }
    if STYLE in assets:
        assets[STYLE] = assets.pop(TOKENS, b"") + assets[STYLE] + assets.pop(OWN_STYLE, b"")
    finished = {name: _lighten(name, data) for name, data in assets.items()}
    return {
        name: _link_loaded(name, data, finished) if name.endswith(".css") else data
        for name, data in finished.items()
    }


def _link_loaded(style: str, data: bytes, assets: Mapping[str, bytes]) -> bytes:
    """Return a style sheet that loads pictures and fonts of the theme by their published names."""

    def link(found: re.Match[str]) -> str:
        name = normpath(join(dirname(style), unquote(found["name"])))
        if name not in assets or name.endswith(".css"):
            return found[0]
        published = _published_name(name, assets[name]).removeprefix("assets/")
        path = relpath(published, dirname(style) or ".")
        return found["before"] + quote(path, errors="surrogateescape")

    text = data.decode("utf-8", "surrogateescape")
    return _URL.sub(link, text).encode("utf-8", "surrogateescape")


def _published_name(name: str, data: bytes) -> str:
    if name == FEED_STYLE:
        return FEED_STYLE_ADDRESS
    stem, suffix = splitext(name)
    return f"assets/{stem}.{sha256(data).hexdigest()[:8]}{suffix}"


def _lighten(name: str, data: bytes) -> bytes:
    r"""Return a style sheet or script without what only its writers read, anything else as it is.

    >>> _lighten("a.css", b"p {\n  /* ink */\n  color: red;\n}\np > a::before { content: ' , ' }")
    b"p{color:red}p>a::before{content:' , '}"
    >>> _lighten("a.js", b"// why\nif (a) {\n  b();  // then\n}\n")
    b'if (a) {b();  // then\n}\n'
    """
    if name.endswith(".js"):
        if _BROKEN_STRING.search(data):
            return data
        return _NEEDLESS_LINE_END.sub(rb"\1", _INDENT.sub(b"", data))
    if not name.endswith(".css"):
        return data
    text = data.decode("utf-8", "surrogateescape")
    return _STYLE_PIECE.sub(_replace, text).encode("utf-8", "surrogateescape")


def _replace(found: re.Match[str]) -> str:
    if found["end"]:
        return "}"
    kept = found["kept"] or found["colon"] or found["mark"]
    return kept or ("" if found[0].startswith("/*") else " ")
