"""The book of a digest: finished text, and nothing of how a book is written."""

from sitegen.model.article import Caption
from sitegen.model.value import value


@value
class Chapter:
    """A text of the book: an article, or the digest that leads to all of them.

    ``file`` is its name in the book.
    ``language`` and ``direction`` are those of the text: ``auto`` where it is said to be in the
    language of the book. ``facts`` and ``notice`` are the book's own words. ``url`` is where the
    same is on the site, ``rights`` says whose the text is.
    """

    file: str
    title: str
    language: str
    direction: str
    body: str
    url: str
    dek: str = ""
    facts: str = ""
    notice: str = ""
    captions: tuple[Caption, ...] = ()
    rights: str = ""


@value
class Book:
    """A digest as a book, with its metadata. ``extent`` says how many articles it has.

    ``published`` is when its period was over, ``modified`` when one of its articles was changed
    since, if any was: moments as ISO 8601 writes them in UTC. ``contents`` and ``pictures`` are
    headings.
    """

    address: str
    id: str
    title: str
    site: str
    author: str
    description: str
    language: str
    direction: str
    published: str
    modified: str
    extent: str
    contents: str
    pictures: str
    overview: Chapter
    articles: tuple[Chapter, ...]
