"""Give out seconds that nothing else has: readers of feeds and validators want distinct times."""

from collections.abc import Iterable
from datetime import datetime, timedelta

SECOND = timedelta(seconds=1)


class FreeSeconds:
    """Knows the seconds that are taken, and gives each of the others once."""

    def __init__(self, taken: Iterable[datetime]) -> None:
        self._taken = set(taken)
        # From where on to look: a wanted second and all up to there are taken.
        self._next: dict[tuple[datetime, timedelta], datetime] = {}

    def take(self, wanted: datetime, step: timedelta) -> datetime:
        """Return the nearest free second of the same day, first in one direction, then the other.

        A day that has none left gives the wanted one again.
        """
        for direction in (step, -step):
            moment = self._next.get((wanted, direction), wanted)
            while moment in self._taken and moment.date() == wanted.date():
                moment += direction
            self._next[wanted, direction] = moment
            if moment.date() == wanted.date():
                self._taken.add(moment)
                return moment
        return wanted
