"""Find the phrases that an article may be filed under, and join their spellings.

A name tells who and where, a topic what it is about: ``herring limits``. What is no topic beyond
doubt is none, so most phrases of a text are left out: those said once, those weighed too light,
single words, and those that only call somebody or something by a general word.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from sitegen.model.summary import KeyPhrase, Mention, Summary
from sitegen.text.names import is_english
from sitegen.text.normalize import fold
from sitegen.text.phrases import find_phrases, fold_word
from sitegen.text.word_classes import is_general
from sitegen.text.words import split_words

TOPIC_BAR = 90  # hundredths: what a phrase must weigh
_MOST = 8  # kept for each article
_FEWEST_WORDS = 2  # a single word is too wide, or tells nothing
_OFTEN = 2  # mentions, one of them perhaps the title
_TITLE_WEIGHT = 1.5


def weigh_phrases(
    mentions: Sequence[Mention], title: str, paragraphs: Sequence[str]
) -> tuple[KeyPhrase, ...]:
    """Return the phrases above the bar, heaviest first; none in a language we have no tables of.

    They depend on this article alone: a new article never changes what another is about.
    """
    words = f" {' '.join(map(fold_word, split_words(title)))} "
    weighed = []
    for phrase in find_phrases(paragraphs, _FEWEST_WORDS, TOPIC_BAR / 100 / _TITLE_WEIGHT):
        if not _can_be_topic(phrase.text):
            continue
        is_in_title = f" {' '.join(fold_topic(phrase.text))} " in words
        weight = int(100 * phrase.weight * (_TITLE_WEIGHT if is_in_title else 1.0))
        if TOPIC_BAR <= weight and _OFTEN <= phrase.said + is_in_title:
            weighed.append((-weight, phrase.text))
    if not weighed or not is_english(paragraphs):
        return ()
    names = {fold(form) for mention in mentions for form in mention.forms}
    about = [KeyPhrase(text, text, -weight) for weight, text in sorted(weighed)]
    return tuple([phrase for phrase in about if phrase.form not in names][:_MOST])


def _can_be_topic(text: str) -> bool:
    return text.islower() and not is_general(fold_word(text.rpartition(" ")[2]))


def fold_topic(text: str) -> tuple[str, ...]:
    """Return the words of a topic, singular and plural as one.

    >>> fold_topic("herring limits") == fold_topic("herring limit")
    True
    """
    return tuple(map(fold_word, text.split()))


def list_topics(summary: Summary) -> list[tuple[str, int]]:
    """Return the names and the phrases that an article may be filed under, with their weights."""
    return [*summary.topics, *((phrase.name, phrase.weight) for phrase in summary.phrases)]


def join_topics(
    summaries: Iterable[Summary], known: Iterable[str], own: Iterable[str]
) -> list[Summary]:
    """Return the summaries with one spelling for each topic: one number, one order of its words.

    ``known`` are tags that have a page: where one of them is a spelling, it stays the one. Else it
    is that of most articles, then the one that sorts first. ``own`` are spellings of which a person
    said what they mean, so they are left alone.
    """
    summaries = list(summaries)
    kept, apart = frozenset(known), frozenset(map(fold, own))
    written = Counter(phrase.form for summary in summaries for phrase in summary.phrases)
    groups: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for form in written:
        if form not in apart:
            groups[tuple(sorted(fold_topic(form)))].append(form)
    settled = {
        form: min(forms, key=lambda form: (form not in kept, -written[form], form))
        for forms in groups.values()
        if 1 < len(forms)
        for form in forms
    }
    return [_name_phrases(summary, settled) for summary in summaries] if settled else summaries


def _name_phrases(summary: Summary, settled: Mapping[str, str]) -> Summary:
    names = [settled.get(phrase.form, phrase.form) for phrase in summary.phrases]
    if all(phrase.name == name for phrase, name in zip(summary.phrases, names, strict=True)):
        return summary
    pairs = zip(summary.phrases, names, strict=True)
    return replace(summary, phrases=tuple(replace(phrase, name=name) for phrase, name in pairs))
