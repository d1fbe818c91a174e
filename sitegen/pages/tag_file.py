r"""Write a tag's page as a Markdown file, and read it back.

The law: reading what was written gives the same page, if its slug is the name of the file, the
slugs of its articles are slugs, and no title is empty or has a line break.
"""

import re

from sitegen.model.content import ContentFile, TagRead
from sitegen.model.page import TagPage
from sitegen.model.problem import Problem
from sitegen.pages.content_text import list_mistakes, open_content, warn_of_unknown, write_content
from sitegen.pages.fields import is_slug
from sitegen.pages.inline import escape_inline, unescape_inline, write_heading

_ENTRY = re.compile(r"- \[([^\n]+)\]\(\.\./articles/([^()/\n]+)\.md\)")


def write_tag(tag: TagPage) -> str:
    """Return the file of a tag, to be stored as UTF-8."""
    entries = [
        f"- [{escape_inline(title)}](../articles/{slug}.md)\n" for slug, title in tag.entries
    ]
    body = write_heading(tag.title) + "".join(entries)
    return write_content({"title": tag.title, "slug": tag.slug}, body)


def read_tag(file: ContentFile) -> TagRead:
    """Return the tag that a file of content/tags/ holds; never raise."""
    text = open_content(file)
    if isinstance(text, Problem):
        return TagRead(tag=None, problems=(text,))
    title = text.fields.require_text("title", "the name as articles write it")
    slug = text.fields.require_stem("slug", text.stem)
    mistakes = list_mistakes(text)
    if mistakes:
        return TagRead(tag=None, problems=mistakes)
    entries = _read_entries(text.body)
    tag = TagPage(title=title, slug=slug, entries=entries, is_edited=text.is_edited)
    return TagRead(tag=tag, problems=warn_of_unknown(text))


def _read_entries(body: str) -> tuple[tuple[str, str], ...]:
    found = (_ENTRY.fullmatch(line) for line in body.split("\n"))
    return tuple((item[2], unescape_inline(item[1])) for item in found if item and is_slug(item[2]))
