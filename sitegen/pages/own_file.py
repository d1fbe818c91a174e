"""Read pages that are no reports: a person's own, and what stands where an article was."""

from sitegen.model.content import ContentFile, OwnRead
from sitegen.model.page import SITE_NAMES, OwnPage
from sitegen.model.problem import Problem
from sitegen.pages.content_text import ContentText, list_mistakes, open_content, warn_of_unknown
from sitegen.pages.inline import take_heading, write_heading


def read_own(file: ContentFile) -> OwnRead:
    """Return the page that a file of content/pages/ holds; never raise.

    Its title is that of the front matter, else the heading it begins with, else the file's name.
    A heading that says the same as the title is not part of the body.
    """
    text = open_content(file)
    if isinstance(text, Problem):
        return OwnRead(own=None, problems=(text,))
    aliases = text.fields.take_slugs("aliases")
    for name in (text.stem, *aliases):
        if name.casefold() in SITE_NAMES:
            return OwnRead(own=None, problems=(_refuse_name(name, text),))
    return _read(text, aliases)


def read_gone(file: ContentFile) -> OwnRead:
    """Return what a file of content/gone/ says instead of the article of its name; never raise."""
    text = open_content(file)
    return OwnRead(own=None, problems=(text,)) if isinstance(text, Problem) else _read(text)


def write_gone(page: OwnPage) -> str:
    """Return the file of a page that stands where an article was, to be stored as UTF-8."""
    return f"{write_heading(page.title)}{page.body}\n".removeprefix("\n")


def _read(text: ContentText, aliases: tuple[str, ...] = ()) -> OwnRead:
    heading, below = take_heading(text.body)
    title = text.fields.take_text("title") or heading or _name(text.stem)
    mistakes = list_mistakes(text)
    if mistakes:
        return OwnRead(own=None, problems=mistakes)
    body = below if heading == title else text.body
    own = OwnPage(title=title, slug=text.stem, body=body.strip("\n"), aliases=aliases)
    return OwnRead(own=own, problems=warn_of_unknown(text))


def _refuse_name(name: str, text: ContentText) -> Problem:
    way = "give the file another name" if name == text.stem else "take it out of aliases"
    message = f"/{name}/ is an address of the site itself; {way}"
    return Problem(place=text.path, message=message, severity="quarantined")


def _name(stem: str) -> str:
    words = stem.replace("-", " ").replace("_", " ")
    return words[:1].upper() + words[1:]
