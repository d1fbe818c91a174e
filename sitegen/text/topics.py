"""Choose the topics under which the stories of a digest stand, by the tags that they share."""

import math
from collections import defaultdict
from collections.abc import Collection, Container, Iterable, Mapping, Sequence
from dataclasses import dataclass


def weigh_topic(support: int, total: int) -> float:
    """Return how much a tag tells of an article: the logarithm of how rare it is among all.

    What most articles have tells nothing of any.
    """
    return math.log(1 + total / max(1, support))


@dataclass(frozen=True, slots=True)
class Grouped:
    """A story that is to stand under a topic: its tags, its articles, and those they point to."""

    tags: frozenset[str]
    slugs: frozenset[str]
    related: frozenset[str]


def group_by_topic(
    stories: Sequence[Grouped], weights: Mapping[str, float]
) -> list[tuple[str, list[int]]]:
    """Put stories under tags that they share, the others at the end.

    Two stories make a topic, and each stands under one: that which many of them share and few
    others. They must be related to another there: that two things happened in one town makes
    neither a topic of the other. ``weights`` are those of the tags that may be topics. Topics
    stand in the order of their first story; the last may have no name.

    >>> def tell(slug: str, tags: str, related: str = "") -> Grouped:
    ...     return Grouped(*(frozenset(text.split()) for text in (tags, slug, related)))
    >>> stories = [tell("a", "Oslo"), tell("b", "Mira"), tell("c", "Oslo Mira", "a")]
    >>> group_by_topic(stories, {"Oslo": 1.0, "Mira": 0.5})
    [('Oslo', [0, 2]), ('', [1])]
    """
    ties = _find_ties(stories)
    rest = set(range(len(stories)))
    topics: list[tuple[str, list[int]]] = []
    while True:
        members = _list_members(stories, ties, rest, weights)
        if not members:
            topics.sort(key=lambda topic: topic[1][0])
            return [*topics, ("", sorted(rest))] if rest else topics
        topic = max(sorted(members), key=lambda tag: len(members[tag]) * weights[tag])
        topics.append((topic, sorted(members[topic])))
        rest -= members[topic]


def _find_ties(stories: Sequence[Grouped]) -> list[tuple[int, int]]:
    """Return the pairs of stories of which one points to the other."""
    places = {slug: place for place, story in enumerate(stories) for slug in story.slugs}
    return [
        (place, places[slug])
        for place, story in enumerate(stories)
        for slug in sorted(story.related)
        if places.get(slug, place) != place
    ]


def _list_members(
    stories: Sequence[Grouped],
    ties: Iterable[tuple[int, int]],
    rest: Collection[int],
    weights: Container[str],
) -> dict[str, set[int]]:
    """Return for each tag the stories that it ties together, of those that have no topic yet."""
    members: dict[str, set[int]] = defaultdict(set)
    for one, other in ties:
        if one in rest and other in rest:
            for tag in stories[one].tags & stories[other].tags:
                if tag in weights:
                    members[tag] |= {one, other}
    return members
