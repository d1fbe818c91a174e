"""Join the spellings of a name across all articles, so that each thing has one name."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from sitegen.model.summary import Mention, Summary
from sitegen.text.normalize import fold
from sitegen.text.spellings import fold_spelling


def join_spellings(
    summaries: Sequence[Summary], known: Iterable[str], own: Iterable[str]
) -> list[Summary]:
    """Return the summaries with one spelling for each name.

    ``known`` are names that have a page: where one of them is a spelling, it stays the one. Else
    it is the spelling of most articles, then the one that sorts first. People whose initials differ
    stay apart: George W. Bush is George Bush only where no article names a George H. Bush.
    ``own`` are spellings of which a person said what they mean, so they are left alone.
    """
    apart = set(map(fold, own))
    written = Counter(
        mention.name
        for summary in summaries
        for mention in summary.mentions
        if not apart or fold(mention.name) not in apart
    )
    people = {
        mention.name
        for summary in summaries
        for mention in summary.mentions
        if mention.kind == "person" and mention.name in written
    }
    settled = _settle(written, people, frozenset(known))
    return [rename_mentions(summary, settled) for summary in summaries] if settled else [*summaries]


def _settle(
    written: Mapping[str, int], people: set[str], known: frozenset[str]
) -> Mapping[str, str]:
    """Return the settled spelling of each name that is not spelled so."""
    groups: dict[str, list[str]] = defaultdict(list)
    for name in written:
        groups[fold_spelling(name)].append(name)
    for key, fuller in _find_initials(name for name in people if " " in name):
        first, *others = [one for one in sorted({key, *fuller}) if one in groups]
        for one in others:
            groups[first] += groups.pop(one)
    settled: dict[str, str] = {}
    for names in groups.values():
        if 1 < len(names):
            best = min(names, key=lambda name: (name not in known, -written[name], name))
            settled |= {name: best for name in names if name != best}
    return settled


def _find_initials(names: Iterable[str]) -> Iterator[tuple[str, set[str]]]:
    """Yield names without initials with those with initials that they are, all of them folded.

    A stop behind an initial counts for nothing, and none is both George W. and George H. Bush.
    """
    fuller: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for name in names:
        folded = fold_spelling(name)
        words = [
            word[0] if len(word) == len("W.") and word[1] == "." else word
            for word in folded.split()
        ]
        plain = [words[0], *(word for word in words[1:] if 1 < len(word))]
        if 1 < len(plain) < len(words):
            fuller[" ".join(plain)][" ".join(words)].add(folded)
    for short, found in fuller.items():
        if len(found) == 1:
            yield short, next(iter(found.values()))


def rename_mentions(summary: Summary, settled: Mapping[str, str]) -> Summary:
    """Return the summary with the settled names; what was two there is one."""
    if not any(mention.name in settled for mention in summary.mentions):
        return summary
    topics: dict[str, int] = {}
    for written, weight in summary.topics:
        name = settled.get(written, written)
        topics[name] = max(weight, topics.get(name, 0))
    mentions = unite_mentions(summary.mentions, settled)
    return replace(summary, mentions=mentions, topics=tuple(topics.items()))


def unite_mentions(mentions: Iterable[Mention], settled: Mapping[str, str]) -> tuple[Mention, ...]:
    """Return mentions by their settled names, those of one name as one."""
    united: dict[str, Mention] = {}
    for mention in mentions:
        name = settled.get(mention.name, mention.name)
        if name in united:
            one = united[name]
            forms = tuple(dict.fromkeys((*one.forms, *mention.forms)))
            united[name] = replace(one, forms=forms, count=one.count + mention.count)
        else:
            united[name] = replace(mention, name=name)
    return tuple(united.values())
