"""Answer why a digest is as it is: what it tells, in which order, and what it does not."""

import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import unquote, urlsplit

from sitegen.app.job import Job
from sitegen.app.nearest import find_nearest
from sitegen.app.survey import Survey
from sitegen.corpus import IssueAccount, Told, give_issue_account
from sitegen.errors import UsageError
from sitegen.model.record import Record
from sitegen.text.wording import SOURCE_LANGUAGE, read_wording

Values = dict[str, Any]

_PERIOD = re.compile(r"\d{4}-(?:\d\d-\d\d|W\d\d)", re.ASCII)


def read_digest_slug(name: str) -> str:
    """Return the period in a name of a digest, an empty text where the name is of something else.

    >>> read_digest_slug("https://example.org/news/digest/2024-06-14/index.html")
    '2024-06-14'
    >>> read_digest_slug("content/digests/2024-W24.md"), read_digest_slug("2024-06-14")
    ('2024-W24', '')
    """
    parts = [part for part in unquote(urlsplit(name).path).split("/") if part]
    folders = [place for place, part in enumerate(parts[:-1]) if part in {"digest", "digests"}]
    return parts[folders[0] + 1].removesuffix(".md") if folders else ""


def explain_digest(slug: str, job: Job, survey: Survey) -> Values:
    """Return what is known of the digest of a day or a week. Raise UsageError where none is."""
    record = survey.after.record
    title = _name(slug)
    account = give_issue_account(slug, record, job.settings.timezone) if title else None
    if account is None or not (account.issue or account.stories or account.elsewhere):
        raise UsageError(_describe_unknown(slug, record))
    issue = account.issue
    return {
        "slug": slug,
        "kind": "week" if "W" in slug else "day",
        "title": issue.title if issue else title,
        "state": _find_state(account),
        "file": f"content/digests/{slug}.md" if issue else None,
        "id": issue.id if issue else None,
        "issued": issue.issued.isoformat() if issue else None,
        "introduction": any(one.slug == slug for one in record.introductions),
        "stories": [_describe_story(story) for story in account.stories],
        "topics": [
            {
                "title": topic.title,
                "stories": topic.stories,
                "weight": topic.weight,
                "score": round(topic.stories * topic.weight, 2),
            }
            for topic in account.topics
        ],
        "taken_out": [page.slug for page in account.taken_out],
        "elsewhere": [{"slug": page.slug, "digest": digest} for page, digest in account.elsewhere],
    }


def _name(slug: str) -> str:
    """Return the name of a period, an empty text where there is none such."""
    try:
        return read_wording(SOURCE_LANGUAGE).period(slug) if _PERIOD.fullmatch(slug) else ""
    except ValueError:
        return ""


def _find_state(account: IssueAccount) -> str:
    if account.issue is None:
        return "not out"
    if account.issue.draft:
        return "draft"
    return "edited" if account.issue.is_edited else "out"


def _describe_story(story: Told) -> Values:
    return {
        "section": story.section,
        "topic": story.topic,
        "story": story.reports[0].page.story,
        "sources": [source for source in story.sources if source],
        "words": max(one.page.words for one in story.reports),
        "reports": [
            {"slug": one.page.slug, "title": one.page.title, "day": one.day.isoformat()}
            for one in story.reports
        ],
    }


def _describe_unknown(slug: str, record: Record) -> str:
    known = [issue.slug for issue in record.issues]
    nearest = ", ".join(f"'digest/{one}'" for one in find_nearest(slug, known, 3))
    hint = f"did you mean {nearest}?" if nearest else "a day is like 2024-06-14, a week 2024-W24"
    return f"digest/{slug}: nothing came on this day or in this week; {hint}"


def write_digest(digest: Values) -> Iterator[str]:
    """Yield the lines that tell people what :func:`explain_digest` found."""
    yield digest["file"] or f"digest/{digest['slug']}/"
    yield f"  title    {digest['title']}"
    yield f"  state    {_write_state(digest)}"
    if digest["introduction"]:
        yield "  waits    an introduction by hand, which will stand above the stories"
    for number, story in enumerate(digest["stories"], 1):
        first, *others = story["reports"]
        under = story["topic"] or {"topic": "no topic"}.get(story["section"], story["section"])
        yield f"  {number:3}      {first['slug']}; {under}: {_write_rank(story)}"
        if story["section"] == "came late":
            yield f"           dated {first['day']}, when its digest was out"
        for report in others:
            yield f"           with {report['slug']}"
    for topic in digest["topics"]:
        yield (
            f"  topic    {topic['title']}: {topic['score']:.2f} = "
            f"{topic['stories']} stories x {topic['weight']:.2f} for how rare it is"
        )
    for slug in digest["taken_out"]:
        yield f"  out      {slug}: taken out by hand, and not told again"
    for one in digest["elsewhere"]:
        told = f"told in digest/{one['digest']}/" if one["digest"] else "waits for the next digest"
        yield f"  late     {one['slug']}: {told}"


def _write_state(digest: Values) -> str:
    states = {
        "not out": "not out: it is written when an article has come on a later day",
        "draft": "a draft by hand, so it is not published",
        "edited": f"issued {digest['issued']}, edited by hand since",
        "out": f"issued {digest['issued']}; it stays as it is",
    }
    return states[digest["state"]]


def _write_rank(story: Values) -> str:
    """Return what the rank of a story goes by, in the order in which it counts."""
    sources = len(story["sources"])
    named = f"{sources} source{'s' * (sources != 1)}" if sources else "source unknown"
    reports = len(story["reports"])
    counted = f"{reports} report{'s' * (reports != 1)}"
    return f"{named}, {counted}, {story['words']} words"
