"""Know articles again that are mostly the same, though they stand on pages of their own.

A later version, or a report with other numbers in it, is no copy; but the sentences that it shares
with the earlier one are text all the same.
"""

from collections.abc import Iterable

from sitegen.model.proposal import Grouping


class NearCopies:
    """Which pages, and which stories, count as one."""

    def __init__(self) -> None:
        self._pages = _Union()
        self._stories = _Union()
        self._first: dict[str, Grouping] = {}

    def add(self, grouping: Grouping, keys: Iterable[str]) -> None:
        """Note an article that consists mostly of these sentences, which recur."""
        for key in keys:
            first = self._first.setdefault(key, grouping)
            self._pages.join(first.page, grouping.page)
            self._stories.join(first.story, grouping.story)

    def count_pages(self, pages: Iterable[int]) -> int:
        """Count pages, those that are mostly the same once."""
        return len({self._pages.find(page) for page in pages})

    def count_stories(self, stories: Iterable[int]) -> int:
        """Count stories, those whose articles are mostly the same once."""
        return len({self._stories.find(story) for story in stories})


class _Union:
    """Numbers that belong together; the lowest speaks for all."""

    def __init__(self) -> None:
        self._parents: dict[int, int] = {}

    def find(self, number: int) -> int:
        """Return the number that speaks for this one; the way there gets shorter."""
        while (parent := self._parents.get(number, number)) != number:
            self._parents[number] = self._parents.get(parent, parent)
            number = parent
        return number

    def join(self, one: int, other: int) -> None:
        """Let two numbers, and all that belong to them, be one."""
        low, high = sorted((self.find(one), self.find(other)))
        if low != high:
            self._parents[high] = low
