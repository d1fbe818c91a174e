"""Remember results by content. The only module that knows msgspec.

Three laws: what is remembered is immutable; it depends on nothing but its key; throwing it away
changes nothing but time. The key is a digest of the whole code, the step, the function and the
whole value, so no dates of files, no dirty flags and no lists of dependencies are needed.

Without pickle on purpose: whoever can write to ``.sitegen/`` (a restored CI cache, a shared
folder) must not be able to run code. What is read back is data, checked against the type that
the function says it returns; where it doesn't fit, the function is simply called again.
"""

import platform
import re
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import is_dataclass
from datetime import tzinfo
from functools import cache
from hashlib import blake2b
from pathlib import Path
from typing import Any, TypeVar, get_type_hints

import msgspec

import sitegen
from sitegen.app.memo_store import Store, open_store

# Our own code, and the tables and weights that are read as part of it.
_OWN_FILES = ("*.py", "*.txt", "*.ttf")
# Those that read, parse, render or write feeds; what else is installed changes no result.
_LIBRARIES = re.compile(
    r"(?:charset_normalizer|courlan|dateparser|feedgen|ftfy|htmldate|jinja2|justext|lxml|lxml_html_clean|markdown"
    r"|markupsafe|msgspec|nh3|pillow|pystemmer|pyyaml|snowballstemmer|trafilatura|wcwidth)-[^-]+\.dist-info$",
    re.IGNORECASE,
)

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

    def revise(
        self, step: str, function: Callable[[Value, Result | None], Result], value: Value
    ) -> Result:
        """Return ``function(value, None)``; there is no earlier result."""
        del step
        return function(value, None)

    def key(self, step: str, function: Callable[[Value], Result], value: Value) -> bytes | None:
        """Return None: nothing will be known again."""

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

    def __init__(self, store: Store) -> None:
        self._store: Store | _Gatherer = store
        self._code = _digest_code()
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
        remembered = self._store.recall(key)
        if remembered is not None:
            with suppress(msgspec.MsgspecError):
                return coder.decode(remembered)  # type: ignore[no-any-return] # of the function's own return type
        result = function(value)
        data = coder.encode(result)
        if data is not None:
            self._store.keep(key, data)
        return result

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

    def key(self, step: str, function: Callable[[Value], Result], value: Value) -> bytes | None:
        """Return a digest of all that ``function(value)`` depends on, None if it has none."""
        coder = self._find_coder(function, type(value))
        return coder.make_key(self._code, step, value) if coder else None

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

    def _make_key(self, step: str, key: str) -> bytes:
        return blake2b(f"{step}\0{key}".encode(), digest_size=20, key=self._code).digest()

    def _find_coder(self, function: Callable[..., object], kind: type) -> "_Coder | None":
        # A bound method is a new object each time, its function is not.
        asked = (getattr(function, "__func__", function), kind)
        if asked not in self._coders:
            self._coders[asked] = _make_coder(function, kind)
        return self._coders[asked]


@contextmanager
def open_memo(path: Path) -> Iterator[Memo | Forgetful]:
    """Give a memo over the file at the path, one that forgets where no file can be there."""
    with open_store(path) as store:
        if store is None:
            yield Forgetful("cannot be opened, so this build took longer; check its permissions")
        else:
            yield Memo(store)


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


# What a process runs does not change while it runs.
@cache
def _digest_code() -> bytes:
    """Digest all that can change a result without any value being changed.

    That is our own code with its tables and weights, Python, and the libraries that make results:
    their ``.dist-info`` folders hold the versions (importlib.metadata takes twenty times as long).
    """
    digest = blake2b(platform.python_version().encode(), digest_size=32)
    package = Path(sitegen.__file__).parent
    for path in sorted(path for kind in _OWN_FILES for path in package.rglob(kind)):
        data = path.read_bytes()
        name = path.relative_to(package).as_posix()
        digest.update(f"\0{name} {len(data)}\0".encode())
        digest.update(data)
    for folder in sys.path:
        with suppress(OSError):
            names = sorted(path.name for path in Path(folder).iterdir())
            versions = "\0".join(filter(_LIBRARIES.match, names))
            digest.update(versions.encode(errors="surrogateescape"))
    return digest.digest()
