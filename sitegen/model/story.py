"""Reports of one event over time."""

from dataclasses import dataclass
from datetime import datetime

from sitegen.model.page import Page


@dataclass(frozen=True, slots=True)
class Story:
    """One event; its pages stand in order of time, oldest first. Two at least."""

    slug: str
    title: str
    pages: tuple[Page, ...]

    @property
    def latest(self) -> datetime:
        """The date of the latest report that has one; of none, when the last was first seen."""
        known = [page.dating.moment for page in self.pages if page.dating.moment]
        return max(known, default=self.pages[-1].first_seen)
