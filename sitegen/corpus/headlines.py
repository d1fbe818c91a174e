"""Find the names that headlines say in full and texts cut short, if other articles are about them.

Of 1,000 articles of many papers one gets a tag so. Without the others a headline tells little of
where a name ends: of what the model finds there, as in ``Will Hawaii lead``, half is none.
"""

from collections.abc import Container, Iterator, Sequence
from dataclasses import replace

from sitegen.corpus.entities import TITLE_WEIGHT
from sitegen.model.summary import Summary

_LONGEST = 6  # words of a name that is looked for
_SIGNS = "“”‘’\"',:;.!?()"


def name_headlines(summaries: Sequence[Summary], titles: Sequence[str]) -> list[Summary]:
    """Return the summaries with what their ``titles`` name in full among their topics.

    ``Orle Bridge to Close`` is about Orle Bridge where another article is, though its own text
    says no more than Orle.
    """
    known = {name for summary in summaries for name, _ in summary.topics if " " in name}
    return [_add(*pair, known) for pair in zip(summaries, titles, strict=True)]


def _add(summary: Summary, title: str, known: Container[str]) -> Summary:
    found = [*dict.fromkeys(list_known(title, known))]
    if not found:
        return summary
    said = {mention.name for mention in summary.mentions}
    people = {mention.name for mention in summary.mentions if mention.kind == "person"}
    short = tuple(f"{name} " for name, _ in summary.topics if name not in people)
    added = tuple(
        (name, TITLE_WEIGHT) for name in found if name not in said and name.startswith(short)
    )
    if not added:
        return summary
    topics = sorted((*summary.topics, *added), key=lambda topic: -topic[1])
    return replace(summary, topics=tuple(topics))


def list_known(title: str, known: Container[str]) -> Iterator[str]:
    """Yield the names of several words that a title says, of those that are known.

    >>> list(list_known("‘Orle Bridge’ to close", {"Orle Bridge", "Orle Town Bridge"}))
    ['Orle Bridge']
    """
    words = [word.strip(_SIGNS) for word in title.split()]
    for start in range(len(words)):
        for end in range(start + 2, min(len(words), start + _LONGEST) + 1):
            name = " ".join(words[start:end])
            if name in known:
                yield name
