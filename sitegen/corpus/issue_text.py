"""Write the text of a digest: stories ranked, under topics, each with its summary and sources."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

from sitegen.corpus.prose import escape, write_line
from sitegen.model.digest import Kind
from sitegen.model.page import Page
from sitegen.model.record import Record
from sitegen.text.source import name_source
from sitegen.text.topics import Grouped, group_by_topic, weigh_topic
from sitegen.text.wording import Wording

_WITH_SUMMARY = 30  # stories; a reader who wants more has the site
_LISTED = 70  # more, by their headlines
_LATE = 20
_REPORTS = 8  # of one story beside the first


@dataclass(frozen=True, slots=True)
class Chosen:
    """An article that goes into an issue, its own day, and whether that has its issue already."""

    page: Page
    day: date
    is_late: bool


@dataclass(frozen=True, slots=True)
class Topic:
    """A tag that stories may stand under: its address, and how much it tells of an article."""

    slug: str
    weight: float


Block = tuple[Chosen, ...]  # the reports of one story, the latest first; or one article


@dataclass(frozen=True, slots=True)
class Arrangement:
    """The stories of an issue: the top story if there is one, those under each topic, the others.

    ``brief`` are those beyond the first thirty; the last topic may have no name.
    """

    top: tuple[Block, ...]
    topics: tuple[tuple[str, tuple[Block, ...]], ...]
    brief: tuple[Block, ...]
    late: tuple[Block, ...]


def arrange_issue(chosen: Iterable[Chosen], tags: Mapping[str, Topic]) -> Arrangement:
    """Decide what stands where in an issue; ``tags`` are those with a page, by title."""
    every = tuple(chosen)
    blocks = rank_blocks(one for one in every if not one.is_late)
    told = blocks[:_WITH_SUMMARY]
    top = told[:1] if told and len(told[0]) > 1 and len(told) > 1 else []
    rest = told[len(top) :]
    weights = {title: topic.weight for title, topic in tags.items()}
    topics = group_by_topic([_group(block) for block in rest], weights)
    return Arrangement(
        top=tuple(top),
        topics=tuple((topic, tuple(rest[place] for place in places)) for topic, places in topics),
        brief=tuple(blocks[_WITH_SUMMARY:]),
        late=tuple(rank_blocks(one for one in every if one.is_late)),
    )


def write_issue_body(
    kind: Kind, chosen: Iterable[Chosen], tags: Mapping[str, Topic], words: Wording
) -> str:
    """Return the Markdown of an issue; ``tags`` are those with a page, by title."""
    issue = arrange_issue(chosen, tags)
    write = partial(_write_block, words=words, is_week=kind == "week")
    pieces = [_head(words.gettext("Top story")), *map(write, issue.top)] if issue.top else []
    is_rest = issue.top or 1 < len(issue.topics)
    nameless = words.gettext("Other news") if is_rest else words.gettext("Stories")
    for topic, members in issue.topics:
        pieces.append(_write_topic(topic, tags, nameless))
        pieces += map(write, members)
    if issue.brief:
        pieces += [_head(words.gettext("In brief")), _list_briefly(issue.brief, words)]
    if issue.late:
        pieces += [_head(words.gettext("Came late")), *map(write, issue.late[:_LATE])]
        pieces += [_count_rest(len(issue.late) - _LATE, words)] if _LATE < len(issue.late) else []
    return "\n\n".join(pieces)


def make_topics(record: Record) -> dict[str, Topic]:
    """Return the tags that have a page in content/ and articles, by title."""
    pages = [page for page in record.pages if not page.draft]
    counts = Counter(tag for page in pages for tag in page.tags)
    return {
        tag.title: Topic(tag.slug, weigh_topic(counts[tag.title], len(pages)))
        for tag in record.tags
        if counts[tag.title]
    }


def summarize_issue(chosen: Iterable[Chosen]) -> str:
    """Return the headlines of the three stories that matter most, for lists and feeds."""
    every = tuple(chosen)
    blocks = rank_blocks(one for one in every if not one.is_late) or rank_blocks(every)
    return " · ".join(block[0].page.title for block in blocks[:3])


def rank_blocks(chosen: Iterable[Chosen]) -> list[Block]:
    """Return the reports of each story together, what most sources and most reports tell first.

    Of stories alike in both the one with the longest report counts more.
    """
    members: dict[str, list[Chosen]] = defaultdict(list)
    for one in chosen:
        members[f"story {one.page.story}" if one.page.story else one.page.id].append(one)
    blocks = [tuple(sorted(block, key=_place_of, reverse=True)) for block in members.values()]
    return sorted(blocks, key=_weigh)


def _place_of(one: Chosen) -> tuple[object, ...]:
    return one.page.dating.moment or one.page.first_seen, one.page.id


def _weigh(block: Block) -> tuple[int, int, int, str]:
    longest = max(one.page.words for one in block)
    return -len(list_sources(block)), -len(block), -longest, block[0].page.id


def list_sources(block: Block) -> set[str]:
    """Return whom the reports of a story come from; those of which nobody knows are one."""
    return {_source_of(one.page) for one in block}


def list_tags(block: Block) -> set[str]:
    """Return the tags that the reports of a story have."""
    return {tag for one in block for tag in one.page.tags}


def _group(block: Block) -> Grouped:
    pages = [one.page for one in block]
    return Grouped(
        tags=frozenset(list_tags(block)),
        slugs=frozenset(page.slug for page in pages),
        related=frozenset(other.slug for page in pages for other in page.related),
    )


def _write_topic(topic: str, tags: Mapping[str, Topic], nameless: str) -> str:
    return f"## [{escape(topic)}](../tags/{tags[topic].slug}.md)" if topic else _head(nameless)


def _head(title: str) -> str:
    return f"## {title}"


def _write_block(block: Block, *, words: Wording, is_week: bool) -> str:
    """Write a story: headline, summary, whom it comes from, and the other reports."""
    first, *others = block
    dated = words.gettext("Dated %(day)s.", day=words.weekday(first.day)) if first.is_late else ""
    day = words.day_name(first.day) if is_week and not first.is_late else ""
    if first.page.dating.moment is None:
        day = words.gettext("date unknown")
    origin = " · ".join(filter(None, (_source_of(first.page), day)))
    lines = (
        f"### {_link(first.page)}",
        " ".join(filter(None, (f"*{dated}*" if dated else "", write_line(first.page.summary, {})))),
        f"*{escape(origin)}*" if origin else "",
        "\n".join(f"- {_write_report(one.page, words)}" for one in others[:_REPORTS]),
    )
    return "\n\n".join(filter(None, lines))


def _write_report(page: Page, words: Wording) -> str:
    source = _source_of(page)
    if not source:
        return _link(page)
    said_by = words.gettext("%(source)s:", source=escape(source))
    return f"*{said_by}* {_link(page)}"


def _list_briefly(blocks: Sequence[Block], words: Wording) -> str:
    lines = [f"- {_link(block[0].page)}" for block in blocks[:_LISTED]]
    rest = len(blocks) - _LISTED
    return "\n".join(lines) + (f"\n\n{_count_rest(rest, words)}" if 0 < rest else "")


def _count_rest(number: int, words: Wording) -> str:
    return words.ngettext("And one more.", "And %(number)s more.", number)


def _link(page: Page) -> str:
    return f"[{escape(page.title)}](../articles/{page.slug}.md)"


def _source_of(page: Page) -> str:
    return name_source(page.agency, page.source, page.url)
