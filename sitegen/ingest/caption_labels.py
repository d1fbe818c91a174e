"""Tell the captions that say themselves that they are: ``Image caption, The mayor.``, ``Photo: …``.

Behind most labels of pictures stands who took them. A label heads a caption where words stand
behind it that no name has.
"""

import re

from sitegen.ingest.lines import Line

# Words in small letters that name nobody, beside those that stand in the names of those who took
# a picture, and of papers.
_SAYING = (
    r"\b(?!(?:and|archives?|by|collection|contributed|courtesy|del|die|file|for|from|handout|les|of"
    r"|photo|photos|provided|screenshot|supplied|the|und|via|von|with)\b)(?-i:[a-zß-ÿ]{3,})\b"
)
# "Photo: The swan on its nest (Ida Fellgate)", "Image: The swan. Pic: Ida Fellgate", "Image: The
# swan.", "Image: Swans feed on a lake".
_LABELLED = (
    r"(?-i:Photo|PHOTO|Picture|PICTURE|Image|IMAGE|Foto|FOTO):"
    r"(?=.{0,300}\b(?-i:[a-z]{4,})\b.{0,300}\([^()]{2,60}\)\.?$"
    r"|(?=.{2,300}[.!?] (?:pic|photo|picture|image|credit)s?: )"
    rf"|(?= \S+ )(?!.{{0,80}}/).{{0,300}}?{_SAYING}.{{0,600}}[.!?][\"”’]?$"
    rf"|(?=(?: \S+){{5}})(?!.{{0,80}}/).{{0,300}}?{_SAYING}.{{0,300}}?{_SAYING})"
)
_IS_LABELLED = re.compile(_LABELLED, re.IGNORECASE)
_PREFIX = re.compile(
    rf"^(?:{_LABELLED}"
    r"|(?:image|media|photo|picture) caption(?:[,:]| (?-i:(?=[A-ZÀ-Þ\d\"'“‘])))"
    r"|media playback is .{2,40}? media caption"
    r"|[↑↓▲▼←→]|caption:|graphic:(?=(?: \S+){5}))\s*",
    re.IGNORECASE,
)
# "[1/2]", "Item 1 of 2", "1 of 4 |": the place of a picture among the others of its page.
_COUNT = re.compile(
    r"^(?:\[\d{1,3} ?/ ?\d{1,3}\]|(?:item|image|photo|picture|slide) \d{1,3} of \d{1,3}\b[ :|]*"
    r"|\d{1,3}(?: of |/)\d{1,3} ?\|)\s*",
    re.IGNORECASE,
)
# "[Image: A swan on its nest.]": what a picture shows, for who cannot see it.
_BRACKETED = re.compile(r"\[(?:image|photo|picture): ((?:\S+ ){2}[^\[\]]+)\]$", re.IGNORECASE)
# "Clockwise from top left: the mayor at noon; the pier.", "Left: the knife.": several in one.
_PLACED = re.compile(
    r"(?:(?:clockwise )?from (?:the )?(?:top|left|right)(?: left| right)?"
    r"|(?:above|below|top|bottom|left|right|pictured|inset)(?:,? (?:left|right|from left))?): "
)
_PREFIX_WORDS = 3  # with an arrow; fewer are a button
_HEAD, _PLACED_WORDS = 30, range(6, 30)  # characters of a place; words of a caption with it
_TOLD = re.compile(r"\b(?:said|says|told|asked|wants?|that is what)\b")  # as no caption has it
_PREFIX_LETTERS = frozenset("gimpc↑↓▲▼←→")
# The same in letters; a Turkish "ı" is taken for the other one.
_PREFIX_STARTS = frozenset({"gra", "ima", "med", "cap", "pho", "pic", "pıc"})


def drop_label(text: str) -> str:
    """Return a caption without its place in a gallery and its label.

    >>> drop_label("2 of 9 | Image caption, The mayor."), drop_label("Image: The swan.")
    ('The mayor.', 'The swan.')
    >>> drop_label("[Image: A swan on its nest.]"), drop_label("Photo: Ida Fellgate")
    ('A swan on its nest.', 'Photo: Ida Fellgate')
    """
    if bracketed := _BRACKETED.match(text):
        return bracketed[1]
    return _drop_start(_PREFIX, _drop_start(_COUNT, text))


def is_labelled(text: str) -> bool:
    """Tell whether a text is a caption behind a label, which names nobody.

    >>> is_labelled("Image: Swans feed on a frozen lake"), is_labelled("Image: Ida for the Mail")
    (True, False)
    """
    return bool(_IS_LABELLED.match(text))


def is_captioned(line: Line) -> bool:
    """Tell whether a line says itself that it is a caption: ``Image caption, The mayor.``."""
    if line.text[0] == "[":
        return bool(_BRACKETED.match(line.text))
    first = line.key[:1]
    if ": " in line.key[:_HEAD] and _PLACED.match(line.key):
        return line.words in _PLACED_WORDS and not _TOLD.search(line.key)
    if first not in _PREFIX_LETTERS or (line.words <= _PREFIX_WORDS and not line.is_sentence):
        return False
    if first in "←→" and not line.is_sentence:  # the way to another page
        return False
    if first.isascii() and line.key[:3] not in _PREFIX_STARTS:
        return False
    return bool(_PREFIX.match(line.text)) and not _TOLD.search(line.key)


def _drop_start(shape: re.Pattern[str], text: str) -> str:
    match = shape.match(text)
    return text[match.end() :] if match else text
