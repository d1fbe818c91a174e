"""Write a decision into the front matter of a file that a person keeps, and nothing else.

The person's words, their order and the style of their line ends stay; the file stays theirs.
"""

import re
from dataclasses import replace

from sitegen.model.content import ContentFile
from sitegen.model.page import Page
from sitegen.pages.front_matter import write_front_matter
from sitegen.pages.page_file import list_decisions, read_page

_FRONT = re.compile(
    r"\A\ufeff?---[ \t]*\r?\n(?P<front>.*?)^---[ \t]*\r?$", re.DOTALL | re.MULTILINE
)


def amend_page(file: ContentFile, page: Page) -> ContentFile | None:
    """Return the file with the decisions and the former addresses of ``page``.

    None where the front matter is written in a way that cannot be changed safely: the file read
    back must be exactly ``page``, but for moments in days that stand alone, which no file tells.
    """
    before = read_page(file).page
    text = file.data.decode("utf-8", "replace")
    found = _FRONT.search(text)
    if before is None or not found:
        return None
    front, ending = found["front"], "\r\n" if "\r\n" in found[0] else "\n"
    old = list_decisions(before)
    for key, value in list_decisions(page).items():
        if value != old[key]:
            block = re.compile(rf"^{key}[ ]*:.*\n(?:[ \t-].*\n)*", re.MULTILINE)
            front = block.sub("", front)
            front += write_front_matter({key: value}).replace("\n", ending)
    amended = text[: found.start("front")] + front + text[found.end("front") :]
    made = ContentFile(file.path, amended.encode())
    decided = replace(
        page, dating=before.dating, first_seen=before.first_seen, updated=before.updated
    )
    return made if read_page(made).page == decided else None
