"""Part the place line of an agency report from its text."""

import re

_DATELINE = re.compile(
    r"^(?!SIR\b)(?P<place>[A-Z][\w'’. -]{1,40}(?:, [A-Z][\w'’. -]{1,30})?)"
    r"(?P<date>,? [^()–—-]{0,24}?\d[^()–—-]{0,12})?"
    r"(?: \((?P<agency>[A-Z][^()]{1,40})\))? ?[-–—]{1,2} "
)
_REACH = 200  # characters, more than the longest place line has


def split_dateline(paragraph: str) -> tuple[str, str]:
    """Return the place line of a paragraph and the text after it; no place line, no first part.

    A place line names a date or an agency, or is in capitals: a dash alone does not make one.

    >>> split_dateline("PORT ELLERY, June 14 (Northern Wire) - Ferries ran again.")
    ('PORT ELLERY, June 14 (Northern Wire) -', 'Ferries ran again.')
    >>> split_dateline("Ferries – all nine – ran again.")
    ('', 'Ferries – all nine – ran again.')
    """
    head = paragraph[:_REACH]
    if "- " not in head and "– " not in head and "— " not in head:  # as in most
        return "", paragraph
    match = _DATELINE.match(paragraph)
    if not match or not (match["agency"] or match["date"] or match["place"].isupper()):
        return "", paragraph
    return match[0].strip(), paragraph[match.end() :]
