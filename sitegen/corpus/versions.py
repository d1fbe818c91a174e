"""Link the versions of an article that developed: kept apart, each names the others."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import timedelta

from sitegen.corpus.dating import may_be_near
from sitegen.corpus.dedupe import Match
from sitegen.model.dating import Dating
from sitegen.model.page import Page, Version
from sitegen.text.english import STOPWORDS
from sitegen.text.words import split_words

_NEAR = timedelta(days=7)
_LEAD = 0.1  # of one opening must stand in the other text: what is only quoted stands further down
_HEADLINE = (
    0.25  # of the shorter headline's words, where dates do not say that both are of one time
)


def link_versions(
    pages: Sequence[Page], pairs: Iterable[tuple[int, int, Match]]
) -> Mapping[int, tuple[Version, ...]]:
    """Return the versions of each page that has some, by index, newest first.

    ``pairs`` are the places of two pages and what their texts have in common. Texts that have
    much in common and are of different times are no versions: a quotation or the boilerplate of a
    series is used again.
    """
    best: dict[tuple[int, int], Match] = {}
    for one, other, match in pairs:
        pair = (min(one, other), max(one, other))
        if one != other and (pair not in best or best[pair].score < match.score):
            best[pair] = match
    linked: dict[int, list[tuple[Page, float]]] = defaultdict(list)
    for (one, other), match in best.items():
        if _are_versions(pages[one], pages[other], match):
            linked[one].append((pages[other], match.score))
            linked[other].append((pages[one], match.score))
    return {
        index: tuple(
            Version(slug=page.slug, title=page.title, score=score)
            for page, score in sorted(found, key=lambda item: _order(item[0]), reverse=True)
        )
        for index, found in linked.items()
    }


def _are_versions(one: Page, other: Page, match: Match) -> bool:
    if match.lead < _LEAD or not may_be_near(one.dating, other.dating, _NEAR):
        return False
    is_dated = _is_exact(one.dating) and _is_exact(other.dating)
    return is_dated or _are_alike(one.title, other.title)


def _is_exact(dating: Dating) -> bool:
    return dating.moment is not None and dating.precision in {"instant", "day"}


def _are_alike(one: str, other: str) -> bool:
    """Tell whether two headlines speak of one thing."""
    words, others = (set(split_words(title)) - STOPWORDS for title in (one, other))
    common = len(words & others)
    return 0 < common and _HEADLINE * min(len(words), len(others)) <= common


def _order(page: Page) -> tuple[object, ...]:
    return (page.dating.moment or page.first_seen, page.id)
