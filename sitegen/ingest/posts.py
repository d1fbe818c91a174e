"""Cut what somebody copied from a channel of Telegram, whose posts have a head each.

Telegram writes it above each message that is copied: ``Orle Online, [11.06.2024 07:14]``, in later
versions ``Orle Online, [Jun 11, 2024 at 07:14]``.
"""

import re
from dataclasses import replace
from itertools import pairwise

from sitegen.ingest.document import Document, RawLine, leave_out
from sitegen.ingest.lines import make_line
from sitegen.ingest.reasons import ADVERT, PREAMBLE

_HEAD = re.compile(
    r"\S.{0,80}, \[(?:\d{1,2}[./]\d{1,2}[./]\d{2,4}|[^\W\d_]{3,9}\.? \d{1,2}, \d{4})"
    r"(?:,| at)? \d{1,2}:\d\d(?::\d\d)?(?: [AP]M)?\]$"
)
_ADVERT = re.compile(r"#(?:ad|ads|advert|anzeige|werbung|pub|publicidad|sponsored|реклама)\b")
_PICTURE = re.compile(r"\[(?:photo|picture|image|video|foto|bild|фото)\] ?", re.IGNORECASE)
_FEWEST = 2  # posts
_TITLE_WORDS, _HEAD_LINES = range(2, 21), 3


def cut_posts(document: Document) -> tuple[Document, ...]:
    """Return the posts of a channel, each a document; any other document as it is.

    What stands above the first is no text, and neither is a post that is marked as advertising.
    """
    lines = document.lines
    heads = [i for i, line in enumerate(lines) if line.text[-1:] == "]" and _HEAD.match(line.text)]
    if len(heads) < _FEWEST:
        return (document,)
    above = tuple(leave_out(line, PREAMBLE) for line in lines[: heads[0]])
    posts = [lines[start:end] for start, end in pairwise([*heads, len(lines)])]
    return (*([Document(above)] if above else []), *map(_read_post, posts))


def _read_post(post: tuple[RawLine, ...]) -> Document:
    """Return a post with a picture above its text, and its headline, as such."""
    head, *rest = post
    printed = [index for index, line in enumerate(rest) if line.text.strip()]
    if printed and _ADVERT.match(rest[printed[0]].text):
        return Document((head, *(leave_out(line, ADVERT) for line in rest)), is_single=True)
    for index in printed[:_HEAD_LINES]:
        line = rest[index]
        if picture := _PICTURE.match(line.text):
            rest[index] = replace(line, text=line.text[picture.end() :], shape="caption")
        else:
            made = make_line(line.text)
            if made.words in _TITLE_WORDS and not made.is_sentence:
                rest[index] = replace(line, shape="title")
            break
    return Document((head, *rest), is_single=True)
