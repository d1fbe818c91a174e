"""Read the fields of a JSON object that is an article, by the names that exporters give them."""

import re
from collections.abc import Iterable, Mapping

from sitegen.ingest.document import Facts
from sitegen.ingest.fact_names import TEXT, find_facts, plain_name
from sitegen.ingest.facts import choose_statements, leave_marks, leave_source
from sitegen.ingest.json_values import has_paragraphs, read_embedded, read_value_text
from sitegen.model.value import value
from sitegen.text.sentences import ends_sentence

_REQUIRED = ("title", TEXT)
_HEADLINE_WORDS = range(2, 20)
_NAME_WORDS = 3
_SEVERAL = frozenset({"byline", TEXT})  # may be lists
_NUMBERED = frozenset({"byline", "source"})
_SHOWN = frozenset({"title", "byline", "source", "dek"})  # as they stand
# Of the picture of an article; "caption" alone may be the text of a post, which then is no other.
_PICTURE = ("image", "photo", "picture")
_CAPTION = ("imagecaption", "photocaption", "picturecaption", "caption")
_CREDIT = ("imagecredit", "photocredit", "picturecredit", "credittext", "credit", "photographer")
_KINDS = {bool: "true or false", int: "a number", float: "a number"}


class MissingError(ValueError):
    """An object lacks what an article must have, or has something else in its place."""

    def __init__(self, rule: str, message: str) -> None:
        super().__init__(message)
        self.rule = rule


@value
class Record:
    """An article as an object states it; ``warnings`` tell of fields that are passed over."""

    text: str
    facts: Facts
    warnings: tuple[str, ...]
    caption: str = ""


def read_record(record: dict[str, object], number: int) -> Record:
    r"""Return the article of an object on a line. Raise MissingError.

    >>> made = read_record({"headline": "Ferry <i>Late</i>", "body": ["One.", "Two."], "author": {
    ...     "name": "Ida Fellgate"}, "timestamp": 1718357400, "url": 7}, 1)
    >>> made.facts.title, made.text, made.facts.byline, made.facts.date
    ('Ferry Late', 'One.\n\nTwo.', 'Ida Fellgate', '1718357400')
    >>> made.warnings
    ("'url' is a number, so it is passed over; write it in double quotes",)
    """
    found = dict(find_facts(read_embedded(record).items()))
    if not found:  # as in empty objects, of which a megabyte holds hundreds of thousands
        raise _miss(_REQUIRED[0])
    stated: dict[str, list[str]] = {}
    dates: dict[str, str] = {}
    warnings: list[str] = []
    for fact, entries in found.items():
        read = [(name, value, *_read_value(fact, value)) for name, value in entries]
        stated[fact] = [text for *_, text, _ in read if text]
        wrong = [(name, value, text) for name, value, text, is_whole in read if not is_whole]
        if fact in _REQUIRED and wrong and not stated[fact]:
            name, value, _ = wrong[0]
            raise MissingError("wrong field", f"{name!r} {_tell_kind(fact, value)}")
        if fact == "date":
            dates = {text: name for name, _, text, _ in reversed(read)}
        # Where another name gives the fact, this one may mean something else.
        told = [one for one in wrong if one[2] or not (stated[fact] or _is_id(fact, one[1]))]
        warnings += [_tell_passed_over(fact, *one) for one in told if not isinstance(one[1], bool)]
    if not stated.get(TEXT):
        stated[TEXT] = _find_text(found.get("dek", ()))
        stated["dek"] = [] if stated[TEXT] else stated.get("dek", [])
    if stated.get(TEXT) and not stated.get("title"):
        stated["title"] = _read_name(record.get("name")) or _find_title(stated[TEXT][0])
    for fact in _REQUIRED:
        if not stated.get(fact):
            raise _miss(fact)
    text = stated.pop(TEXT)[0]
    chosen = choose_statements(stated)
    date = chosen.get("date", "")
    origin = f"the field {dates[date]!r} of line {number}" if date else ""
    title = leave_source(" ".join(chosen["title"].split()), chosen.get("source", ""))
    facts = Facts(**{**chosen, "title": title}, date_origin=origin)
    return Record(text, facts, tuple(warnings), _read_caption(record))


def _miss(fact: str) -> MissingError:
    return MissingError("missing field", f"has no {fact!r}; add it or take the object out")


def _read_caption(record: Mapping[str, object]) -> str:
    """Return what is told of the picture, with who took it, in the object or in one of its own.

    >>> _read_caption({"image": {"url": "a.jpg", "caption": "The pier.", "credit": "Ida Fellgate"}})
    'The pier. Photo: Ida Fellgate'
    """
    own = next((one for name in _PICTURE if isinstance(one := record.get(name), dict)), {})
    told = {plain_name(name): one for name, one in (*own.items(), *record.items())}
    if told.keys().isdisjoint(_CAPTION):
        return ""
    texts = (
        next((one for name in names if isinstance(one := told.get(name), str) and one.strip()), "")
        for names in (_CAPTION, _CREDIT)
    )
    caption, credit = (leave_marks(" ".join(text.split())) for text in texts)
    return f"{caption} Photo: {credit}" if caption and credit else caption


def _read_name(name: object) -> list[str]:
    """Return what schema.org calls any thing by, as the headline of an article.

    A few words with capitals may be the name of who wrote it, and a single one is an id.

    >>> _read_name("Ferry runs <b>late</b>"), _read_name("Ida M. Fellgate"), _read_name("ferry-17")
    (['Ferry runs late'], [], [])
    """
    text = leave_marks(name) if isinstance(name, str) else ""
    words = text.split()
    may_be_person = len(words) <= _NAME_WORDS and all(word[0].isupper() for word in words)
    return [text] if len(words) in _HEADLINE_WORDS and not may_be_person else []


def _find_title(text: str) -> list[str]:
    r"""Return the headline that a text opens with, as those of some archives do, or nothing.

    >>> _find_title("Ferry Runs Late\n\nIt came at nine."), _find_title("It is late.\n\nSo.")
    (['Ferry Runs Late'], [])
    """
    head, _, below = text.strip().partition("\n")
    head = head.strip()
    is_headline = len(head.split()) in _HEADLINE_WORDS and not ends_sentence(head)
    return [head] if is_headline and ends_sentence(below) and "<" not in head else []


def _find_text(summaries: Iterable[tuple[str, object]]) -> list[str]:
    """Return a summary that has paragraphs: feeds have nothing else for the text."""
    texts = (read_value_text("dek", value) for _, value in summaries)
    return [text for text in texts if text and has_paragraphs(text)]


def _is_id(fact: str, value: object) -> bool:
    """Tell whether a field only numbers whom it means, as a database does."""
    return fact in _NUMBERED and isinstance(value, int)


_CUT = re.compile(r"\[\+\d{1,9} chars\]$")  # where NewsAPI cuts a text
_CUT_LENGTH = 30


def _tell_passed_over(fact: str, name: str, value: object, text: str) -> str:
    """Say what of a field is passed over, all of it or but a part, and what can be done."""
    what, _, advice = _tell_kind(fact, value).partition("; ")
    return f"{name!r} {what}, {'which' if text else 'so it'} is passed over; {advice}"


def _tell_kind(fact: str, value: object) -> str:
    if isinstance(value, list):
        return f"{'holds what is no text' if fact in _SEVERAL else 'is a list'}; write one text"
    kind = _KINDS.get(type(value))
    return f"is {kind}; write it in double quotes" if kind else "is no text; write one text"


def _read_value(fact: str, value: object) -> tuple[str, bool]:
    """Return the text of a field, nothing for null, and whether all of it is text.

    Of several authors all are named; of several paragraphs each is one.
    """
    if isinstance(value, int | float) and not isinstance(value, bool):
        return (str(value), True) if fact in {"date", "title"} else ("", False)
    texts: list[str | None]
    if isinstance(value, list) and fact in _SEVERAL:
        texts = [read_value_text(fact, one) for one in value if one is not None]
    else:
        texts = [read_value_text(fact, value)]
    if fact == TEXT:
        read = _leave_cut("\n\n".join(text for text in texts if text))
        return read if read.strip() else "", None not in texts
    told = [text.strip() for text in texts if text and text.strip()]
    read = ", ".join(told)
    return leave_marks(read) if fact in _SHOWN else read, None not in texts


def _leave_cut(text: str) -> str:
    """Return a text without the count of what NewsAPI left out at its end."""
    if not text[-_CUT_LENGTH:].rstrip().endswith("chars]"):
        return text
    whole = text.rstrip()
    match = _CUT.search(whole, max(0, len(whole) - _CUT_LENGTH))
    return whole[: match.start()].rstrip() if match else text
