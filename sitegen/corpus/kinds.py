"""Let all articles tell of what kind a name is, so that it is one kind over the whole site.

A text that says a name once often tells it wrong. Of the names in 8,514 real articles one in
twenty-five had another kind than most of the others told.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from sitegen.model.summary import Mention, Summary
from sitegen.text.lexicon import read_lexicon
from sitegen.text.spellings import fold_spelling

Kinds = Mapping[str, str]  # of names, folded
NO_KINDS: Kinds = MappingProxyType({})

_ENOUGH = 5  # votes for a kind, so that two articles in passing tell nothing
_MOST = 3  # votes of one article, as many as times it says the name
_PERSON = "person"
_UNTOLD = "other"  # also what is not told, as in all languages but English


def settle_kinds(summaries: Sequence[Summary]) -> list[Summary]:
    """Return the summaries with one kind for each name of which most of them tell the same."""
    kinds = find_kinds(summary.mentions for summary in summaries)
    names = {mention.name for summary in summaries for mention in summary.mentions}
    told = {name: kinds.get(fold_spelling(name), "") for name in names}
    return [_settle(summary, told) for summary in summaries]


def find_kinds(articles: Iterable[Sequence[Mention]]) -> Kinds:
    """Return the kind of each name, folded, that has more than half of the votes of articles.

    An article has a vote for each time that it says the name, but few, and one for the surname
    that it calls somebody by; one that tells no kinds has none.
    """
    written: dict[tuple[str, str], int] = defaultdict(int)
    for mentions in articles:
        if any(mention.kind != _UNTOLD for mention in mentions):
            for mention in mentions:
                written[mention.name, mention.kind] += min(_MOST, mention.count)
                if mention.kind == _PERSON and (surname := _find_surname(mention)):
                    written[surname, _PERSON] += 1
    votes: dict[tuple[str, str], int] = defaultdict(int)
    totals: dict[str, int] = defaultdict(int)
    for (name, kind), number in written.items():
        folded = fold_spelling(name)
        votes[folded, kind] += number
        totals[folded] += number
    return {
        name: kind
        for (name, kind), number in votes.items()
        if _ENOUGH <= number and totals[name] < 2 * number
    }


def _find_surname(mention: Mention) -> str:
    """Return the surname that a text calls a person of this name by; a known place is none.

    Where it stands alone it tells less of itself: ``Brandt said`` may be a town or a bank.
    """
    if len(mention.forms) == 1:
        return ""
    surname = mention.name.rsplit(" ", 1)[-1]
    is_short = surname != mention.name and surname in mention.forms
    return surname if is_short and surname not in read_lexicon().kinds else ""


def correct_kinds(mentions: Iterable[Mention], kinds: Kinds) -> tuple[Mention, ...]:
    """Return mentions with the kinds that all articles tell, else with their own."""
    return tuple(_correct(one, kinds.get(fold_spelling(one.name), "")) for one in mentions)


def _correct(mention: Mention, kind: str) -> Mention:
    return replace(mention, kind=kind) if kind and kind != mention.kind else mention


def _settle(summary: Summary, told: Mapping[str, str]) -> Summary:
    """Return the summary with the kinds that are told of names as they are written."""
    if all(told[one.name] in {"", one.kind} for one in summary.mentions):
        return summary
    mentions = tuple(_correct(one, told[one.name]) for one in summary.mentions)
    return replace(summary, mentions=mentions)
