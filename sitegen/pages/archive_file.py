"""Write the list of what is in an archive of the main feed as a Markdown file, and read it back.

The law: reading what was written gives the same archive, if its number is above 0 and its articles
have an id, a slug and a title each. The file's name is the number; a person may change the list.
"""

from sitegen.model.content import ArchiveRead, ContentFile
from sitegen.model.feed import Archived, FeedArchive
from sitegen.model.problem import Problem
from sitegen.pages.content_text import (
    list_mistakes,
    name_number,
    open_content,
    warn_of_unknown,
    write_content,
)
from sitegen.pages.fields import Fields
from sitegen.pages.front_matter import Scalar

_BODY = """\
# Archive {number} of the main feed

The articles listed above have made room in the main feed for newer ones.
Feed readers that look for older articles find them here, as the feed told of them (RFC 5005).
This list is written once and never again; if it is deleted, its articles are new to all readers.
"""


def write_archive(archive: FeedArchive) -> str:
    """Return the file of an archive, to be stored as UTF-8."""
    rows = tuple(map(_describe, archive.articles))
    return write_content({"articles": rows}, _BODY.format(number=archive.number))


def read_archive(file: ContentFile) -> ArchiveRead:
    """Return the archive that a file of content/feeds/ holds; never raise."""
    number = name_number(file.path)
    if not number:
        message = "is named after no archive of the main feed; call it like 0001.md, or delete it"
        return ArchiveRead(None, (Problem(file.path, message, "quarantined"),), 0)
    text = open_content(file)
    if isinstance(text, Problem):
        return ArchiveRead(None, (text,), number)
    rows = text.fields.take_rows("articles")
    archive = FeedArchive(number, tuple(_read_article(row) for row in rows))
    if mistakes := list_mistakes(text):
        return ArchiveRead(None, mistakes, number)
    return ArchiveRead(archive, warn_of_unknown(text), number)


def _describe(article: Archived) -> dict[str, Scalar]:
    return {
        "id": article.id,
        "slug": article.slug,
        "title": article.title,
        "published": article.published,
        "updated": article.updated,
        "author": article.author,
        "summary": article.summary,
        **({"lang": article.language} if article.language else {}),
    }


def _read_article(row: Fields) -> Archived:
    published = row.require_moment("published", "its date, such as 2024-06-14T12:00:00Z")
    return Archived(
        id=row.require_text("id", "the id of the article's page"),
        slug=row.take_slug("slug"),
        title=row.require_text("title", "the headline"),
        published=published,
        updated=row.take_moment("updated") or published,
        author=row.take_text("author"),
        summary=row.take_text("summary"),
        language=row.take_text("lang"),
    )
