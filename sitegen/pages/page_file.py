"""Write an article's page as a Markdown file, and read it back.

The law: reading what was written gives the same page, whatever its texts, if

* its slug is the name of the file, id and title are not empty, every slug in it is one,
* its moments are in UTC, its scores from 0 to 1, and only an unknown date has no moment,
* its address elsewhere begins with http, and its body holds no carriage return.

A file that was renamed is an article that moved: the name of the file is its slug, and the slug
that it says itself joins the aliases, so that the old address still answers (law 5).

Below the front matter stand the title as a heading, the body, and the related pages as a list.
Heading and list are made from the front matter, so that content/ reads well without us.
In an edited file they win over the front matter where they differ, for they are what people see.
"""

import re
from collections.abc import Sequence

from sitegen.model.article import Caption
from sitegen.model.content import ContentFile, PageRead
from sitegen.model.page import Apart, Copy, Page, RelatedPage, Version
from sitegen.model.problem import Problem
from sitegen.pages.content_text import (
    ContentText,
    list_mistakes,
    open_content,
    warn,
    warn_of_unknown,
    write_content,
)
from sitegen.pages.fields import Fields, is_slug
from sitegen.pages.front_matter import Value
from sitegen.pages.inline import escape_inline, take_heading, unescape_inline, write_heading
from sitegen.text.opening import strip_marks
from sitegen.text.words import count_words

_DIGEST = re.compile(r"^[ -]+digest: [\"']?([0-9a-f]{16})\b", re.MULTILINE)
_RELATED_HEADING = "\n## Related\n"
_RELATED_ITEM = re.compile(r"[-*] \[(.+)\]\(([^()/]+)\.md\)(?: [—–-] (.*))?")


def write_page(page: Page) -> str:
    """Return the file of a page, to be stored as UTF-8."""
    heading, related = write_heading(page.title), _write_related(page.related)
    return write_content(_list_values(page), f"{heading}{page.body}{related}")


def read_page(file: ContentFile) -> PageRead:
    """Return the page that a file of content/articles/ holds; never raise."""
    text = open_content(file)
    if isinstance(text, Problem):
        return _hold_back(file, (text,))
    fields = text.fields
    title, related = fields.require_text("title", "the headline"), _read_related(fields)
    seen_title, seen_related, body = _read_body(text, title, related)
    page = _read_fields(text, seen_title, seen_related, body)
    mistakes = list_mistakes(text)
    if mistakes:
        return _hold_back(file, mistakes)
    warnings = list(warn_of_unknown(text))
    if seen_title != title:
        warnings.append(
            warn(text, "title", "the heading below says otherwise and is used; make both the same")
        )
    if seen_related != related:
        warnings.append(
            warn(text, "related", "the list below says otherwise and is used; make both the same")
        )
    slug = fields.take_slug("slug")
    is_moved = slug != text.stem
    if is_moved and text.is_edited:
        message = f"write the file's name here and '{slug}' under aliases, or links may be lost"
        warnings.append(warn(text, "slug", message, "warning"))
    return PageRead(page=page, problems=tuple(warnings), is_moved=is_moved)


def list_decisions(page: Page) -> dict[str, Value]:
    """Return the front matter that says where a page answers, and what it is one with or not."""
    return {
        "story": page.story,
        "story_by_hand": page.is_story_by_hand,
        "former_stories": page.former_stories,
        "aliases": page.aliases,
        "merged_into": page.merged_into,
        "apart": tuple(_list_apart(item) for item in page.apart),
    }


def _hold_back(file: ContentFile, mistakes: Sequence[Problem]) -> PageRead:
    """Return what is known of a page that cannot be read: the digests of its copies on record."""
    held = tuple(_DIGEST.findall(file.data.decode("utf-8", "replace")))
    return PageRead(page=None, problems=tuple(mistakes), held=held)


def _list_values(page: Page) -> dict[str, Value]:
    """Return the front matter by key, in the order in which people look for things."""
    return {
        "id": page.id,
        "title": page.title,
        "dek": page.dek,
        "slug": page.slug,
        "date": page.dating.moment or "",
        "date_precision": page.dating.precision,
        "date_source": page.dating.evidence,
        "date_basis": "" if page.dating.basis == "stated" else page.dating.basis,
        "date_contrary": page.dating.contrary,
        "first_seen": page.first_seen,
        "updated": page.updated,
        "draft": page.draft,
        "lang": page.lang,
        "agency": page.agency,
        "byline": page.byline,
        "place": page.place,
        "captions": tuple({"text": item.text, "credit": item.credit} for item in page.captions),
        "source": page.source,
        "url": page.url,
        "rights": page.rights,
        "tags": page.tags,
        "entities": page.entities,
        "story": page.story,
        "story_by_hand": page.is_story_by_hand,
        "former_stories": page.former_stories,
        "summary": page.summary,
        "related": tuple(
            {"slug": item.slug, "title": item.title, "reason": item.reason} for item in page.related
        ),
        "versions": tuple(_list_version(version) for version in page.versions),
        **list_decisions(page),
        "phrases": page.phrases,
        "seeds": tuple(_list_copy(copy) for copy in page.seeds),
        "words": page.words,
        "truncated": page.is_truncated,
    }


def _list_apart(item: Apart) -> dict[str, str]:
    return {"id": item.id, "slug": item.slug, "seed": item.seed, "digest": item.digest}


def _list_version(version: Version) -> dict[str, str | float]:
    return {"slug": version.slug, "title": version.title, "score": version.score}


def _list_copy(copy: Copy) -> dict[str, str | float]:
    values: dict[str, str | float] = {
        "seed": copy.seed,
        "digest": copy.digest,
        "words": copy.words,
        "score": copy.score,
        "reason": copy.reason,
    }
    values |= {"differences": copy.differences} if copy.differences else {}
    return values | ({"merged": copy.merged} if copy.merged else {})


def _read_fields(
    text: ContentText, title: str, related: tuple[RelatedPage, ...], body: str
) -> Page:
    fields = text.fields
    words = fields.take_count("words")
    first_seen = fields.require_moment("first_seen", "when it came, such as 2024-06-14T12:00:00Z")
    return Page(
        id=fields.require_text(
            "id", "a name that never changes, such as tag:example.org,2024:mira"
        ),
        title=title,
        slug=text.stem,
        dating=fields.take_dating(),
        first_seen=first_seen,
        updated=fields.take_moment("updated") or first_seen,
        draft=fields.take_bool("draft"),
        lang=fields.take_text("lang"),
        agency=fields.take_text("agency"),
        byline=fields.take_text("byline"),
        captions=tuple(
            Caption(text=row.take_text("text"), credit=row.take_text("credit"))
            for row in fields.take_rows("captions")
        ),
        source=fields.take_text("source"),
        url=fields.take_url("url"),
        tags=fields.take_tags("tags") if text.is_edited else fields.take_texts("tags"),
        entities=fields.take_texts("entities"),
        story=fields.take_slug("story"),
        summary=fields.take_text("summary"),
        related=related,
        aliases=_read_aliases(fields, text.stem),
        seeds=tuple(_read_copy(row) for row in fields.take_rows("seeds")),
        # Whoever changes a text does not count it anew.
        words=count_words(strip_marks(body)) if text.is_edited else words,
        body=body,
        is_truncated=fields.take_bool("truncated"),
        is_edited=text.is_edited,
        dek=fields.take_text("dek"),
        place=fields.take_text("place"),
        merged_into=fields.take_text("merged_into"),
        apart=tuple(_read_apart(row) for row in fields.take_rows("apart")),
        phrases=fields.take_texts("phrases"),
        versions=tuple(_read_version(row) for row in fields.take_rows("versions")),
        rights=fields.take_text("rights"),
        is_story_by_hand=fields.take_bool("story_by_hand"),
        former_stories=fields.take_slugs("former_stories"),
    )


def _read_aliases(fields: Fields, stem: str) -> tuple[str, ...]:
    """Return the former addresses, with the one that the file had before it was renamed."""
    slug, aliases = fields.require_slug("slug", stem), fields.take_slugs("aliases")
    if slug == stem:
        return aliases
    former = dict.fromkeys((*aliases, slug))
    return tuple(alias for alias in former if alias != stem)


def _read_copy(row: Fields) -> Copy:
    return Copy(
        seed=row.take_text("seed"),
        digest=row.take_text("digest"),
        words=row.take_count("words"),
        score=row.take_score("score"),
        reason=row.take_text("reason"),
        merged=row.take_text("merged"),
        differences=row.take_text("differences"),
    )


def _read_apart(row: Fields) -> Apart:
    return Apart(
        id=row.require_text("id", "the id of the page that is kept apart"),
        slug=row.take_slug("slug"),
        seed=row.take_text("seed"),
        digest=row.take_text("digest"),
    )


def _read_version(row: Fields) -> Version:
    return Version(
        slug=row.take_slug("slug"), title=row.take_text("title"), score=row.take_score("score")
    )


def _read_related(fields: Fields) -> tuple[RelatedPage, ...]:
    return tuple(
        RelatedPage(
            slug=row.take_slug("slug"), title=row.take_text("title"), reason=row.take_text("reason")
        )
        for row in fields.take_rows("related")
    )


def _read_body(
    text: ContentText, title: str, related: tuple[RelatedPage, ...]
) -> tuple[str, tuple[RelatedPage, ...], str]:
    """Return title, related pages and the body between them, as a reader of the file sees them."""
    heading, ending = write_heading(title), _write_related(related)
    bare = text.body.removeprefix(heading).removesuffix(ending)
    if len(bare) == len(text.body) - len(heading) - len(ending):
        return title, related, bare
    seen_title, rest = take_heading(text.body)
    seen_related, rest = _take_related(rest)
    if not text.is_edited:
        # Written by another version of us, which had another form for the same front matter.
        seen_title, seen_related = title, related
    return seen_title or title, seen_related or related, rest.strip("\n")


def _write_related(related: tuple[RelatedPage, ...]) -> str:
    if not related:
        return "\n"
    items = [
        f"- [{escape_inline(item.title)}]({item.slug}.md) — {escape_inline(item.reason)}\n"
        for item in related
    ]
    return "\n" + _RELATED_HEADING + "\n" + "".join(items)


def _take_related(body: str) -> tuple[tuple[RelatedPage, ...], str]:
    """Return the pages that a list near the end of the body names, and the body without it.

    What a person has added below the list is text of the article, and the list is none.
    """
    above, heading, below = body.rpartition(_RELATED_HEADING)
    lines = below.split("\n")
    items = [_RELATED_ITEM.fullmatch(line.strip()) for line in lines]
    end = next((i for i, line in enumerate(lines) if line.strip() and not items[i]), len(lines))
    listed = list(filter(None, items[:end]))
    found = tuple(
        RelatedPage(
            slug=item[2], title=unescape_inline(item[1]), reason=unescape_inline(item[3] or "")
        )
        for item in listed
        if is_slug(item[2])
    )
    added = "\n".join(lines[end:]).strip("\n")
    if not heading or len(found) < len(listed) or (added and (not found or added[0] in "-*+")):
        return (), body
    return found, f"{above.rstrip()}\n\n{added}" if added else above
