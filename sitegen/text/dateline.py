"""Part the place line of an agency report from its text."""

import re

from sitegen.text.lexicon import is_outlet, read_lexicon

_LETTER = r"[^\W\d_a-zß-ÿ]"  # a capital, of whatever alphabet
# An agency, or its letters as in "(dpa)" and "(dpa/afp)"; "(left)" is none.
_NAME = rf"{_LETTER}[^()]{{1,40}}|[a-z]{{2,3}}(?:/[A-Za-z]{{2,4}})*"
# As "(Northern Wire)" or, as publishers of releases write it, "/Northern Wire/".
_AGENCY = rf" (?:\((?:{_NAME})\)|/{_LETTER}[^()/]{{1,40}}/)"
_DAY = r"(?:\d{1,2}\.? [^\W\d_]{3,9}\.?|[^\W\d_]{3,9}\.? \d{1,2},?) (?:19|20)\d\d"
_DATELINE = re.compile(
    rf"^(?!SIR\b)(?P<place>{_LETTER}(?:[\w'’. -]|(?<=\w)/(?=\w)){{1,40}}"
    rf"(?:, {_LETTER}[\w'’. -]{{1,30}})?)(?<! )"
    rf"(?P<first>{_AGENCY})?(?P<date>,? [^()–—-]{{0,24}}?\d[^()–—-]{{0,12}}?"
    rf"| [–—-]{{1,2}} {_DAY})?"
    rf"(?P<agency>{_AGENCY})? ?[-–—]{{1,2}} "
)
# Newspapers of India leave out the dash: "Navapur (Rajgarh), Jun 27 (PTI) The railway".
_WIRED = re.compile(
    rf"^{_LETTER}[\w'’. -]{{1,40}}(?: \([^()]{{2,30}}\))?, [^\W\d_]{{3,9}}\.? \d{{1,2}}"
    rf" \({_LETTER}{{2,6}}\) (?={_LETTER})"
)
# Agencies of Italy stand before the place: "(NWA) - Orle, 16 nov - I traghetti".
_LED = re.compile(
    rf"^\({_LETTER}\w{{1,12}}\) ?[-–—] {_LETTER}[\w'’./ -]{{1,40}}"
    r", \d{1,2} [^\W\d_]{3,9}\.? ?[-–—] "
)
_DATE = re.compile(rf"^{_DAY}(?:{_AGENCY})? ?[-–—]{{1,2}} ")
# Without a dash, or without a place: "Orle (CNN) The ferry", "(Reuters) - The ferry".
_BARE = re.compile(
    rf"^(?!The )(?:{_LETTER}[\w'’., -]{{1,30}} )?\(({_LETTER}[\w&. ]{{1,20}})\)"
    rf" (?:[-–—]{{1,2}} )?(?=[\"“‘']?{_LETTER})"
)
_REACH = 200  # characters, more than the longest place line has


def split_dateline(paragraph: str) -> tuple[str, str]:
    """Return the place line of a paragraph and the text after it; no place line, no first part.

    A place line names a date or an agency, or is in capitals: a dash alone does not make one. A
    whole date may stand there by itself.

    >>> split_dateline("PORT ELLERY, June 14 (Northern Wire) - Ferries ran again.")
    ('PORT ELLERY, June 14 (Northern Wire) -', 'Ferries ran again.')
    >>> split_dateline("Ferries – all nine – ran again.")
    ('', 'Ferries – all nine – ran again.')
    >>> split_dateline("PORT ELLERY, June 14, 2024 /Northern Wire/ -- Ferries ran again.")[1]
    'Ferries ran again.'
    >>> split_dateline("Orle (Saltby), Jun 27 (NWA) The railway runs again.")[1]
    'The railway runs again.'
    >>> split_dateline("Orle — Sept. 12, 2023 — Orle Machines opened a shop.")[1]
    'Orle Machines opened a shop.'
    >>> split_dateline("Oct 1, 2026 (Northern Wire) - Ferries ran again.")[1]
    'Ferries ran again.'
    >>> split_dateline("ORLE/MIROVAR (nwd) – Die Fähren fahren wieder.")[0]
    'ORLE/MIROVAR (nwd) –'
    >>> split_dateline("PORT ST. ORLE, Fla. — Ferries ran again."), split_dateline("AB, Ivo — ran.")
    (('PORT ST. ORLE, Fla. —', 'Ferries ran again.'), ('', 'AB, Ivo — ran.'))
    >>> split_dateline("(NWA) - Orle, 16 nov - I traghetti ripartono.")[1]
    'I traghetti ripartono.'
    >>> split_dateline("(Reuters) - Ferries ran again.")
    ('(Reuters) -', 'Ferries ran again.')
    >>> split_dateline("Orle (CNN) Ferries ran again."), split_dateline("Orle (AB) Ferries ran.")[0]
    (('Orle (CNN)', 'Ferries ran again.'), '')
    """
    head = paragraph[:_REACH]
    if ") " in head and (
        wired := _LED.match(paragraph) or _WIRED.match(paragraph) or _match_bare(paragraph)
    ):
        return wired[0].strip(), paragraph[wired.end() :]
    if "- " not in head and "– " not in head and "— " not in head:  # as in most
        return "", paragraph
    match = _DATELINE.match(paragraph)
    if match and (match["first"] or match["agency"] or match["date"] or _is_shouted(match)):
        return match[0].strip(), paragraph[match.end() :]
    date = _DATE.match(paragraph)
    return (date[0].strip(), paragraph[date.end() :]) if date else ("", paragraph)


def _is_shouted(match: re.Match[str]) -> bool:
    """Tell whether a place is in capitals, before a country or a state that may not be."""
    town, _, land = match["place"].partition(", ")
    is_land = not land or land.isupper() or land.endswith(".") or land in read_lexicon().kinds
    return town.isupper() and (is_land or _is_region(land))


def _is_region(land: str) -> bool:
    """Tell whether words are called what parts of a country are: ``Nordmark Region``."""
    words = land.split()
    return 1 < len(words) and words[-1].lower() in read_lexicon().lists["region"]


def _match_bare(paragraph: str) -> re.Match[str] | None:
    """Match a place line that only the name of an agency in brackets tells from a text."""
    match = _BARE.match(paragraph)
    is_known = match is not None and (is_outlet(match[1]) or is_outlet(match[1].split()[0]))
    return match if is_known else None
