r"""Plain text on one line of Markdown: headings and the words of links.

Whatever the text, it is shown as it is, and read back as it was.
Line breaks alone become spaces, for a title has only one line.
"""

import re

# What Markdown would read as markup inside a line; a closing row of # counts only after a space.
_MARKUP = re.compile(r"[\\`*_\[\]<~]|(?<!\S)#|&(?=#?\w+;)")
# Without one of these a text is as it is, which is told in a tenth of the time.
_SPECIAL = re.compile(r"[\\`*_\[\]<~#&\r\n]")
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
_BREAKS = re.compile(r"[\r\n]+")
# Possessive: else a heading of nothing but spaces takes time quadratic in their number.
_HEADING = re.compile(r"\s*+#[ \t]++(?=[^\n]*\S)([^\n]*+)(?:\n+|$)")


def escape_inline(text: str) -> str:
    r"""Return the Markdown that shows a text as it is.

    >>> escape_inline("C# & *sea* [live]")
    'C# & \\*sea\\* \\[live\\]'
    """
    if not _SPECIAL.search(text):
        return text
    return _MARKUP.sub(r"\\\g<0>", _BREAKS.sub(" ", text))


def unescape_inline(markdown: str) -> str:
    r"""Return the text that the Markdown of :func:`escape_inline` shows."""
    return _ESCAPED.sub(r"\1", markdown)


def write_heading(title: str) -> str:
    """Return the heading that the body of a file of ours begins with, as one of the first level."""
    return f"\n# {escape_inline(title)}\n\n"


def take_heading(body: str) -> tuple[str, str]:
    r"""Return the text of the heading that a body begins with, and the rest of the body.

    >>> take_heading("# Ferry late #\n\nIt came at noon.")
    ('Ferry late', 'It came at noon.')
    """
    found = _HEADING.match(body)
    if not found:
        return "", body
    return unescape_inline(_drop_closing(found[1])), body[found.end() :]


def _drop_closing(heading: str) -> str:
    """Return a heading without the row of # that may close it."""
    written = heading.strip()
    bare = written.rstrip("#")
    return bare.rstrip() if bare.endswith((" ", "\t")) else written
