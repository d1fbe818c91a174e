"""Small values of which there are very many."""

from dataclasses import dataclass
from typing import TypeVar, dataclass_transform

T = TypeVar("T")


@dataclass_transform(frozen_default=True)
def value(cls: type[T]) -> type[T]:
    """Make a class a dataclass with slots that the type checker takes for a frozen one.

    Reading makes some hundred lines and looks for each article and asks each of them some hundred
    things. A field of a tuple takes twice as long to ask for, and a dataclass that is frozen when
    it runs takes five times as long to make; see docs/decisions/small-values-are-slotted.md.

    >>> @value
    ... class Place:
    ...     line: int
    ...     column: int = 1
    >>> Place(3), Place(3) == Place(3, 1), len({Place(3), Place(3)})
    (Place(line=3, column=1), True, 1)
    """
    return dataclass(slots=True, unsafe_hash=True)(cls)
