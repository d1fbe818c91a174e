"""What is wrong with a translation: it would break what the program puts in, or the page around it.

Nobody reads the catalogue of a site before it is said, so each text is held against the English
one: the same places for values, the same marks, as many plurals as there must be, and patterns of
dates that its language has the words for.
"""

import re
from collections.abc import Sequence

from sitegen.text.normalize import drop_controls
from sitegen.text.wording import is_date_pattern

_LONGEST_SHOWN = 60
_PLACE = re.compile(r"%\((\w+)\)s")
_TAG = re.compile(r"<[^<>]*>")
# In what contexts the program says something: patterns of dates and times alone.
CONTEXTS = frozenset(
    {
        "date pattern",
        "day pattern, head of a calendar",
        "first day of a span in one month",
        "first day of a span in one year",
        "last day of a span in one month",
        "last day of a span in one year",
        "time pattern",
    }
)


def find_flaw(context: str, text: str, forms: Sequence[str], plurals: int, language: str) -> str:
    """Return what is wrong with a translation, with the way out, or nothing.

    ``forms`` are those of a plural, of which there must be so many; ``plurals`` is 0 for a text
    that has one form alone. ``language`` is that of the catalogue.

    >>> find_flaw("", "Older %(kind)s", ["Alte"], 0, "de")
    "'Older %(kind)s' lacks the place '%(kind)s'; put it in"
    """
    if context and context not in CONTEXTS:
        return f"{quote(text)} has a msgctxt that nothing is said in, {quote(context)}; remove it"
    wanted = plurals or 1
    if not all(forms[:wanted]) or any(forms[wanted:]):
        return (
            f"{quote(text)} needs its forms from msgstr[0] to msgstr[{wanted - 1}]; fill in each, "
            "or state another rule in Plural-Forms"
        )
    for form in forms[:wanted]:
        if drop_controls(form) != form or ("\n" in form and "\n" not in text):
            return f"{quote(text)} has a line break or a control character; remove it"
        if not _has_marks_of(text, form):
            marks = " ".join(_TAG.findall(text))
            return f"{quote(text)} needs the marks {marks} in this order, and no others"
    if context:
        is_pattern = is_date_pattern(context, forms[0], language)
        told = f"{quote(forms[0])} is no pattern of dates in this language; mend it"
        return "" if is_pattern else told
    return _find_misplaced(text, forms[:wanted], {"number"} if plurals else set())


def quote(text: str) -> str:
    """Return a text as a message names it.

    >>> quote("Stories")
    "'Stories'"
    """
    return f"'{text if len(text) <= _LONGEST_SHOWN else text[: _LONGEST_SHOWN - 1] + '…'}'"


def _has_marks_of(text: str, form: str) -> bool:
    """Tell whether a translation has the marks of its text, and no mark that is open beside them.

    Where the text has none, all that looks like one is shown as text.

    >>> _has_marks_of("<b>Now</b>", "<b>Jetzt</b>"), _has_marks_of("<b>Now</b>", "<b>Je<tzt</b>")
    (True, False)
    """
    tags = _TAG.findall(text)
    rest = _TAG.sub("", form)
    return not tags or (tags == _TAG.findall(form) and "<" not in rest and ">" not in rest)


def _find_misplaced(text: str, forms: Sequence[str], given: set[str]) -> str:
    """Return which places for values a translation lacks, or has too many, with the way out.

    One form of a plural may do without its number, as in "one article".
    """
    places = set(_PLACE.findall(text))
    found = [set(_PLACE.findall(form)) for form in forms]
    if alien := sorted(set.union(*found) - places - given):
        return f"{quote(text)} has no place '%({alien[0]})s'; remove it"
    if lacking := sorted(places - set.union(*found)):
        return f"{quote(text)} lacks the place '%({lacking[0]})s'; put it in"
    for form in forms if places | given else ():
        if "%" in _PLACE.sub("\0", form).replace("%%", ""):
            return f"{quote(text)} has a '%' that opens no place; write it twice"
    return ""
