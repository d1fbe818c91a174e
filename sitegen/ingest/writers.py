"""Find a writer's name that stands by itself: above or below the date, with no "By" before it.

A name alone may be a place, a section or who wrote a comment. So it is asked for only between the
headline and the text, close to a stamp, and its first word must be a first name that is known.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice, pairwise

from sitegen.ingest.blocks import Marked
from sitegen.ingest.bylines import is_post, part_post, read_byline
from sitegen.ingest.dates import read_stamp
from sitegen.ingest.doubts import TEXT
from sitegen.ingest.heads import read_head
from sitegen.ingest.lines import Line, make_line
from sitegen.ingest.looks import HEAD_FACTS, Look
from sitegen.ingest.page_talk import BIO_RULE, is_bio
from sitegen.text.lexicon import is_outlet
from sitegen.text.name_kinds import is_person, is_plain

WRITER = "name of a writer"  # the rule's name in every account
REPORTED, POSTED = "place of the report", "post of the writer"
_STAMPS = frozenset({"date stamp", "day in figures", "line with a date", "age", "reading time"})
_SIGNED = frozenset({"byline", "byline and date", WRITER})
_FORMS = frozenset({"label", "recurring label", "above the text", "text above the text", POSTED})
_TELLING = _FORMS | _STAMPS  # all other noise in a head is buttons and the like
_NEAR = 2  # lines that are no buttons, within which the stamp stands
_MOST_WORDS, _MOST_NAMES = 10, 3
_FULL_NAME = range(2, 4)  # words
_NAME_WORDS, _SURNAME = 4, 4  # words; letters of a surname in capitals, which "TV" has not
_BY = frozenset({"by", "words by", "written by", "reported by", "story by"})
_AND = re.compile(r",? (?:and|&) |, (?=[A-ZÀ-Þ]\S+ [A-ZÀ-Þ])| \| ")
_PLACE = re.compile(r" (?:in|at) (?:[A-ZÀ-Þ][\w'’.-]+,? ?){1,3}$")
_REPORTED = re.compile(
    r"Report(?:ing|ed) from "
    r"((?:the )?[A-ZÀ-Þ][\w'’.-]*(?:(?: of| the| and|,)? [A-ZÀ-Þ][\w'’.-]*){0,7})$"
)
_INITIALS = re.compile(r"(?:[A-ZÀ-Þ]\.)+")
_GLUED = re.compile(r"(?<=[a-zß-ÿ]{2})(?<!Mac)(?<!Fitz)(?=[A-ZÀ-Þ])")
_BEFORE_POST = re.compile(r"(?:,| [-–—|•·]) (.+)$")


def find_names(lines: Sequence[Line]) -> frozenset[int]:
    """Return the indexes of lines that hold nothing but a writer's name, right above a stamp.

    The name of the paper may stand between.

    >>> lines = ["The last bus is", "Rosa Fell", "3 June 2025", "It is", "Rosa Fell", "who says so"]
    >>> sorted(find_names([make_line(line) for line in lines]))
    [1]
    """
    return frozenset(
        index
        for index, line in enumerate(lines[:-1])
        if 1 < line.words <= _NAME_WORDS
        and any(map(read_stamp, islice(_list_below(lines, index), 1)))
        and read_writer(line)
    )


def _list_below(lines: Sequence[Line], index: int) -> Iterator[Line]:
    """Yield the next line, and behind the name of a paper the one after that."""
    for line in lines[index + 1 : index + 3]:
        if not is_outlet(line.text):
            yield line


def find_signed(looks: Sequence[Look]) -> Sequence[Look]:
    """Return the looks, names with a place or a post right above a date as facts.

    They are no headlines; names alone may be those of who wrote comments, and wait. Beside byline
    or date ``Reporting from Orle`` is no headline either.
    """
    if not any(look.fact in HEAD_FACTS for look in looks):
        return looks
    printed = [index for index, look in enumerate(looks) if look.line.text and not look.noise]
    found: dict[int, str] = {}
    for name, post, stamp in zip(printed, printed[1:], printed[2:], strict=False):
        is_headed = looks[stamp].fact in _STAMPS | {"byline and date"}
        if is_headed and is_post(looks[post].line) and _is_bare_name(looks[name]):
            found |= {name: WRITER, post: POSTED}
    for above, below in pairwise(printed):
        if looks[below].fact in _STAMPS and not looks[above].fact and _is_signed(looks[above].line):
            found[above] = "byline"
        if looks[above].fact in HEAD_FACTS and read_reported(looks[below].line):
            found[below] = REPORTED
        if looks[below].fact == "byline" and found.get(above) == REPORTED:
            del found[above]  # the headline below a date
    if not found:
        return looks
    return [
        replace(look, fact=found[index], has_credit=False, is_prose=False)
        if index in found
        else look
        for index, look in enumerate(looks)
    ]


def _is_bare_name(look: Look) -> bool:
    """Tell whether a line may be the name of somebody, whose post stands below it."""
    line = look.line
    return not (look.fact or look.has_credit or line.is_sentence or line.shape) and _may_be_name(
        line.text
    )


def read_reported(line: Line) -> str:
    """Return the place of a line that says nothing but where a report was made, or nothing.

    >>> [read_reported(make_line(f"Reporting from {text}")) for text in ("Orle, Norway", "a boat")]
    ['Orle, Norway', '']
    """
    match = _REPORTED.match(line.text) if line.key.startswith("report") else None
    return match[1] if match else ""


def _is_signed(line: Line) -> bool:
    names = read_writer(line)
    return names not in {"", line.text}


def find_writers(marked: Sequence[Marked]) -> list[Marked]:
    """Return the lines, the first that holds nothing but a writer's name as a fact.

    Below a line that says ``By`` it may be any name.
    """
    found = list(marked)
    head = _list_head(marked)
    for above, below in pairwise(head):
        if marked[above].line.key.rstrip(" :") not in _BY:
            continue
        line = marked[below].line
        signed = f"By {line.text}"
        is_name = 1 < line.words <= _NAME_WORDS and is_plain(line.text.split())
        if is_name and read_byline(make_line(signed)):
            found[below] = Marked(replace(line, text=signed), "fact", "byline")
            return found
    if any(_tells_name(marked[index]) for index in head):
        return found
    for place, index in enumerate(head):
        is_above_post = any(marked[one].rule == POSTED for one in head[place + 1 : place + 2])
        if writer := _read_posted(marked, index, is_above_post=is_above_post):
            found[index] = writer
            return found
    stamps = [i for i, index in enumerate(head) if marked[index].rule in _STAMPS | _SIGNED]
    for place, index in enumerate(head):
        mark = marked[index]
        is_near = any(abs(place - stamp) <= _NEAR for stamp in stamps)
        if is_near and mark.rule in _FORMS and read_writer(mark.line):
            found[index] = Marked(mark.line, "fact", WRITER)
            return found
    return found


def _read_posted(marked: Sequence[Marked], index: int, *, is_above_post: bool) -> Marked | None:
    """Return a line of the head as who wrote, where a post or a note says that somebody does."""
    mark, line = marked[index], marked[index].line
    if mark.rule not in _FORMS:
        return None
    if name := _leave_post(line):
        return Marked(replace(line, text=f"By {name}"), "fact", "byline")
    if mark.rule == POSTED or not _may_be_name(line.text):
        return None
    is_told = is_above_post or _has_note(line, marked)
    return Marked(line, "fact", WRITER) if is_told else None


def _has_note(name: Line, marked: Sequence[Marked]) -> bool:
    """Tell whether another line says who somebody of that name is, who writes."""
    return any(one.line.text.startswith(f"{name.text} ") and is_bio(one.line) for one in marked)


def _leave_post(line: Line) -> str:
    """Return the name in front of a post with nothing between, or an empty string.

    >>> [_leave_post(make_line(f"Rosa Fell{post}")) for post in (" Arts editor", "Arts editor")]
    ['Rosa Fell', 'Rosa Fell']
    """
    name = part_post(_GLUED.sub(" ", line.text).split()).rstrip(",")
    return name if name and _is_name(name) else ""


def _tells_name(mark: Marked) -> bool:
    """Tell whether a line says who wrote; beside its date it may say no more than where."""
    if mark.rule != "byline and date":
        return mark.rule in _SIGNED
    parts = [make_line(part) for part in read_head(mark.line)]
    return not parts or any(read_byline(part) or read_writer(part) for part in parts)


def drop_bio(marked: Sequence[Marked]) -> list[Marked]:
    """Return the lines, the note on who wrote as noise where it stands above the text."""
    kept = list(marked)
    signed = [index for index, mark in enumerate(marked) if mark.rule in _SIGNED]
    lines = (marked[index].line for index in signed)
    name = next(filter(None, (read_writer(line) or read_byline(line) for line in lines)), "")
    for index in range(signed[0], len(marked)) if name else ():
        mark = marked[index]
        if mark.kind in TEXT and not (mark.line.text.startswith(name) and is_bio(mark.line)):
            break
        if mark.kind in TEXT:
            reason = "above the text, and says who wrote it"
            kept[index] = Marked(mark.line, "noise", BIO_RULE, reason)
    return kept


def _list_head(marked: Sequence[Marked]) -> list[int]:
    """Return the places of the lines between headline and text, without buttons and repetitions."""
    head: list[int] = []
    seen: set[str] = set()
    is_below = False
    for index, mark in enumerate(marked):
        if mark.kind in TEXT and mark.rule not in _FORMS:
            break
        is_below = is_below or mark.kind == "title"
        tells = mark.kind != "noise" or mark.rule in _TELLING
        if is_below and tells and mark.kind != "blank" and mark.line.key not in seen:
            head.append(index)
            seen.add(mark.line.key)
    return head


def read_writer(line: Line) -> str:
    """Return the names of a line that holds nothing else but a post, or an empty string.

    >>> read_writer(make_line("Rosa Fell and Oscar Lind"))
    'Rosa Fell and Oscar Lind'
    >>> read_writer(make_line("Rosa Fell, Features Editor"))
    'Rosa Fell'
    >>> read_writer(make_line("Rosa Fell in Port Ellery"))
    'Rosa Fell'
    >>> read_writer(make_line("Rosa Fell in Port Ellery and Oscar Lind in Orle"))
    'Rosa Fell and Oscar Lind'
    >>> read_writer(make_line("Port Ellery")), read_writer(make_line("World News"))
    ('', '')
    """
    if line.is_sentence or _MOST_WORDS < line.words or line.shape not in {"", "link"}:
        return ""
    post = _BEFORE_POST.search(line.text)
    is_with_post = post is not None and is_post(make_line(post[1]))
    text = line.text[: post.start()] if post and is_with_post else line.text
    names = []
    for piece in _split_names(text):
        names.append(_PLACE.sub("", piece))
        text = text.replace(piece, names[-1], 1)
    is_one = sum(map(_is_name, names)) >= (len(names) + 1) // 2  # few know all first names
    if _MOST_NAMES < len(names) or not is_one or not all(map(_may_be_name, names)):
        return ""
    return text


def list_names(marked: Sequence[Marked]) -> Iterator[str]:
    """Yield the names of those who wrote, of two words or more, in small letters."""
    for mark in marked:
        if mark.kind != "fact" or mark.rule not in _SIGNED:
            continue
        for part in [mark.line, *map(make_line, read_head(mark.line))]:
            for name in _split_names(read_byline(part) or read_writer(part)):
                if " " in name:
                    yield name.casefold()


def _split_names(text: str) -> list[str]:
    """Return the names in a text that holds nothing else."""
    return _AND.split(text)


def _is_name(name: str) -> bool:
    """Tell whether words are a first name that is known and one surname, with initials between."""
    words = name.split()
    inner = words[1:-1]
    is_told = is_person([words[0], words[-1]]) or _INITIALS.fullmatch(words[0]) is not None
    is_whole = len(words) > 1 and (is_told or _is_shouted(words))
    return is_whole and len(inner) <= 1 and is_plain(inner) and not is_outlet(name)


def _may_be_name(name: str) -> bool:
    words = name.split()
    return len(words) in _FULL_NAME and is_plain(words) and not is_outlet(name)


def _is_shouted(words: Sequence[str]) -> bool:
    """Tell whether only the surname is in capitals, as papers of France have it: ``Léa MARTIN``."""
    surname = words[-1]
    return words[0].istitle() and surname.isupper() and _SURNAME <= len(surname)
