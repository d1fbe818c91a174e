"""Name what a player of films has amid a text: the title of the film, what is said in it.

Where a page has a player, its buttons and clocks stand in a scrape, and right below them what the
film is called: close above a byline that would be taken for the headline. What a button opens and
another one closes again is a transcript.
"""

import re
from collections.abc import Iterator, Sequence

from sitegen.ingest.looks import Look, take_as_noise

FILM = "film"  # the rule's name in every account
_REASON = "stands in the box of a film, below its clock or between the buttons of its transcript"
_PLAYER = re.compile(
    r"(?:duration|current time|remaining time):? ?-?\d{1,2}(?::\d\d){1,2}$|loaded: ?[\d.]+ ?%$"
    r"|video player is loading\.?$|loading the player"
)
_TITLE_WORDS = 12
_OPENS, _CLOSES = frozenset({"view transcript", "show transcript"}), "hide transcript"
# How any of these begins.
_BEGINNINGS = ("duration", "current", "remaining", "loaded", "video", "loading", "view", "show")
_LONGEST = 12  # lines of a transcript
_HEAD = 8  # lines above a player, among which the headline of its page stands


def drop_players(looks: Sequence[Look]) -> Sequence[Look]:
    """Take no line as noise but titles of films and what is said in them."""
    printed = [index for index, look in enumerate(looks) if look.line.text]
    page = [looks[index] for index in printed]
    places = [i for i, look in enumerate(page[:-1]) if look.line.key.startswith(_BEGINNINGS)]
    taken = {
        printed[at]
        for place in places
        for at in (*_read_player(page, place), *_read_opened(page, place))
    }
    return take_as_noise(looks, taken, FILM, _REASON)


def _read_player(page: Sequence[Look], place: int) -> Iterator[int]:
    """Yield the clock of a film and the title below it, where a headline or text stands above."""
    below = page[place + 1]
    if not _PLAYER.match(page[place].line.key):
        return
    yield place
    is_plain = not (below.noise or below.fact or below.has_credit or below.end or below.line.shape)
    if not is_plain or _TITLE_WORDS < below.line.words:
        return
    if any(_is_line(look) for look in page[max(0, place - _HEAD) : place]):
        yield place + 1


def _is_line(look: Look) -> bool:
    is_plain = not (look.noise or look.fact or look.has_credit)
    return is_plain and _TITLE_WORDS // 3 <= look.line.words


def _read_opened(page: Sequence[Look], place: int) -> Iterator[int]:
    """Yield the lines between the buttons that open and close a transcript."""
    if page[place].line.key not in _OPENS:
        return
    for end in range(place + 1, min(len(page), place + _LONGEST)):
        if page[end].line.key == _CLOSES:
            yield from range(place, end + 1)
