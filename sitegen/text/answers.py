"""Remember what a function says of each word, where millions of words are asked about."""

from collections.abc import Callable, Hashable
from typing import TypeVar

_Asked = TypeVar("_Asked", bound=Hashable)
_Told = TypeVar("_Told")


class Answers(dict[_Asked, _Told]):
    """What a pure function answers to each question, which it is asked once.

    A mapping, because a look into one takes half the time of a call of what ``lru_cache`` returns.
    When it holds ``most`` answers it forgets them all: who asks gets the same answers again.

    >>> capitals = Answers(str.isupper, most=1000)
    >>> list(map(capitals.__getitem__, ["UN", "envoy"])), len(capitals)
    ([True, False], 2)
    """

    __slots__ = ("_answer", "_most")

    def __init__(self, answer: Callable[[_Asked], _Told], most: int) -> None:
        super().__init__()
        self._answer = answer
        self._most = most

    def __missing__(self, asked: _Asked) -> _Told:
        answer = self._answer(asked)
        if self._most <= len(self):
            self.clear()
        self[asked] = answer
        return answer
