"""Take a content file apart, and tell whether a person has changed it since we wrote it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from hashlib import blake2b
from typing import Literal

from sitegen.model.content import ContentFile
from sitegen.model.problem import Problem
from sitegen.pages.fields import Fields, is_slug
from sitegen.pages.front_matter import (
    FrontMatterError,
    Value,
    read_front_matter,
    write_front_matter,
)

# Letters first, and then that they begin a line: so the search leaps from one to the next.
_FENCE = re.compile(r"---(?<=^---)[ \t]*$", re.MULTILINE)
_NUMBER = re.compile(r"0*([1-9]\d{0,6})", re.ASCII)
# What git leaves where two branches disagree, and git alone in front matter.
_MERGE_MARK = re.compile(r"^(?:<{7}|={7}|>{7})(?: |$)", re.MULTILINE)
# Below it "=======" alone may underline a heading, so there it takes all three, in their order.
_MERGE_MARKS = tuple(re.compile(f"^{mark}", re.MULTILINE) for mark in ("<{7} ", "={7}$", ">{7} "))
MERGED = "has marks of a merge that git could not finish"
_TOLD = 20  # keys named one by one, for each of them is looked for in all of the front matter
_CHECKSUM_KEY = "checksum"
_CHECKSUM = re.compile(r'checksum: (?<=^checksum: )"([0-9a-f]{16})"\n', re.MULTILINE)


@dataclass(frozen=True, slots=True)
class ContentText:
    """A content file with its front matter as fields, and everything below it as it stands.

    ``is_edited`` unless the file holds the checksum of exactly this text; the style of its line
    ends does not count, because git changes it on some machines.
    """

    path: str
    front: str
    fields: Fields
    body: str
    is_edited: bool

    @property
    def stem(self) -> str:
        """The file's name without folder and ending; it is the slug."""
        return name_stem(self.path)


def write_content(values: Mapping[str, Value], body: str) -> str:
    """Return a file with its checksum as the last key of the front matter."""
    front = write_front_matter(values)
    return f'---\n{front}checksum: "{_digest(front, body)}"\n---\n{body}'


def open_content(file: ContentFile) -> ContentText | Problem:
    """Return the parts of a file, or what is wrong with it; front matter may be missing."""
    if not is_slug(name_stem(file.path)):
        return _quarantine(
            file.path, "the name is no address; use letters, digits and dashes, then .md"
        )
    try:
        text = file.data.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        line = file.data.count(b"\n", 0, error.start) + 1
        return _quarantine(f"{file.path}:{line}", "not UTF-8; save the file in that encoding")
    parts = _split(text)
    if parts is None:
        return _quarantine(
            f"{file.path}:1", "front matter has no end; add a line '---' below its last key"
        )
    front, body = parts
    try:
        fields = Fields(read_front_matter(front))
    except FrontMatterError as error:
        line = find_merge_mark(text)
        if line:
            return _refuse_merged(file.path, line)
        return _quarantine(f"{file.path}:{error.line + 1}", str(error))
    is_edited = not _is_signed(front, body)
    if is_edited and (line := _find_quarrel(text, len(text) - len(body))):
        return _refuse_merged(file.path, line)
    return ContentText(file.path, front, fields, body, is_edited)


def find_merge_mark(text: str) -> int:
    """Return the line in which git began to mark what it could not merge, 0 if it did nowhere."""
    mark = _MERGE_MARK.search(text)
    return text.count("\n", 0, mark.start()) + 1 if mark else 0


def _find_quarrel(text: str, start: int) -> int:
    """Return the line from where on git marked two versions of a body, 0 if it did nowhere."""
    place, first = start, 0
    for mark in _MERGE_MARKS:
        found = mark.search(text, place)
        if not found:
            return 0
        first = first or found.start() + 1
        place = found.end()
    return text.count("\n", 0, first) + 1


def _refuse_merged(path: str, line: int) -> Problem:
    return _quarantine(f"{path}:{line}", f"{MERGED}; choose what stays and delete them")


def list_mistakes(text: ContentText) -> tuple[Problem, ...]:
    """Return the mistakes in the fields taken so far, the first ones with the line of their key."""
    mistakes = list(dict.fromkeys(text.fields.mistakes))
    named = [
        _quarantine(_place_of(mistake.key, text), f"'{mistake.key}': {mistake.message}")
        for mistake in mistakes[:_TOLD]
    ]
    if _TOLD < len(mistakes):
        more = f"{len(mistakes) - _TOLD:,} more mistakes in the front matter; correct these first"
        named.append(_quarantine(text.path, more))
    return tuple(named)


def warn_of_unknown(text: ContentText) -> tuple[Problem, ...]:
    """Return a warning for each key that nobody took; to be called when all have been taken.

    Of very many keys the first ones are named.
    """
    known = sorted({*text.fields.taken, _CHECKSUM_KEY})
    unknown = [key for key in text.fields.values if key not in known]
    named = [
        Problem(
            place=_place_of(key, text),
            message=f"{key!r} is not a key that sitegen reads; {_suggest(key, known)}",
            severity="warning",
        )
        for key in unknown[:_TOLD]
    ]
    if _TOLD < len(unknown):
        more = f"{len(unknown) - _TOLD:,} more keys that sitegen does not read; delete them"
        named.append(Problem(place=text.path, message=more, severity="warning"))
    return tuple(named)


def warn(
    text: ContentText, key: str, message: str, severity: Literal["warning", "note"] = "warning"
) -> Problem:
    """Return the problem that a person should look at a key of the front matter."""
    return Problem(place=_place_of(key, text), message=f"'{key}': {message}", severity=severity)


def _suggest(key: str, known: list[str]) -> str:
    nearest = get_close_matches(key, known, n=1)
    return f"did you mean {nearest[0]!r}?" if nearest else "correct or delete it"


def _quarantine(place: str, message: str) -> Problem:
    return Problem(place=place, message=message, severity="quarantined")


def name_stem(path: str) -> str:
    """Return the name of a content file without folder and ending."""
    return path.rpartition("/")[2].removesuffix(".md")


def name_number(path: str) -> int:
    """Return the number that a content file is named after, 0 where it is named otherwise.

    >>> name_number("feeds/0012.md"), name_number("feeds/twelve.md")
    (12, 0)
    """
    found = _NUMBER.fullmatch(name_stem(path))
    return int(found[1]) if found else 0


def _split(text: str) -> tuple[str, str] | None:
    """Return front matter and the rest; None if the front matter begins but does not end."""
    opening = _FENCE.match(text)
    if not opening:
        return "", text
    closing = _FENCE.search(text, opening.end())
    if not closing:
        return None
    return text[opening.end() + 1 : closing.start()], text[closing.end() + 1 :]


def _is_signed(front: str, body: str) -> bool:
    checksum = _CHECKSUM.search(front)
    if not checksum:
        return False
    return checksum[1] == _digest(_CHECKSUM.sub("", front, count=1), body)


def _digest(front: str, body: str) -> str:
    text = f"{front}---\n{body}".replace("\r\n", "\n")
    return blake2b(text.encode(), digest_size=8).hexdigest()


def _place_of(key: str, text: ContentText) -> str:
    """Return the file and the line in which a key of its front matter stands, else the first."""
    found = re.search(rf"^[ -]*{re.escape(key)}[ ]*:", text.front, re.MULTILINE)
    line = text.front.count("\n", 0, found.start()) + 2 if found else 1
    return f"{text.path}:{line}"
