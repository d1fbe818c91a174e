r"""Write an issued digest as a Markdown file, and read it back.

The law: reading what was written gives the same issue, if its slug is a day or a week and the name
of the file, id and title are not empty, and ``linked`` is what the body links to.

In a file that a person has changed, or written, the heading wins over the front matter, and the
id may be missing: then the site makes the one that the digest would have had. One that a person
wrote and that links to no article is the introduction of a digest that is still to be issued.
"""

import re
from datetime import date, datetime

from sitegen.model.content import ContentFile, IssueRead
from sitegen.model.digest import Introduction, Issue, Kind
from sitegen.model.problem import Problem
from sitegen.pages.content_text import (
    ContentText,
    list_mistakes,
    name_stem,
    open_content,
    warn,
    warn_of_unknown,
    write_content,
)
from sitegen.pages.fields import is_slug
from sitegen.pages.front_matter import Value
from sitegen.pages.inline import take_heading, unescape_inline, write_heading

_LINK = re.compile(r"\]\((?:\./|\.\./)articles/([^()/\s]+)\.md(?:#[^()\s]*)?\)")
_HEADLINE = re.compile(r"^#+ \[(.+)\]\([^()\s]+\)[ #]*$", re.MULTILINE)
# That of all digests which say nothing of it: once there was no other.
_FIRST_LANGUAGE = "en"
_SLUG = re.compile(r"\d{4}-(?:\d\d-\d\d|W\d\d)", re.ASCII)


def write_issue(issue: Issue) -> str:
    """Return the file of an issue, to be stored as UTF-8."""
    values: dict[str, Value] = {
        "id": issue.id,
        "title": issue.title,
        "slug": issue.slug,
        "issued": issue.issued,
        "draft": issue.draft,
        **({} if issue.lang == _FIRST_LANGUAGE else {"lang": issue.lang}),
        "summary": issue.summary,
        "articles": issue.articles,
        "late": issue.late,
    }
    return write_content(values, f"{write_heading(issue.title)}{issue.body}\n")


def read_issue(file: ContentFile) -> IssueRead:
    """Return the issue that a file of content/digests/ holds; never raise."""
    text = open_content(file)
    if isinstance(text, Problem):
        return IssueRead(issue=None, problems=(text,), slug=name_stem(file.path))
    kind = _read_kind(text.stem)
    if kind is None:
        return IssueRead(issue=None, problems=(_refuse_name(text.path),), slug="")
    fields = text.fields
    title = fields.take_text("title")
    body = text.body.removeprefix(write_heading(title))
    heading, body = ("", body) if body != text.body else take_heading(body)
    slug = fields.take_slug("slug") or text.stem
    summary = fields.take_text("summary")
    issue = Issue(
        id=fields.take_text("id"),
        slug=text.stem,
        kind=kind,
        title=heading or title or text.stem,
        issued=fields.take_moment("issued") or datetime.fromisoformat(f"{_day(text.stem)}T12:00Z"),
        summary=_summarize(body) if text.is_edited else summary,
        articles=fields.take_texts("articles"),
        late=fields.take_texts("late"),
        linked=find_linked(body),
        body=body.strip("\n"),
        draft=fields.take_bool("draft"),
        is_edited=text.is_edited,
        lang=fields.take_text("lang") or _FIRST_LANGUAGE,
    )
    if slug != text.stem:
        fields.require_stem("slug", text.stem)
    mistakes = list_mistakes(text)
    if not issue.body and text.is_edited:
        mistakes = (*mistakes, _refuse_empty(text.path))
    if mistakes:
        return IssueRead(issue=None, problems=mistakes, slug=text.stem)
    problems = list(warn_of_unknown(text))
    if heading and title and heading != title and text.is_edited:
        problems.append(
            warn(text, "title", "the heading below says otherwise and is used; make both the same")
        )
    if _is_introduction(issue, text):
        written = Introduction(issue.slug, heading or title, issue.body, issue.draft)
        waiting = Problem(text.path, "waits as the introduction of its digest", "note")
        return IssueRead(None, (*problems, waiting), text.stem, written)
    return IssueRead(issue=issue, problems=tuple(problems), slug=text.stem)


def _is_introduction(issue: Issue, text: ContentText) -> bool:
    """Tell whether a text was written before there was a digest, and tells of no article."""
    was_out = issue.id or issue.articles or text.fields.take_text("issued")
    return text.is_edited and not was_out and not issue.linked


def find_linked(body: str) -> tuple[str, ...]:
    """Return the slugs of the articles that a body links to, each once, in order.

    >>> find_linked("### [Ferry late](../articles/ferry-late.md)")
    ('ferry-late',)
    """
    return tuple(dict.fromkeys(found[1] for found in _LINK.finditer(body) if is_slug(found[1])))


def _summarize(body: str) -> str:
    """Return the first three headlines that a body links to, as a person has left them."""
    return " · ".join(unescape_inline(found) for found in _HEADLINE.findall(body)[:3])


def _read_kind(stem: str) -> Kind | None:
    """Return what a file's name is: a day, a week, or neither."""
    if not _SLUG.fullmatch(stem) or not _day(stem):
        return None
    return "week" if "W" in stem else "day"


def _day(stem: str) -> str:
    try:
        return date.fromisoformat(stem).isoformat()
    except ValueError:
        return ""


def _refuse_empty(path: str) -> Problem:
    message = "has no text; write one, or delete the file to have the digest made anew"
    return Problem(place=path, message=message, severity="quarantined")


def _refuse_name(path: str) -> Problem:
    message = "is named after no day or week; call it like 2024-06-14.md or 2024-W24.md"
    return Problem(place=path, message=message, severity="quarantined")
