"""What of making pages may be known from an earlier build, and so may be done faster."""

from collections.abc import Callable
from dataclasses import dataclass

from sitegen.corpus.likeness import Likeness, measure_likeness
from sitegen.corpus.prose import Prose, write_body
from sitegen.corpus.reasons import ShownPair, share_words
from sitegen.model.summary import Summary


@dataclass(frozen=True, slots=True)
class Aids:
    """How to compare all articles or two, and how to write one: perhaps faster, never otherwise."""

    compare: Callable[[tuple[Summary, ...]], Likeness] = measure_likeness
    share: Callable[[ShownPair], tuple[str, ...]] = share_words
    write: Callable[[Prose], str] = write_body


NO_AIDS = Aids()
