"""When an article was published, how exactly that is known, and what shows it."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

Precision = Literal["instant", "day", "month", "year", "unknown"]


@dataclass(frozen=True, slots=True)
class Dating:
    """A moment in UTC with its precision and the words of the text that are its evidence.

    With ``day`` precision the moment is 12:00:00 UTC of that day plus, once the page is minted,
    a fixed number of seconds that no other page has (feeds need distinct times).
    An unknown date has no moment and stays unknown (law 7).
    """

    moment: datetime | None
    precision: Precision
    evidence: str


UNKNOWN = Dating(moment=None, precision="unknown", evidence="")
