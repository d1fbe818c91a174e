"""Tell which words at the ends of a run of capitals are no part of the name in it."""

from collections.abc import Sequence
from itertools import takewhile

from sitegen.text.common_words import is_common
from sitegen.text.english import TITLES, WEEKDAYS
from sitegen.text.lexicon import mark_phrase, mark_word, read_lexicon
from sitegen.text.name_kinds import Guess, is_people, is_person, is_plain
from sitegen.text.name_runs import is_capital

DIRECTIONS = frozenset({"North", "South", "East", "West"})

_ENOUGH = 2  # words in the name of a person
_ARTICLES = frozenset({"The", "the", "A", "An"})
_COURTESY = frozenset({"Mr", "Mrs", "Ms"})
_OF = frozenset({"of", "for"})
_AMOUNT = frozenset(",.:")  # signs in numbers that names do not have
_SHORTEST_GLUED = 3  # letters
_PLACES = frozenset("cPN")
_PERSONAL = frozenset("12")  # marks of first names and surnames
_CODE = range(2, 6)  # letters of an abbreviation


def is_glued(words: Sequence[str]) -> bool:
    """Tell whether a page ran two words together: ``Brandt Ivo BrandtOrle``."""
    *others, last = words
    return any(
        len(other) < len(last) and last.startswith(other) and last[len(other)].isupper()
        for other in others
        if _SHORTEST_GLUED <= len(other)
    )


def is_strong(word: str) -> bool:
    """Tell whether a name can begin or end with a word."""
    return word not in _ARTICLES and (is_capital(word) or word[0].isdigit())


def is_before(word: str, following: str) -> bool:
    """Tell whether a word before the name of a person is the place of an office, or a people."""
    return (word in read_lexicon().kinds or is_people((word,))) and "1" in mark_word(following)


def is_behind(words: Sequence[str], kind: Guess) -> bool:
    """Tell whether the word at the end is no part of a name of some kind."""
    word = words[-1]
    if word.lower() in read_lexicon().lists["unfinished"] or _is_shout(word):
        return True
    if word[0].isdigit() and not _AMOUNT.isdisjoint(word):
        return True  # "fined Orle Ferries 400,000 crowns"
    if kind == "person":
        # "said Ivo Brandt Monday", "Ivo Brandt As Its Mayor"; but "Ida Day" is one.
        is_none = word.lower() in WEEKDAYS or (_ENOUGH < len(words) and mark_word(word) == "s")
        return is_none or _is_code(words) or word[0].isdigit() or is_people((word,))
    return not kind and word[0].isdigit()


def _is_code(words: Sequence[str]) -> bool:
    """Tell whether the last word alone is in capitals, and no surname: ``Brandt OBC``."""
    *others, word = words
    if not word.isupper() or len(word) not in _CODE or word.strip("IVX") == "":
        return False
    return not any(map(str.isupper, others)) and _PERSONAL.isdisjoint(mark_word(word))


def _is_shout(word: str) -> bool:
    """Tell whether a word is a small one in capitals, such as the label of a button: ``MORE``."""
    return 1 < len(word) and word.isupper() and mark_word(word) == "s"


def is_opener(word: str) -> bool:
    """Tell whether a word before a name is capital only because it begins a sentence."""
    marks = mark_word(word)
    return ("s" in marks and "1" not in marks) or (word.endswith("ing") and not marks)


def count_titles(words: Sequence[str]) -> int:
    """Return the number of words before the name of a person: ``Finance Minister Ivo Brandt``.

    What has a word of a body or a place behind a title is the name of that; ``Mr West`` is not.
    Before a title may stand whose it is, if nothing but a first name and a surname follows:
    ``House Speaker Ida Brandt``.
    """
    titles = _skip_home(words)
    for place, word in enumerate(words[titles:-1], titles + 1):
        if _is_title(word, words[place:]):
            titles = place
        elif not (word.lower() in TITLES or word in DIRECTIONS or is_people((word,))):
            break
    if not titles and _ENOUGH < len(words) and _is_rank(words[-_ENOUGH - 1]):
        return len(words) - _ENOUGH if is_person(words[-_ENOUGH:]) else 0
    is_called = len(words) - titles == 1 and words[titles - 1].rstrip(".") in _COURTESY
    return titles if titles and (is_called or is_plain(words[titles:])) else 0


def count_fields(words: Sequence[str], following: Sequence[str]) -> int:
    """Return how many words at the end say that somebody is minister and of what.

    The title may be ``following``: ``North Korean Foreign`` Minister. A body keeps its name:
    ``Harbour Police`` Chief.
    """
    own = 1 if words and _is_holder(words[-1]) else 0
    if not own and not (following and _is_holder(following[0])):
        return 0
    return own + sum(1 for _ in takewhile(_is_field, reversed(words[: len(words) - own])))


def _is_holder(word: str) -> bool:
    return word.lower() in read_lexicon().lists["holder"]


def _is_field(word: str) -> bool:
    lower = word.lower()
    return lower in TITLES or lower in read_lexicon().lists["field"]


def count_office(before: Sequence[str], words: Sequence[str]) -> int:
    """Return how many words are those of an office before whose holder is named.

    ``Homeland Security`` in ``Secretary of Homeland Security Ivo Brandt``.
    """
    if not before or len(words) <= _ENOUGH:  # as mostly
        return 0
    rank = [word for word in before[-3:] if word not in _ARTICLES][-2:]
    is_office = len(rank) == len(("Secretary", "of")) and _is_rank(rank[0]) and rank[1] in _OF
    return len(words) - _ENOUGH if is_office and is_person(words[-_ENOUGH:]) else 0


def _is_rank(word: str) -> bool:
    """Tell whether a word is a title, or two of them: ``Major-General``."""
    if "-" in word:
        return all("t" in mark_word(part) for part in word.split("-"))
    return "t" in mark_word(word)


def _is_title(word: str, behind: Sequence[str]) -> bool:
    """Tell whether a word is a title, a side, or what somebody does who is named behind it."""
    lists, lower = read_lexicon().lists, word.lower()
    is_role = lower in lists["role"] and _is_called(behind)
    return is_role or _is_rank(word) or lower in lists["side"]


def _is_called(words: Sequence[str]) -> bool:
    """Tell whether words behind what somebody does can be a name: not ``Training`` of teachers.

    A word alone must be known as a surname or a first name.
    """
    if len(words) < _ENOUGH:
        return not _PERSONAL.isdisjoint(mark_word(words[0]))
    return not is_common(words[0])


def _skip_home(words: Sequence[str]) -> int:
    """Return the number of words of a place before a side: ``Orle`` in ``Orle Democrat Brandt``."""
    sides = read_lexicon().lists["side"]
    for place, word in enumerate(words[:-1]):
        if word.lower() in sides:
            return place if place and not _PLACES.isdisjoint(_mark(words[:place])) else 0
    return 0


def _mark(words: Sequence[str]) -> str:
    return mark_phrase(" ".join(words).lower()) if 1 < len(words) else mark_word(words[0])
