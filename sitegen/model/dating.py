"""When an article was published, how exactly that is known, and what shows it."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

Precision = Literal["instant", "day", "month", "year", "unknown"]
# What a date rests on, best first: it is stated as the date; a post or a picture of the week shows
# it; another report of the same event has it.
Basis = Literal["stated", "shown", "agreed"]
BASES: tuple[Basis, ...] = ("stated", "shown", "agreed")


@dataclass(frozen=True, slots=True)
class Dating:
    """A moment in UTC with its precision and the words of the text that are its evidence.

    With ``day`` precision the moment is 12:00:00 UTC of that day plus, once the page is minted,
    a fixed number of seconds that no other page has (feeds need distinct times).
    An unknown date has no moment and stays unknown (law 7).
    ``contrary`` are the words of a date that was stated as well and says otherwise.
    """

    moment: datetime | None
    precision: Precision
    evidence: str
    basis: Basis = "stated"
    contrary: str = ""

    def is_same_date(self, recorded: "Dating") -> bool:
        """Tell whether this is the date on record, whose second of the day was minted."""
        if not self.moment or not recorded.moment or self.precision != recorded.precision:
            return False
        if self.precision == "instant":
            return self.moment == recorded.moment
        return self.moment.date() == recorded.moment.date()


UNKNOWN = Dating(moment=None, precision="unknown", evidence="")
