"""Tell why a page has its tags: what each weighs there, and how many articles have it."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from sitegen.corpus.entities import TITLE_WEIGHT, list_names, read_page_prose, weigh_topics
from sitegen.corpus.headlines import list_known
from sitegen.corpus.kinds import NO_KINDS, Kinds
from sitegen.corpus.topics import fold_topic, weigh_phrases
from sitegen.model.page import Page
from sitegen.text.normalize import fold


@dataclass(frozen=True, slots=True)
class TagReason:
    """A tag of a page, what it is, its weight, and how many pages have it.

    A ``name`` weighs by its mentions, those in title and lead more, or by the title alone, a
    ``topic`` in hundredths by its words, its place and the title; a tag that neither the text of
    the page nor its title says is ``given`` by a person or by an alias, and weighs nothing.
    """

    tag: str
    kind: Literal["name", "topic", "given"]
    weight: int
    articles: int


def explain_tags(
    page: Page,
    pages: Iterable[Page],
    aliases: Iterable[tuple[str, str]],
    kinds: Kinds = NO_KINDS,
) -> tuple[TagReason, ...]:
    """Return the reason of each tag; ``aliases`` are names with the tags that they stand for.

    ``kinds`` are those that all articles tell of names.
    """
    meant = {fold(written): tag for written, tag in aliases}
    prose = read_page_prose(page)
    mentions = list_names(page, kinds)
    names: dict[str, int] = {}
    for name, weight in weigh_topics(mentions, page.title, prose):
        tag = fold(meant.get(fold(name), name))
        names[tag] = max(weight, names.get(tag, 0))
    for tag in list_known(page.title, page.tags):
        names.setdefault(fold(tag), TITLE_WEIGHT)
    topics: dict[tuple[str, ...], int] = {}
    for phrase in weigh_phrases(mentions, page.title, prose):
        tag = meant.get(fold(phrase.name), phrase.name)
        topics.setdefault(_fold(tag), phrase.weight)
    support = Counter(tag for one in pages for tag in one.tags)
    return tuple(
        TagReason(tag, "name", names[fold(tag)], support[tag])
        if fold(tag) in names
        else TagReason(tag, "topic", topics[_fold(tag)], support[tag])
        if _fold(tag) in topics
        else TagReason(tag, "given", 0, support[tag])
        for tag in page.tags
    )


def _fold(topic: str) -> tuple[str, ...]:
    return tuple(sorted(fold_topic(topic)))
