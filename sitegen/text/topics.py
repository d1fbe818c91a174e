"""Choose the topics under which the stories of a digest stand, by the tags that they share."""

import math
from collections import Counter
from collections.abc import Collection, Mapping, Sequence


def weigh_topic(support: int, total: int) -> float:
    """Return how much a tag tells of an article: the logarithm of how rare it is among all.

    What most articles have tells nothing of any.
    """
    return math.log(1 + total / max(1, support))


def group_by_topic(
    stories: Sequence[Collection[str]], weights: Mapping[str, float]
) -> list[tuple[str, list[int]]]:
    """Put stories, each given by its tags, under tags that they share, the others at the end.

    Two stories make a topic, and each story stands under one: that which many of them share and
    few others. ``weights`` are those of the tags that may be topics. Topics stand in the order of
    their first story; the last may have no name.

    >>> group_by_topic([{"Oslo"}, {"Mira"}, {"Oslo", "Mira"}], {"Oslo": 1.0, "Mira": 0.5})
    [('Oslo', [0, 2]), ('', [1])]
    """
    rest = list(range(len(stories)))
    topics: list[tuple[str, list[int]]] = []
    while True:
        counts = Counter(tag for index in rest for tag in {*stories[index]} if tag in weights)
        shared = [tag for tag in sorted(counts) if counts[tag] > 1]
        if not shared:
            topics.sort(key=lambda topic: topic[1][0])
            return [*topics, ("", rest)] if rest else topics
        topic = max(shared, key=lambda tag: counts[tag] * weights[tag])
        topics.append((topic, [index for index in rest if topic in stories[index]]))
        rest = [index for index in rest if topic not in stories[index]]
