"""Regular expressions that are compiled when they are first asked.

To compile one takes as long as to search a book with it where it has the months of all languages,
and most builds read a seed or two: a pattern that is long, and that few lines are held against,
is written ``compile_late(...)`` where it would be ``re.compile(...)``.
"""

import re
from functools import cached_property
from typing import Any, cast


def compile_late(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """Return what answers as a compiled pattern does, and compiles it for its first answer.

    >>> month = compile_late("june|july")
    >>> month.search("14 june")[0], month.pattern
    ('june', 'june|july')
    """
    return cast("re.Pattern[str]", _Late(pattern, flags))


class _Late:
    def __init__(self, pattern: str, flags: int) -> None:
        self._source = pattern
        self._flags = flags

    @cached_property
    def _compiled(self) -> re.Pattern[str]:
        return re.compile(self._source, self._flags)

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - whatever a pattern has of that name
        found = getattr(self._compiled, name)
        setattr(self, name, found)  # asked again it is found at once
        return found
