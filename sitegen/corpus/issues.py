"""Issue the digests of the days and weeks that are over: once, and never again.

``docs/decisions/digests-are-issued.md`` says why, and what becomes of articles that come late.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta, tzinfo

from sitegen.corpus.issue_text import (
    Chosen,
    Topic,
    make_topics,
    summarize_issue,
    write_issue_body,
)
from sitegen.model.digest import Introduction, Issue, Kind
from sitegen.model.page import Page
from sitegen.model.record import Record
from sitegen.model.settings import Settings
from sitegen.text.authority import find_authority
from sitegen.text.days import find_day, find_week
from sitegen.text.wording import Wording, read_wording

_WEEK = timedelta(days=7)
_KINDS: tuple[Kind, ...] = ("day", "week")


@dataclass(frozen=True, slots=True)
class Period:
    """A day or a week, by the name that its digest has."""

    slug: str
    first: date
    after: date  # the day on which it is over


def issue_digests(record: Record, settings: Settings, now: datetime) -> Record:
    """Return the record with a digest for each period that is over and has something to tell.

    A period is over when an article has come on a later day: by the record, not by the clock, so
    that a build without news changes nothing (law 8). ``now`` is when the digests are issued.
    Drafts are told of when they are none any more, as late ones if need be. Nothing that is on
    record changes.
    """
    seen = [find_day(page.first_seen, settings.timezone, is_instant=True) for page in record.pages]
    today = max(seen, default=date.min)
    authority = find_authority(
        ((page.first_seen, page.id) for page in record.pages),
        settings.stated_url or settings.base_url,
    )
    tags, words = make_topics(record), read_wording(settings.language, settings.words)
    introductions = {one.slug: one for one in record.introductions}
    made = [
        _introduce(
            _make_issue(period, chosen, now, f"{authority}/digest/{period.slug}", tags, words),
            introductions.pop(period.slug, None),
        )
        for kind in _KINDS
        for period, chosen in _choose_articles(record, kind, settings.timezone, today)
    ]
    issues = sorted((*record.issues, *made), key=lambda issue: issue.slug)
    return replace(record, issues=tuple(issues), introductions=tuple(introductions.values()))


def _introduce(issue: Issue, introduction: Introduction | None) -> Issue:
    """Return the issue with the words that an editor wrote for it above its own."""
    if introduction is None:
        return issue
    return replace(
        issue,
        title=introduction.title or issue.title,
        draft=introduction.draft,
        body=f"{introduction.body}\n\n{issue.body}",
    )


def _choose_articles(
    record: Record, kind: Kind, timezone: tzinfo, today: date
) -> Iterator[tuple[Period, list[Chosen]]]:
    """Yield the periods that are to be issued now, the earliest first, with their articles.

    An article goes into the issue of its own day, else of that on which it came, else into the
    last of those that are issued now.
    """
    due, left = _list_due(record, kind, timezone)
    over = sorted((one for one in due if one.after <= today), key=lambda period: period.slug)
    for period in over:
        yield period, due[period] + (left if period == over[-1] else [])


def _kind_of(slug: str) -> Kind:
    return "week" if "W" in slug else "day"


def find_due(record: Record, slug: str, timezone: tzinfo) -> tuple[Chosen, ...]:
    """Return the articles that the digest of a period would tell of if it came out now."""
    due, _ = _list_due(record, _kind_of(slug), timezone)
    return next((tuple(due[period]) for period in due if period.slug == slug), ())


def _list_due(
    record: Record, kind: Kind, timezone: tzinfo
) -> tuple[Mapping[Period, list[Chosen]], list[Chosen]]:
    """Return the articles that no issue tells of, by period, and those whose periods are out."""
    issued = {issue.slug for issue in record.issues} | set(record.held_issues)
    told = _list_told(issue for issue in record.issues if issue.kind == kind)
    due: dict[Period, list[Chosen]] = defaultdict(list)
    left: list[Chosen] = []
    for page in record.pages:
        if page.draft or not told.isdisjoint((page.id, page.slug, *page.aliases)):
            continue
        day = find_own_day(page, timezone)
        seen = find_day(page.first_seen, timezone, is_instant=True)
        own, came = find_period(kind, day), find_period(kind, max(day, seen))
        if own.slug not in issued:
            due[own].append(Chosen(page, day, is_late=False))
        elif came.slug not in issued:
            due[came].append(Chosen(page, day, is_late=True))
        else:
            left.append(Chosen(page, day, is_late=True))
    return due, left


def _list_told(issues: Iterable[Issue]) -> frozenset[str]:
    """Return the ids and the slugs of the pages that some issues tell of."""
    return frozenset(name for issue in issues for name in (*issue.articles, *issue.linked))


def find_own_day(page: Page, timezone: tzinfo) -> date:
    """Return the day of an article's date, if it is known to the day, else that of its coming."""
    dating = page.dating
    if dating.moment and dating.precision in {"instant", "day"}:
        return find_day(dating.moment, timezone, is_instant=dating.precision == "instant")
    return find_day(page.first_seen, timezone, is_instant=True)


def find_period(kind: Kind, day: date) -> Period:
    """Return the period that a day lies in; a week begins on its Monday.

    >>> find_period("week", date(2024, 6, 14)).slug
    '2024-W24'
    """
    if kind == "day":
        return Period(day.isoformat(), day, day + timedelta(days=1))
    monday = day - timedelta(days=day.weekday())
    return Period(find_week(day), monday, monday + _WEEK)


def _make_issue(
    period: Period,
    chosen: Sequence[Chosen],
    now: datetime,
    made_id: str,
    tags: Mapping[str, Topic],
    words: Wording,
) -> Issue:
    kind = _kind_of(period.slug)
    ordered = sorted(chosen, key=lambda one: one.page.id)
    return Issue(
        id=made_id,
        slug=period.slug,
        kind=kind,
        title=words.period(period.slug),
        issued=now,
        summary=summarize_issue(chosen),
        articles=tuple(one.page.id for one in ordered),
        late=tuple(one.page.id for one in ordered if one.is_late),
        linked=tuple(sorted(one.page.slug for one in chosen)),
        body=write_issue_body(kind, chosen, tags, words),
        draft=False,
        is_edited=False,
        lang=words.language,
    )
