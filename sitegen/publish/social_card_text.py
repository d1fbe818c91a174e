"""The words of a social card, apart from its picture, so that not every build needs Pillow."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CardText:
    """A title, what stands above it and what below it; these two may be empty."""

    title: str
    above: str
    below: str
