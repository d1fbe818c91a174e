"""Find the pictures in people's own texts, which a site of texts does not show."""

import re
from collections.abc import Iterator

from sitegen.model.problem import Problem
from sitegen.model.record import Record
from sitegen.publish.markup import render_markdown
from sitegen.publish.own_texts import list_own_texts

_PICTURE = re.compile(r"!\[[^\[\]]*\]\([^()\s]+[^()]*\)")
_CODE = re.compile(r"<code>.*?</code>", re.DOTALL)


def find_pictures(record: Record) -> Iterator[Problem]:
    """Yield a warning for each picture in a text that a person wrote, as Markdown has them.

    It stands on the page as it was typed.
    """
    for folder, slug, body in list_own_texts(record.pages, record.own, record.gone, record.issues):
        if "![" in body:
            for match in _PICTURE.finditer(_CODE.sub("", render_markdown(body))):
                yield Problem(
                    place=f"content/{folder}/{slug}.md",
                    message=f"shows '{match[0]}' as it is typed, for pictures are not published; "
                    "take the '!' away to make it a link",
                    severity="warning",
                )
