"""Choose the sentence or two that stand for a text in lists and feeds."""

from collections.abc import Sequence

from sitegen.text.sentences import ends_sentence, split_sentences

_SHORTEST = 60  # characters; a shorter opening is a pointer, not a summary
_LONGEST = 320


def make_excerpt(paragraphs: Sequence[str]) -> str:
    """Return whole sentences from the start of the text, never a cut one if there is another.

    >>> make_excerpt(["A ferry ran aground in fog. Everyone aboard was brought ashore by noon."])
    'A ferry ran aground in fog. Everyone aboard was brought ashore by noon.'
    """
    chosen = ""
    for sentence in _lead_sentences(paragraphs):
        longer = f"{chosen} {sentence}".strip()
        if chosen and (len(chosen) >= _SHORTEST or len(longer) > _LONGEST):
            break
        chosen = longer
    return _shorten(chosen)


def _lead_sentences(paragraphs: Sequence[str]) -> list[str]:
    """Return the sentences of the first paragraphs, whole ones only if any is whole."""
    sentences = [one for paragraph in paragraphs[:3] for one in split_sentences(paragraph)]
    return [one for one in sentences if ends_sentence(one)] or sentences


def _shorten(text: str) -> str:
    """Cut an endless sentence between two words, and show that it is cut."""
    if len(text) <= 2 * _LONGEST:
        return text
    head = text[: 2 * _LONGEST]
    return f"{head[: head.rfind(' ')] if ' ' in head else head}…"
