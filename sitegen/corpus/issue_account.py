"""Tell how a digest came about, for whoever asks: what it tells, in which order and why."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import tzinfo
from typing import Literal

from sitegen.corpus.issue_text import (
    Arrangement,
    Block,
    Chosen,
    Topic,
    arrange_issue,
    list_sources,
    list_tags,
    make_topics,
)
from sitegen.corpus.issues import find_due, find_own_day, find_period
from sitegen.model.digest import Issue, Kind
from sitegen.model.page import Page
from sitegen.model.record import Record

Section = Literal["top story", "topic", "in brief", "came late"]


@dataclass(frozen=True, slots=True)
class Told:
    """A story of a digest: its reports, the latest first, where it stands, and whom it is from."""

    section: Section
    topic: str
    reports: Block
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TopicAccount:
    """A tag that stories stand under: how many could, and how much it tells of an article."""

    title: str
    stories: int
    weight: float


@dataclass(frozen=True, slots=True)
class IssueAccount:
    """What is known of the digest of a period; ``issue`` is None while it is not out.

    ``stories`` are arranged as they would be today. ``taken_out`` are articles that the digest
    told of before a person changed it; ``elsewhere`` those of the period that it does not tell of,
    each with the slug of the digest that does, which is empty while they wait for one.
    """

    issue: Issue | None
    stories: tuple[Told, ...]
    topics: tuple[TopicAccount, ...]
    taken_out: tuple[Page, ...]
    elsewhere: tuple[tuple[Page, str], ...]


def give_issue_account(slug: str, record: Record, timezone: tzinfo) -> IssueAccount:
    """Return what the digest of a period tells, or would tell if it came out now."""
    kind: Kind = "week" if "W" in slug else "day"
    issue = next((one for one in record.issues if one.slug == slug), None)
    chosen = _find_told(issue, record, timezone) if issue else find_due(record, slug, timezone)
    tags = make_topics(record)
    arrangement = arrange_issue(chosen, tags)
    here = {one.page.id for one in chosen}
    mentioned = set(issue.articles) if issue else set()
    taken_out = [p for p in record.pages if p.id in mentioned and p.id not in here]
    of_period = [
        page
        for page in record.pages
        if find_period(kind, find_own_day(page, timezone)).slug == slug
        and page.id not in here | mentioned
        and not page.draft
    ]
    return IssueAccount(
        issue=issue,
        stories=tuple(_list_told(arrangement)),
        topics=tuple(_list_topics(arrangement, tags)),
        taken_out=tuple(taken_out),
        elsewhere=tuple((page, _find_issue(page, kind, record)) for page in of_period),
    )


def _find_told(issue: Issue, record: Record, timezone: tzinfo) -> tuple[Chosen, ...]:
    """Return the articles that the text of an issue links to, for these it tells of."""
    linked = set(issue.linked)
    return tuple(
        Chosen(page, find_own_day(page, timezone), is_late=page.id in issue.late)
        for page in record.pages
        if not linked.isdisjoint((page.slug, *page.aliases))
        or (page.id in issue.articles and not issue.is_edited)
    )


def _list_told(arrangement: Arrangement) -> Iterator[Told]:
    """Yield the stories in the order of the text."""
    yield from (_tell("top story", "", block) for block in arrangement.top)
    for topic, blocks in arrangement.topics:
        yield from (_tell("topic", topic, block) for block in blocks)
    yield from (_tell("in brief", "", block) for block in arrangement.brief)
    yield from (_tell("came late", "", block) for block in arrangement.late)


def _tell(section: Section, topic: str, block: Block) -> Told:
    return Told(section, topic, block, tuple(sorted(list_sources(block))))


def _list_topics(arrangement: Arrangement, tags: Mapping[str, Topic]) -> Iterator[TopicAccount]:
    """Yield the topics of a digest, with how many of all its stories have each."""
    blocks: Sequence[Block] = [block for _, blocks in arrangement.topics for block in blocks]
    counts = Counter(tag for block in blocks for tag in list_tags(block))
    for title, _ in arrangement.topics:
        if title:
            yield TopicAccount(title, counts[title], round(tags[title].weight, 2))


def _find_issue(page: Page, kind: Kind, record: Record) -> str:
    """Return the slug of the first digest of a kind that tells of a page, if one does."""
    names = {page.id, page.slug, *page.aliases}
    told = (one for one in record.issues if one.kind == kind)
    return next((one.slug for one in told if names & {*one.articles, *one.linked}), "")
