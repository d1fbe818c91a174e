"""What one day or one week brought."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from sitegen.model.page import Page


@dataclass(frozen=True, slots=True)
class Digest:
    """The pages of one period, newest first.

    ``slug`` is ``2024-06-14`` for a day and ``2024-W24`` for a week (ISO 8601);
    ``first`` and ``last`` are its first and last day.
    """

    slug: str
    kind: Literal["day", "week"]
    first: date
    last: date
    pages: tuple[Page, ...]
