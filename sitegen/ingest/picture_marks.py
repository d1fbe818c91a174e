"""Tell captions and credits by what a page sets beside its pictures, whatever language they are in.

``Photo 2 of 3`` stands above a caption, and so does the button that enlarges a picture; ``Buy this
photo`` and ``Hide caption`` stand below one. What is said three times, first the caption, then who
took the picture, then both, is these two. Credits that stand above each of their captions are told
by all of them together.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace

from sitegen.ingest.credits import split_caption
from sitegen.ingest.document import Shape
from sitegen.ingest.lines import is_titled
from sitegen.ingest.looks import Look, find_below
from sitegen.ingest.photographers import is_shared_credit, name_credit, read_lone_credit
from sitegen.ingest.picture_descriptions import is_description

_COUNTED = re.compile(r"[\[(]?(?:(?:photo|image|picture)s? )?\d{1,3} ?(?:of|/) ?\d{1,3}[\])]?$")
_NAMED = ("photo", "image", "picture")
# A button above a caption, one below it, and one that may be either.
_ABOVE = re.compile(
    r"(?:zoom|expand|enlarge|fullscreen)(?: (?:this |the )?(?:image|photo|picture))?$"
    r"|(?:view|open|show) (?:this |the )?(?:image|photo|picture)(?: in .*)?$|hide caption$"
)
_BELOW = re.compile(
    r"(?:hide|toggle|show) caption$|close$|buy (?:this |the )?(?:photo|picture|print)$"
)
_HIDING = re.compile(r"(?:hide|toggle) caption$")
_SOLD = re.compile(r"buy (?:this |the )?(?:photo|picture|print)$")
_CAPTION_WORDS, _FEWEST_WORDS = 60, 3
_CREDIT_WORDS = 6
_QUOTES = '"“„«'
_LEAD_WORDS = 25  # a paragraph has more, and most captions have fewer
_FEWEST_CREDITS = 3  # that tell together where their captions stand
_HANDED = frozenset({"handout", "family handout", "file", "supplied", "contributed", "private"})
# Shapes of lines that no text holds and no headline is.
PICTURED = frozenset({"caption", "credit", "signed"})
DESCRIPTION = "description of a picture"
DESCRIBED = "says what the picture shows, right above its caption, to who cannot see it"
_REACH = 6  # lines from a picture to the headline below it, of which some are blank
_FIRST = re.compile(r"[\[(]?(?:(?:photo|image|picture)s? )?1 ?(?:of|/) ?\d{1,3}[\])]?$")
_OPEN_NOISE = frozenset({"", "breadcrumbs", "legal"})
_COUNT_ENDS, _CREDIT_LETTERS = frozenset("])"), frozenset("C©(")  # as is_shared_credit knows them


def mark_pictures(looks: Sequence[Look]) -> Sequence[Look]:
    """Return the looks, captions and credits that stand beside marks of pictures as such."""
    printed = [index for index, look in enumerate(looks) if look.line.text]
    page = [looks[index] for index in printed]
    found: dict[int, Shape] = {}
    for place, look in enumerate(page):
        for read in _list_readers(look):
            for at, shape in read(page, place):
                found.setdefault(at, shape)
    found.update(_read_above(page))
    described = set(_list_described(page, found))
    if not found and not described:
        return looks
    marked = list(looks)
    for place in described.difference(found):
        described_as = replace(page[place], noise=DESCRIPTION, reason=DESCRIBED, is_prose=False)
        marked[printed[place]] = replace(described_as, heading="", has_credit=False)
    for place, shape in found.items():
        marked[printed[place]] = _shape(page[place], shape)
    return marked


def _list_described(page: Sequence[Look], found: Mapping[int, Shape]) -> Iterator[int]:
    """Yield the lines right above captions that say what the pictures show to who cannot see it."""
    for place in range(len(page) - 1):
        below = found.get(place + 1) == "caption" or _is_caption(page[place + 1])
        if below and _may_caption(page[place]) and is_description(page[place].line):
            yield place


def _shape(look: Look, shape: Shape) -> Look:
    if not shape:
        reason = "says what stands above it"
        return replace(look, noise="repeated caption", reason=reason, has_credit=False)
    return replace(
        look,
        line=replace(look.line, shape=shape),
        noise="",
        reason="",
        fact="",
        heading="",
        has_credit=True,
        is_prose=False,
    )


_Found = Iterator[tuple[int, Shape]]


def _list_readers(look: Look) -> Iterator[Callable[[Sequence[Look], int], _Found]]:
    """Yield the rules that a line may begin something by: most lines are long and no marks."""
    text, last = look.line.text, look.line.key[-1:]
    if last in _COUNT_ENDS or last.isdigit():
        yield _read_counted
    if look.line.words <= _CAPTION_WORDS and _may_caption(look):
        yield _read_said_again
        yield _read_pressed
    if look.line.words <= _CAPTION_WORDS:
        yield _read_hidden
    if text[0] == "©":
        yield _read_copyright
    if "/" in text or text[0] in _CREDIT_LETTERS:
        yield _read_credit


def _read_counted(page: Sequence[Look], place: int) -> _Found:
    """Yield the caption below the place of a picture among others, and who took it.

    Below a bare ``2 of 4``, which stands above parts of a text as well, a credit must follow.
    """
    key = page[place].line.key
    if not _COUNTED.match(key) or len(page) <= place + 2:
        return
    said, below = page[place + 1], page[place + 2]
    if not _may_caption(said):
        return
    is_credit = _is_credit(below) or (_may_name(below) and not _is_headed(page, place + 2))
    if is_credit:
        yield place + 2, "credit"
    is_below = place > 0 and page[place - 1].has_credit  # the caption stands above its place
    is_named = key.lstrip("[(").startswith(_NAMED) and not is_below
    if is_credit or (is_named and said.line.is_sentence):
        yield place + 1, "caption"


def _read_said_again(page: Sequence[Look], place: int) -> _Found:
    """Yield a caption and its credit if the line below has the words of both."""
    if len(page) <= place + 2:
        return
    said, credit, both = page[place : place + 3]
    if credit.line.words <= _CREDIT_WORDS and both.line.key == f"{said.line.key} {credit.line.key}":
        yield place, "caption"
        yield place + 1, "credit"
        yield place + 2, ""


def _read_pressed(page: Sequence[Look], place: int) -> _Found:
    """Yield the caption that stands between the buttons of a picture, or above who took it."""
    look = page[place]
    above = page[place - 1].line.key if place else ""
    below = page[place + 1] if place + 1 < len(page) else None
    if not below:
        return
    is_sold = _SOLD.match(below.line.key) and page[place - 1].noise == "counter"
    if is_sold:
        yield place, "caption"
        return
    if not _ABOVE.match(above):
        return
    after = page[place + 2] if place + 2 < len(page) else None
    is_closed = bool(_BELOW.match(below.line.key))
    is_twice = below.line.key == look.line.key and after and bool(_BELOW.match(after.line.key))
    if _is_credit(below):
        yield place + 1, "credit"
    is_signed = bool(split_caption(look.line.text, is_known=True).credit)
    if is_closed or is_twice or is_signed or _is_credit(below):
        yield place, "caption"


def _read_hidden(page: Sequence[Look], place: int) -> _Found:
    """Yield caption and photographer above the button that hides both; some name him again."""
    credit = page[place]
    below = page[place + 1 : place + 4]
    if not place or not below or not _HIDING.match(below[0].line.key) or not _may_sign(credit):
        return
    if not _may_caption(page[place - 1]) or _LEAD_WORDS < page[place - 1].line.words:
        return
    yield place - 1, "caption"
    yield place, "credit"
    for at, again in enumerate(below, place + 1):
        if again.line.key == credit.line.key:
            yield at, ""


def _read_copyright(page: Sequence[Look], place: int) -> _Found:
    """Yield ``© Ida Fellgate`` and the line below it that ends no sentence, above a paragraph."""
    if len(page) <= place + 2:
        return
    said, after = page[place + 1 : place + 3]
    if not is_shared_credit(page[place].line.text) or not after.is_prose or not _may_caption(said):
        return
    if not said.line.is_sentence and said.line.words <= _LEAD_WORDS:
        yield place, "credit"
        yield place + 1, "signed"


def _read_credit(page: Sequence[Look], place: int) -> _Found:
    """Yield the line that names who took a picture and for whom, right below a sentence.

    Some say it once more in the next line, and name the agency again.
    """
    look = page[place]
    is_open = look.noise in _OPEN_NOISE and look.fact in {"", "agency credit"}
    if not place or not is_open or not is_shared_credit(look.line.text):
        return
    if look.noise == "legal":  # below a text a page says whose it is
        return
    if page[place - 1].is_prose and not page[place - 1].has_credit:
        yield place, "credit"
        if look.line.text[0] == "(" and page[place - 1].line.words <= _LEAD_WORDS:
            yield place - 1, "caption"
        below = page[place + 1 : place + 2]
        key = name_credit(look.line).lower()
        if below and below[0].line.words <= 2 * _CREDIT_WORDS and below[0].line.key.startswith(key):
            yield place + 1, ""


def _read_above(page: Sequence[Look]) -> _Found:
    """Yield credits and captions where each credit of several stands above its caption."""
    places = [
        place
        for place, look in enumerate(page[:-1])
        if _is_lone(look) and not (place and _is_lone(page[place - 1]))
    ]
    if len(places) < _FEWEST_CREDITS:
        return
    if not all(_may_be_below(page[place + 1]) for place in places):
        return
    others = sum(place > 0 and _may_be_below(page[place - 1]) for place in places)
    if len(places) < 2 * others:
        return
    for place in places:
        yield place, "credit"
        yield place + 1, "signed"


def find_first_picture(looks: Sequence[Look], start: int) -> int:
    """Return where the picture begins that stands right above the headline of an article.

    Its credit stands above its caption, or above both ``1 of 3``: else it is of the text above.
    """
    first = start
    for index in range(start - 1, max(-1, start - _REACH - 1), -1):
        look = looks[index]
        if look.line.shape == "credit" and _is_signed(looks, index):
            first = index
        elif look.noise == "counter" and _FIRST.match(look.line.key):
            return index if first < start or _is_pictured(looks[index:start]) else first
        elif look.line.text and not look.noise and look.line.shape not in PICTURED:
            break
    return first


def _is_signed(looks: Sequence[Look], index: int) -> bool:
    below = find_below(looks, index)
    return below is not None and below.line.shape == "signed"


def _is_pictured(looks: Sequence[Look]) -> bool:
    return any(look.line.shape in PICTURED for look in looks)


def _is_lone(look: Look) -> bool:
    return look.has_credit and bool(read_lone_credit(look.line))


def _may_be_below(look: Look) -> bool:
    return _may_caption(look) and look.line.words <= _LEAD_WORDS and not look.has_credit


def _may_caption(look: Look) -> bool:
    line = look.line
    is_plain = not (look.noise or look.fact or look.end or look.is_own or line.shape)
    is_long = _FEWEST_WORDS <= line.words <= _CAPTION_WORDS
    return is_plain and is_long and not line.verdict and line.text[0] not in _QUOTES


def _is_credit(look: Look) -> bool:
    """Tell whether a line names who took a picture, by its words."""
    text = look.line.text
    return bool(read_lone_credit(look.line)) or is_shared_credit(text) or look.line.key in _HANDED


def _may_name(look: Look) -> bool:
    """Tell whether a line may be a name: a few words that begin with capitals, and no sentence."""
    line = look.line
    is_plain = look.noise in _OPEN_NOISE and not (look.fact or look.is_own or line.is_sentence)
    return is_plain and line.words <= _CREDIT_WORDS and is_titled(line.text)


def _is_caption(look: Look) -> bool:
    """Tell whether a line says what a picture shows and who took it."""
    return look.has_credit and _FEWEST_WORDS < look.line.words and not _is_credit(look)


def _may_sign(look: Look) -> bool:
    """Tell whether a line may say who took a picture, and for whom."""
    return _is_credit(look) or _may_name(look)


def _is_headed(page: Sequence[Look], place: int) -> bool:
    """Tell whether a byline or a date stands right below a line: then it may be a headline."""
    return place + 1 < len(page) and bool(page[place + 1].fact)
