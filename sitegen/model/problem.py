"""Something wrong with the input, told to the user with place and way out."""

from dataclasses import dataclass
from typing import Literal

Severity = Literal["error", "quarantined", "warning", "note"]


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """What is wrong, where, and what to do about it.

    ``error`` means that a finished site is broken there (exit status 1 of ``sitegen check``);
    ``quarantined`` that the thing named by ``place`` is not published (exit status 3);
    ``warning`` that it is published but a person should look; ``note`` that nothing is wrong.
    Problems belong to the result they came with, so they are repeated when that result is
    remembered from an earlier build.
    """

    place: str
    message: str
    severity: Severity
