"""Measure how much articles have in common, and choose the related ones, each with its reason."""

import math
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from sitegen.model.page import Page, RelatedPage
from sitegen.model.summary import Summary

_TERMS = 60  # compared of each article, heaviest first
_COMMON = 100  # a word in more articles than this (or in a fifth of all) relates nothing
_NAME_WEIGHT = 1.0
_ALONE = 0.25  # what rareness counts where nobody shares it
_RELATED = 5
_NAMED = 3  # things in common that a reason names
_ENOUGH = 0.1  # cosine from which an article is worth pointing to


@dataclass(frozen=True, slots=True)
class Likeness:
    """For each article, by index, the cosines of those like it, by their index, best first."""

    neighbours: tuple[Mapping[int, float], ...]


def measure_likeness(summaries: Sequence[Summary]) -> Likeness:
    """Compare all articles by their weighted words and names through an inverted index."""
    alike: list[dict[int, float]] = [{} for _ in summaries]
    postings: dict[str, list[tuple[int, float]]] = defaultdict(list)
    for index, vector in enumerate(_make_vectors(summaries)):
        cosines: dict[int, float] = defaultdict(float)
        for term, weight in vector.items():
            posting = postings[term]
            for other, other_weight in posting:  # the articles before this one
                cosines[other] += weight * other_weight
            posting.append((index, weight))
        for other, cosine in cosines.items():
            if _ENOUGH <= cosine:
                alike[index][other] = alike[other][index] = round(cosine, 4)
    return Likeness(tuple(_rank(cosines, summaries) for cosines in alike))


def _rank(cosines: Mapping[int, float], summaries: Sequence[Summary]) -> Mapping[int, float]:
    """Return the cosines best first; equals stand in an order that no other article changes."""
    ranked = sorted(cosines.items(), key=lambda pair: (-pair[1], summaries[pair[0]].digest))
    return dict(ranked)


def _make_vectors(summaries: Sequence[Summary]) -> list[dict[str, float]]:
    """Return unit vectors of the words and names that several articles have, rare ones heavier.

    What an article says alone relates it to none, but counts in its length, a little: or else two
    articles of a small site that share one word and nothing more would be the same.
    The weight of rareness moves in whole powers of two, so that one more article leaves the
    relations among the others as they are.
    """
    raw = [_weigh(summary) for summary in summaries]
    frequency = Counter(term for vector in raw for term in vector)
    size = 1 << len(summaries).bit_length()
    common = max(min(_COMMON, len(summaries) // 5), 2)
    vectors = []
    for vector in raw:
        weighed = {
            term: weight * (size // frequency[term]).bit_length()
            for term, weight in vector.items()
            if 1 < frequency[term] <= common
        }
        alone = [weight for term, weight in vector.items() if frequency[term] == 1]
        norm = math.hypot(*weighed.values(), size.bit_length() * _ALONE * math.hypot(*alone))
        vectors.append({term: weight / norm for term, weight in weighed.items()})
    return vectors


def _weigh(summary: Summary) -> dict[str, float]:
    vector = dict(summary.terms[:_TERMS])
    for name, weight in summary.topics:
        vector[f"name:{name}"] = _NAME_WEIGHT * (1 + math.log(weight))
    return vector


def choose_related(
    index: int, pages: Sequence[Page], summaries: Sequence[Summary], likeness: Likeness
) -> tuple[RelatedPage, ...]:
    """Return the pages most like one page, with what they have in common in words."""
    chosen = islice(likeness.neighbours[index], _RELATED)
    return tuple(
        RelatedPage(
            slug=pages[other].slug,
            title=pages[other].title,
            reason=_explain_tags(pages[index], pages[other])
            or _explain_text(summaries[index], summaries[other]),
        )
        for other in chosen
    )


def _explain_tags(one: Page, other: Page) -> str:
    shared = [tag for tag in one.tags if tag in other.tags]
    return f"shares {', '.join(shared[:_NAMED])}" if shared else ""


def _explain_text(one: Summary, other: Summary) -> str:
    if names := _share(dict(one.topics), dict(other.topics)):
        return f"shares {', '.join(names[:_NAMED])}"
    words = _share(dict(one.terms), dict(other.terms))
    return f"shares the words {', '.join(words[:_NAMED])}"


def _share(one: Mapping[str, float], other: Mapping[str, float]) -> list[str]:
    """Return the keys of both, those that weigh most in both first."""
    common = [key for key in one if key in other]
    return sorted(common, key=lambda key: (-(one[key] * other[key]), key))
