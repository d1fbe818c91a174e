"""Take a surname that an article says alone for the person whom the others name in full.

Measured on 1,500 reports that name somebody in full: in 98 of 100 it is the chief bearer of the
surname. Whether an article that says it alone takes it for a person counts little: a name that is
said without any other word of it is often told wrong.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from sitegen.corpus.spellings import rename_mentions
from sitegen.model.summary import Mention, Summary
from sitegen.text.normalize import fold

_ENOUGH = 5  # articles that name the bearer in full
_CHIEF = 6  # times as many as name others so, and as take the surname for a place or a body


def join_surnames(summaries: Sequence[Summary], own: Iterable[str]) -> list[Summary]:
    """Return the summaries with full names for surnames that are one person's.

    Nobody is meant where another bearer, or a place or a body of that name, is anything but rare,
    nor where the article itself has named another bearer before; nor by a name in ``own``, which
    are spellings of which a person said what they mean.
    """
    owners = _find_owners(summaries, frozenset(map(fold, own)))
    return [_join(summary, owners) for summary in summaries]


def _find_owners(summaries: Iterable[Summary], own: frozenset[str]) -> Mapping[str, str]:
    """Return the chief bearer of each surname that has one, in articles enough."""
    bearers: dict[str, Counter[str]] = defaultdict(Counter)
    alone: dict[str, int] = defaultdict(int)
    bodies: dict[str, int] = defaultdict(int)
    for summary in summaries:
        for mention in summary.mentions:
            if mention.kind != "person":
                if mention.kind in {"place", "organisation"}:
                    bodies[mention.name] += 1
            elif surname := _find_surname(mention):
                bearers[surname][mention.name] += 1
            else:
                alone[mention.name] += 1
    owners = {}
    for surname, found in bearers.items():
        name, articles = min(found.items(), key=lambda item: (-item[1], item[0]))
        is_chief = _CHIEF * (found.total() - articles) <= articles
        is_person = _CHIEF * bodies[surname] <= articles + alone[surname]
        if _ENOUGH <= articles and is_chief and is_person and fold(surname) not in own:
            owners[surname] = name
    return owners


def _join(summary: Summary, owners: Mapping[str, str]) -> Summary:
    """Return the summary with the full names; of what kind its own text took them for is gone."""
    strangers: set[str] = set()
    alone: dict[str, str] = {}
    for mention in summary.mentions:  # in order of first mention
        if mention.name in owners and mention.name not in strangers:
            alone[mention.name] = owners[mention.name]
        elif mention.kind == "person":
            surname = _find_surname(mention)
            if surname and owners.get(surname) != mention.name:
                strangers.add(surname)
    if not alone:
        return summary
    mentions = tuple(
        replace(mention, kind="person") if mention.name in alone else mention
        for mention in summary.mentions
    )
    return rename_mentions(replace(summary, mentions=mentions), alone)


def _find_surname(mention: Mention) -> str:
    """Return the last of several words, nothing where there is one."""
    return mention.name.rsplit(" ", 1)[1] if " " in mention.name else ""
