"""Take an abbreviation that an article says alone for the name that others write out beside it.

Without that an agency has two tags: one of the articles that write its name out, and one of those
that take it for known.
"""

from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence

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
    owners = _find_owners(summaries)
    return [_join(summary, owners, apart) for summary in summaries]


def _find_owners(summaries: Sequence[Summary]) -> Mapping[str, str]:
    """Return the name of each abbreviation that has one, in articles enough."""
    written: dict[str, Counter[str]] = defaultdict(Counter)
    alone: Counter[str] = Counter()
    for summary in summaries:
        for mention in summary.mentions:
            alone[_pack(mention.name)] += 1
            for short in _list_abbreviations(mention):
                written[short][mention.name] += 1
    plain = (one.name for summary in summaries for one in summary.mentions)
    owners = {name: name for name in plain if name == _pack(name)}
    for short, found in written.items():
        name, articles = min(found.items(), key=lambda item: (-item[1], item[0]))
        others = max(found.total() - articles, alone[short] // _CHIEF)
        if max(_ENOUGH, _CHIEF * (found.total() - articles), others) <= articles:
            owners[short] = name
    return owners


def _join(summary: Summary, owners: Mapping[str, str], apart: Container[str]) -> Summary:
    known = {one.name: owners.get(_pack(one.name), one.name) for one in summary.mentions}
    return rename_mentions(
        summary,
        {name: full for name, full in known.items() if name != full and fold(name) not in apart},
    )


def _list_abbreviations(mention: Mention) -> Iterator[str]:
    """Yield the forms that are an abbreviation of the name, and no word of it."""
    words = mention.name.split()
    for short in dict.fromkeys(map(_pack, mention.forms)):
        if 1 < len(words) and short and short not in words:
            yield short


def _pack(name: str) -> str:
    """Return ``FTC`` for ``F.T.C.``; nothing for what is no abbreviation."""
    packed = name.replace(".", "")
    return packed if _SHORTEST <= len(packed) and packed.isupper() and " " not in packed else ""
