"""What stands round the stories of a site and changes from page to page."""

import zlib
from collections.abc import Sequence
from typing import TypeVar

T = TypeVar("T")

COMMENTS = (
    (
        "marshwife",
        "2 days ago",
        "I lived in that street for eleven years and nobody ever asked us anything. Typical.",
    ),
    (
        "Gordon of Larkmoor",
        "2 days ago",
        "With respect, the figures in paragraph four are nonsense. My brother-in-law worked there.",
    ),
    ("tilly_b", "yesterday", "Poor things. Has anyone thought of asking the rowing club again?"),
    ("NotTheMayor", "5 hours ago", "No comment."),
    (
        "P. Dowd",
        "22 hours ago",
        "Beautifully put. My late wife would have cut this out and kept it in the drawer.",
    ),
    ("wexmouth_will", "just now", "first"),
    (
        "Old Salt",
        "3 days ago",
        "We had all this in 1986 and they held a meeting. I was at it. There were biscuits.",
    ),
    ("Ottilie", "yesterday", "@Old Salt I remember the biscuits."),
    (
        "drainage_dave",
        "14 hours ago",
        "Everybody is an engineer now. Come and stand in it, that's all I say, come and stand.",
    ),
    ("J.O.", "4 days ago", "Why is this news? Genuine question."),
)

TEASERS = (
    (
        "Harbour dues to rise for the third year running",
        "Owners of small boats say they will be driven off the water.",
    ),
    (
        "Why the gannets came back to Skerry",
        "A warm spring and a broken fence turn out to have had something to do with it.",
    ),
    (
        "Ministers to share one car",
        "The treasury hopes to save on petrol, and on conversation.",
    ),
    ("Bell-ringers' strike enters third silent Sunday", "Neighbours admit to mixed feelings."),
    ("The bakery that sells only yesterday's bread", "It opens at noon. By five past it is shut."),
    (
        "Seal found in lock, lock found in report",
        "An inquiry into how the animal climbed eleven gates has been delayed.",
    ),
    ("Court upholds right to hum", "Judges were divided on the key."),
    ("What the tide left: a year of one beach", "Our photographer walked it daily."),
)

VIEWED = (
    "Café owner bans laptops, then the people who had them",
    "Tram 9 to terminate at the fish market until further notice",
    "'I thought it was a seal': swimmer meets mayor",
    "House with its own lighthouse on sale for 2.4m",
    "Revealed: the streets where nobody says good morning",
    "Man, 90, finishes crossword begun in 1961",
    "Norrhythe pub changes name back",
)


def pick(pool: Sequence[T], name: str, count: int) -> list[T]:
    """Choose some of a pool by an article's name, the same ones every time.

    >>> pick("abc", "a-story", 2) == pick("abc", "a-story", 2)
    True
    """
    start = zlib.crc32(name.encode("utf-8"))
    return [pool[(start + 3 * number) % len(pool)] for number in range(count)]
