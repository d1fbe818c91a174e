"""Take an abbreviation that an article says alone for the name that others write out beside it.

Without that an agency has two tags: one of the articles that write its name out, and one of those
that take it for known.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from sitegen.corpus.spellings import rename_mentions
from sitegen.model.summary import Mention, Summary
from sitegen.text.normalize import fold

_ENOUGH = 2  # articles that write the name out and abbreviate it
_CHIEF = 6  # times as many as do so with another name, and as the others are that say it alone
_SHORTEST = 3  # letters: two are the initials of too much


def join_abbreviations(summaries: Sequence[Summary], own: Iterable[str]) -> list[Summary]:
    """Return the summaries with the name in full for each abbreviation that is of one name.

    Stops in one that has no name count for nothing: G.O.P. is GOP where an article writes that.
    ``own`` are spellings of which a person said what they mean, so they are left alone.
    """
    apart = frozenset(map(fold, own))
    written = Counter(one.name for summary in summaries for one in summary.mentions)
    packed = {name: _pack(name) for name in written}
    owners = _find_owners(summaries, written, packed)
    renamed = {
        name: owners[short]
        for name, short in packed.items()
        if owners.get(short, name) != name and fold(name) not in apart
    }
    return [_join(summary, renamed) for summary in summaries]


def _find_owners(
    summaries: Iterable[Summary], written: Mapping[str, int], packed: Mapping[str, str]
) -> Mapping[str, str]:
    """Return the name of each abbreviation that has one, in articles enough.

    ``written`` counts the articles that have each name, ``packed`` has it without stops.
    """
    full: dict[str, Counter[str]] = defaultdict(Counter)
    for summary in summaries:
        for mention in summary.mentions:
            for short in _list_abbreviations(mention):
                full[short][mention.name] += 1
    alone: dict[str, int] = defaultdict(int)
    for name, short in packed.items():
        alone[short] += written[name]
    owners = {name: name for name, short in packed.items() if name == short}
    for short, found in full.items():
        name, articles = min(found.items(), key=lambda item: (-item[1], item[0]))
        others = max(found.total() - articles, alone[short] // _CHIEF)
        if max(_ENOUGH, _CHIEF * (found.total() - articles), others) <= articles:
            owners[short] = name
    return owners


def _join(summary: Summary, renamed: Mapping[str, str]) -> Summary:
    said = [one.name for one in summary.mentions if one.name in renamed]
    return rename_mentions(summary, {name: renamed[name] for name in said}) if said else summary


def _list_abbreviations(mention: Mention) -> list[str]:
    """Return the forms that are an abbreviation of the name, and no word of it."""
    words = mention.name.split()
    if len(words) == 1:
        return []
    return [
        short for short in dict.fromkeys(map(_pack, mention.forms)) if short and short not in words
    ]


def _pack(name: str) -> str:
    """Return ``FTC`` for ``F.T.C.``; nothing for what is no abbreviation."""
    if " " in name:
        return ""
    packed = name.replace(".", "")
    return packed if _SHORTEST <= len(packed) and packed.isupper() else ""
