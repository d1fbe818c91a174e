"""Remember results by content. The only module that knows msgspec.

Three laws: what is remembered is immutable; it depends on nothing but its key; throwing it away
changes nothing but time. The key is a digest of the whole code, the step, the function and the
whole value, so no dates of files, no dirty flags and no lists of dependencies are needed.

Without pickle on purpose: whoever can write to ``.sitegen/`` (a restored CI cache, a shared
folder) must not be able to run code. What is read back is data, checked against the type that
the function says it returns; where it doesn't fit, the function is simply called again.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import is_dataclass
from datetime import tzinfo
from functools import partial
from hashlib import blake2b
from itertools import repeat
from pathlib import Path
from typing import Any, TypeVar, get_type_hints

import msgspec

from sitegen.app.code_digest import digest_code
from sitegen.app.crew import count_workers, share_calls
from sitegen.app.memo_store import Store, open_store

# Values below which a process that works them out costs more than it saves.
_VALUES_THAT_PAY = 64

# Results that a process of its own would have kept: their keys and bytes.
News = list[tuple[bytes, bytes]]

Value = TypeVar("Value")
Result = TypeVar("Result")


class Forgetful:
    """A memo that remembers nothing; ``note`` tells the user why, where that was not wanted."""

    def __init__(self, note: str) -> None:
        self.note = note

    def __call__(self, step: str, function: Callable[[Value], Result], value: Value) -> Result:
        """Return ``function(value)``; the step has no meaning here."""
        del step
        return function(value)

    def map(
        self, step: str, function: Callable[[Value], Result], values: Sequence[Value]
    ) -> Iterator[Result]:
        """Yield the function of each value."""
        del step
        return map(function, values)

    def revise(
        self, step: str, function: Callable[[Value, Result | None], Result], value: Value
    ) -> Result:
        """Return ``function(value, None)``; there is no earlier result."""
        del step
        return function(value, None)

    def key(self, step: str, function: Callable[..., object], value: object) -> bytes | None:
        """Return None: nothing will be known again."""

    def digest(self, value: object) -> bytes:
        """Return nothing: what stands for a value is of no use where nothing is known again."""
        del value
        return b""

    def set_apart(self) -> News:
        """Return no news: nothing is kept."""
        return []

    def take(self, news: News) -> None:
        """Forget the news of another process."""

    def recall(self, step: str, key: str, kind: type[Result]) -> Result | None:
        """Return nothing."""

    def keep(self, step: str, key: str, result: object) -> None:
        """Forget it at once."""


class _Gatherer:
    """In place of a store where there can be none: recalls nothing, and gathers what is kept."""

    note = ""

    def __init__(self) -> None:
        self.news: News = []

    def recall(self, key: bytes) -> bytes | None:
        del key
        return None

    def keep(self, key: bytes, data: bytes) -> None:
        self.news.append((key, data))


class Memo:
    """A memo that remembers in a store."""

    def __init__(self, store: Store, jobs: int = 1) -> None:
        """Work with so many processes where there is much to do, 0 for our choice."""
        self._store: Store | _Gatherer = store
        self._jobs = jobs
        self._code = digest_code()
        self._coders: dict[object, _Coder | None] = {}

    @property
    def note(self) -> str:
        """What the user should know of the store, or nothing."""
        return self._store.note

    def __call__(self, step: str, function: Callable[[Value], Result], value: Value) -> Result:
        """Return ``function(value)``, perhaps as remembered from an earlier build."""
        coder = self._find_coder(function, type(value))
        key = self.key(step, function, value)
        if coder is None or key is None:
            return function(value)
        if known := self._recall(coder, key):
            return known[0]  # type: ignore[no-any-return] # of the function's own return type
        result = function(value)
        data = coder.encode(result)
        if data is not None:
            self._store.keep(key, data)
        return result

    def map(
        self, step: str, function: Callable[[Value], Result], values: Sequence[Value]
    ) -> Iterator[Result]:
        """Yield the function of each value, in their order.

        What is not remembered is worked out in several processes, where that pays.
        """
        coder = self._find_coder(function, type(values[0])) if values else None
        if coder is None:
            yield from map(function, values)
            return
        keys = [self.key(step, function, value) for value in values]
        remembered = [self._recall(coder, key) for key in keys]
        missing = [value for value, known in zip(values, remembered, strict=True) if not known]
        workers = count_workers(self._jobs, len(missing), least=_VALUES_THAT_PAY)
        found: Iterator[bytes | None] = repeat(None)
        if workers > 1:
            found = share_calls(partial(_call, function, coder), missing, workers)
        for key, known, value in zip(keys, remembered, values, strict=True):
            if known:
                yield known[0]
                continue
            data = next(found)
            if data is None:
                result = function(value)
                data = coder.encode(result)
            else:
                result = coder.decode(data)
            if key is not None and data is not None:
                self._store.keep(key, data)
            yield result

    def revise(
        self, step: str, function: Callable[[Value, Result | None], Result], value: Value
    ) -> Result:
        """Return ``function(value, last)`` with what it gave last, whatever the value was then."""
        kind: type[Result] = get_type_hints(function)["return"]
        last = self.recall(step, "", kind)
        result = function(value, last)
        if result != last:
            self.keep(step, "", result)
        return result

    def key(self, step: str, function: Callable[..., object], value: object) -> bytes | None:
        """Return a digest of all that a function's result depends on, None if it has none."""
        coder = self._find_coder(function, type(value))
        return coder.make_key(self._code, step, value) if coder else None

    def digest(self, value: object) -> bytes:
        """Return a digest of a value that can stand for it in others; empty if it has none."""
        return self.key("digest", _stand_for, value) or b""

    def set_apart(self) -> News:
        """Leave the store to the process that this one was forked from; return what is kept now.

        SQLite forbids to use a connection on both sides of a fork.
        """
        self._store = gatherer = _Gatherer()
        return gatherer.news

    def take(self, news: News) -> None:
        """Keep what another process found out."""
        for key, data in news:
            self._store.keep(key, data)

    def recall(self, step: str, key: str, kind: type[Result]) -> Result | None:
        """Return what an earlier build kept under a digest of its own, if it is of that type."""
        data = self._store.recall(self._make_key(step, key))
        if data is None:
            return None
        try:
            return msgspec.msgpack.decode(data, type=kind)
        except msgspec.MsgspecError:
            return None

    def keep(self, step: str, key: str, result: object) -> None:
        """Keep a result for :meth:`recall`."""
        self._store.keep(self._make_key(step, key), msgspec.msgpack.encode(result))

    def _recall(self, coder: "_Coder", key: bytes | None) -> list[Any]:
        """Return what is remembered under a key as the only one of a list, else an empty one."""
        data = None if key is None else self._store.recall(key)
        if data is not None:
            with suppress(msgspec.MsgspecError):
                return [coder.decode(data)]
        return []

    def _make_key(self, step: str, key: str) -> bytes:
        return blake2b(f"{step}\0{key}".encode(), digest_size=20, key=self._code).digest()

    def _find_coder(self, function: Callable[..., object], kind: type) -> "_Coder | None":
        # A bound method is a new object each time, its function is not.
        asked = (getattr(function, "__func__", function), kind)
        if asked not in self._coders:
            self._coders[asked] = _make_coder(function, kind)
        return self._coders[asked]


@contextmanager
def open_memo(path: Path, jobs: int = 1) -> Iterator[Memo | Forgetful]:
    """Give a memo over the file at the path, one that forgets where no file can be there."""
    with open_store(path) as store:
        if store is None:
            yield Forgetful("cannot be opened, so this build took longer; check its permissions")
        else:
            yield Memo(store, jobs)


def _stand_for(value: object) -> bytes:
    """Give :meth:`Memo.digest` a name."""
    raise NotImplementedError


def _call(function: Callable[[Value], object], coder: "_Coder", value: Value) -> bytes | None:
    return coder.encode(function(value))


class _Coder:
    """Between one function's values and results and their bytes."""

    def __init__(self, name: str, result: object) -> None:
        self._name = name
        self._encoder = msgspec.msgpack.Encoder(enc_hook=_encode_zone)
        self.decode: Callable[[bytes], Any] = msgspec.msgpack.Decoder(result).decode

    def make_key(self, code: bytes, step: str, value: object) -> bytes | None:
        """Return the digest of all that shapes the result, None if the value has no bytes."""
        data = self.encode((step, self._name, value))
        return None if data is None else blake2b(data, digest_size=20, key=code).digest()

    def encode(self, value: object) -> bytes | None:
        """Return the value's bytes, None where it has none: lone surrogates, strange types."""
        try:
            return self._encoder.encode(value)
        except (TypeError, ValueError, OverflowError):
            return None


def _make_coder(function: Callable[..., object], kind: type) -> _Coder | None:
    """Return None where a key or a result could be taken for another one."""
    name = getattr(function, "__qualname__", "<none>")
    if "<" in name:  # a lambda, a local function: two of them may share one name
        return None
    if not is_dataclass(kind) and kind not in {str, bytes}:
        return None
    try:
        # Refuses a field that may be one of two dataclasses: their bytes may be the same.
        msgspec.msgpack.Decoder(kind)
        hints = get_type_hints(function)
        full_name = f"{function.__module__}.{name}({kind.__module__}.{kind.__qualname__})"
        return _Coder(full_name, hints["return"])
    except (TypeError, KeyError, NameError):
        return None


def _encode_zone(value: object) -> str:
    if isinstance(value, tzinfo):
        return str(value)
    raise TypeError
