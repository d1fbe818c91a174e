"""Tell in short what a person's page says, where the person did not: by its first sentences."""

import re

from sitegen.text.normalize import clean_line
from sitegen.text.sentences import take_sentences

_LONGEST = 300  # characters, but for a first sentence that is longer
_PARTED = re.compile(r"\n\s*\n")
# A heading, a quotation, a list, a table, a rule, code, an element: no paragraph of a text.
_OTHER = re.compile(r"[ ]{4}|\s*(?:#|>|[-*+][ \t]|\d+[.)][ \t]|\||```|~~~|<|(?:[-*_][ \t]*){3,}$)")
_LINK = re.compile(r"!?\[([^\[\]]*)\](?:\([^()\s]*\)|\[[^\[\]]*\])?")
_MARKS = re.compile(r"(?<!\\)[*_`]+|\\(?=[!-/:-@\[-`{-~])")


def read_opening(body: str) -> str:
    r"""Return the first sentences of a text in Markdown, as plain text; of lists only for want.

    >>> read_opening("# Lost\n\nA *ticket* was [found](x.md). Nobody asked for it.\n\nMore.")
    'A ticket was found. Nobody asked for it.'
    """
    parts = [part for part in _PARTED.split(body) if part.strip()]
    paragraph = next((part for part in parts if not _OTHER.match(part)), "")
    plain = strip_marks(paragraph or " ".join(parts[:1]))
    return take_sentences(clean_line(plain), _LONGEST)


def strip_marks(markdown: str) -> str:
    r"""Return a text in Markdown without the marks inside its lines, and of links the words.

    >>> strip_marks("A *ticket* was [found](x.md) for 3\\*.")
    'A ticket was found for 3*.'
    """
    return _MARKS.sub("", _LINK.sub(r"\1", markdown))
