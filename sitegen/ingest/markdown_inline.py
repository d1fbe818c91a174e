"""Reduce the inline marks of Markdown to the words that a reader sees.

Every pattern here needs time in proportion to the text, whatever the text.
"""

import re

_TARGET = r"\((?:<[^<>]*>|(?:[^()\s<]|\([^()\s]*\))*)(?:\s+(?:\"[^\"]*\"|'[^']*'))?\s*\)"
_IMAGE = re.compile(rf"!\[([^\[\]]*)\](?:{_TARGET}|\[[^\[\]]*\])")
_TITLE = re.compile(r"\s(?:\"([^\"]*)\"|'([^']*)')\s*\)$")  # of a picture
_FOOTNOTE = re.compile(r"^ {0,3}\[\^[^\[\]\s]{1,40}\]:[ \t]*|\[\^[^\[\]\s]{1,40}\]")
_LINK = re.compile(rf"\[([^\[\]]*)\](?:{_TARGET}|\[[^\[\]]*\])")
_ADDRESS = re.compile(r"<((?:https?://|mailto:)[^<>\s]*)>")
_COMMENT = re.compile(r"<!--[^<>]*-->")
_TAG = re.compile(
    r"</?(?:a|abbr|b|big|center|cite|div|em|figcaption|figure|font|i|iframe|img|mark|p|s|small"
    r"|span|strong|sub|sup|table|tbody|td|th|thead|tr|u)(?:\s[^<>]*)?/?>",
    re.IGNORECASE,
)
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_CODE = re.compile(r"`([^`]+)`")
_STRONG = re.compile(r"(\*\*|__|~~)(?=\S)([^*_~]+)(?<=\S)\1")
_EMPHASIS = re.compile(r"(?<![\w*\\])\*(?=\S)([^*]+)(?<=\S)\*(?![\w*])")
_UNDERLINED = re.compile(r"(?<![\w\\])_(?=\S)([^_]+)(?<=\S)_(?!\w)")
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")
_HIDDEN = re.compile("[\ue021-\ue07e]")
_HIDE = 0xE000  # into the private use area and back: an escaped sign is no mark
_SEPARATORS = " \t|·•,;/–—-"


def reduce_marks(text: str) -> str:
    r"""Return the words of a paragraph without its marks.

    >>> reduce_marks("**Ferry** [_late_](https://a.example/x_(y)) at 5\\*3, `so` ![dot](d.gif)they")
    'Ferry late at 5*3, so they'
    """
    if not _MARK.search(text):
        return text
    is_hidden = "\\" in text and not _HIDDEN.search(text)
    if is_hidden:
        text = _ESCAPE.sub(lambda match: chr(_HIDE + ord(match[1])), text)
    text = _reduce_links(_COMMENT.sub("", text))
    text = _BREAK.sub(" ", _TAG.sub("", text))
    text = _CODE.sub(r"\1", text)
    for _ in range(2):  # marks inside marks
        text = _STRONG.sub(r"\2", text)
        text = _UNDERLINED.sub(r"\1", _EMPHASIS.sub(r"\1", text))
    if is_hidden:
        return _HIDDEN.sub(lambda match: chr(ord(match[0]) - _HIDE), text)
    return text


_MARK = re.compile(r"[\[\]<`*_~\\]")


def read_image(text: str) -> str | None:
    """Return the words that stand for a picture, where a line is nothing but pictures.

    >>> read_image("[![A ferry](f.jpg)](f.html)"), read_image("![](f.jpg)"), read_image("Text.")
    ('A ferry', '', None)
    >>> read_image('![A ferry](f.jpg "The ferry on the bank. Photo: Ida Fellgate")')
    'A ferry. The ferry on the bank. Photo: Ida Fellgate'
    """
    text = text.strip()
    if "![" not in text:
        return None
    words = [_name_image(match) for match in _IMAGE.finditer(text)]
    rest = _LINK.sub(r"\1", _IMAGE.sub("", text))
    return " ".join(filter(None, words)) if words and not rest.strip() else None


def _name_image(match: re.Match[str]) -> str:
    """Return what a picture's text and its title say of it, once each."""
    words = match[1].strip()
    found = _TITLE.search(match[0])
    title = (found[1] or found[2] or "").strip() if found else ""
    if not words or words.rstrip(".") in title:
        return title if words else ""
    if not title or title in words:
        return words
    return f"{words.rstrip('.')}. {title}"


def is_only_links(text: str) -> bool:
    """Tell whether a line is nothing but links and what parts them.

    >>> is_only_links("[Home](/) | [Sport](/sport)"), is_only_links("See [the port](/port).")
    (True, False)
    """
    return bool(_LINK.search(text)) and not _LINK.sub("", text).strip(_SEPARATORS)


def _reduce_links(text: str) -> str:
    """Reduce pictures to nothing and links to their words; a picture may be inside a link."""
    if "[" in text:
        text = _FOOTNOTE.sub("", text)
        text = _LINK.sub(r"\1", _IMAGE.sub("", text))
        text = _LINK.sub(r"\1", text)
    return _ADDRESS.sub(r"\1", text)
