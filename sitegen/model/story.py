"""Reports of one event over time."""

from dataclasses import dataclass

from sitegen.model.page import Page


@dataclass(frozen=True, slots=True)
class Story:
    """One event; its pages stand in order of time, oldest first. Two at least."""

    slug: str
    title: str
    pages: tuple[Page, ...]
