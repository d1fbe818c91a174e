"""Keep bytes by key in one SQLite file that may be damaged, locked or thrown away at any time."""

import sqlite3
import zlib
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

_FORMAT = 2
# What none of the last few builds with news asked for is forgotten.
_KEPT_GENERATIONS = 4
_PATIENCE_SECONDS = 1.0
# A damaged file may hold anything, also an error message that is not UTF-8.
_STORE_ERRORS = (sqlite3.Error, UnicodeDecodeError)
_MOMENTARY = frozenset(
    {
        sqlite3.SQLITE_BUSY,
        sqlite3.SQLITE_CANTOPEN,
        sqlite3.SQLITE_FULL,
        sqlite3.SQLITE_IOERR,
        sqlite3.SQLITE_LOCKED,
        sqlite3.SQLITE_PERM,
        sqlite3.SQLITE_READONLY,
    }
)
# Who was asked for when stands apart: to note it beside the values would write all of them anew.
_TABLES = (
    "CREATE TABLE memo (key BLOB PRIMARY KEY, checksum INTEGER, value BLOB)",
    "CREATE TABLE uses (key BLOB PRIMARY KEY, generation INTEGER) WITHOUT ROWID",
)
_FORGET_VALUES = "DELETE FROM memo WHERE key NOT IN (SELECT key FROM uses)"

# A connection, and in which build of all each key was asked for last.
_Opened = tuple[sqlite3.Connection, dict[bytes, int]]


class Store:
    """Keeps and recalls bytes within the transaction of one build; never raises.

    A file that fails on the way is left alone from there on; ``note`` says so.
    """

    def __init__(self, connection: sqlite3.Connection, uses: dict[bytes, int]) -> None:
        self.note = ""
        self.is_broken = False
        self._connection: sqlite3.Connection | None = connection
        self._uses = uses
        self._generation = 1 + max(self._uses.values(), default=0)
        self._used: list[bytes] = []
        self._has_news = False

    def recall(self, key: bytes) -> bytes | None:
        """Return what was kept under the key, None where nothing was or it is damaged."""
        if self._connection is None:
            return None
        question = "SELECT checksum, value FROM memo WHERE key = ?"
        try:
            row = self._connection.execute(question, (key,)).fetchone()
        except _STORE_ERRORS as error:
            self._give_up(error)
            return None
        if row is None or not _is_whole(row):
            return None
        if self._uses.get(key, 0) < self._generation - 1:
            self._used.append(key)
        return row[1]  # type: ignore[no-any-return] # checked just above

    def keep(self, key: bytes, data: bytes) -> None:
        """Keep bytes under a key, in place of what was there."""
        if self._connection is None:
            return
        row = (key, zlib.crc32(data), data)
        try:
            self._connection.execute("REPLACE INTO memo VALUES (?, ?, ?)", row)
            self._used.append(key)
            self._has_news = True
        except _STORE_ERRORS as error:
            self._give_up(error)

    def save(self) -> None:
        """Make this build's news last, and forget what nobody has asked for lately."""
        if self._connection is None or not self._has_news:
            return
        used = [(key, self._generation) for key in self._used]
        oldest = self._generation - _KEPT_GENERATIONS
        try:
            self._connection.executemany("REPLACE INTO uses VALUES (?, ?)", used)
            self._connection.execute("DELETE FROM uses WHERE generation <= ?", (oldest,))
            self._connection.execute(_FORGET_VALUES)
            self._connection.commit()
        except _STORE_ERRORS as error:
            self._give_up(error)

    def _give_up(self, error: sqlite3.Error | UnicodeDecodeError) -> None:
        self.note = f"could not be used, so this build took longer ({error})"
        self.is_broken = not _is_of_the_moment(error)
        self._connection = None


@contextmanager
def open_store(path: Path) -> Iterator[Store | None]:
    """Give the store at the path and save it at the end; None where there can be none.

    Never raises because of the file: a broken or foreign one is thrown away, one that cannot be
    written or is locked is left alone.
    """
    opened = _connect_anyhow(path)
    if opened is None:
        yield None
        return
    connection, uses = opened
    with closing(connection):
        store = Store(connection, uses)
        try:
            yield store
        finally:  # what was found out holds, whatever went wrong afterwards
            store.save()
    if store.is_broken:
        _remove(path)


def _connect_anyhow(path: Path) -> _Opened | None:
    """Connect, with a new file where the present one is no store of ours; None if that fails."""
    try:
        path.parent.mkdir(exist_ok=True)
        return _connect(path)
    except OSError:
        return None
    except _STORE_ERRORS as error:
        if _is_of_the_moment(error):
            return None
    try:
        _remove(path)
        return _connect(path)
    except (OSError, *_STORE_ERRORS):
        return None


def _connect(path: Path) -> _Opened:
    connection = sqlite3.connect(path, timeout=_PATIENCE_SECONDS)
    try:
        # A build that is killed, or a power cut, costs its own results and nothing else.
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = NORMAL")
        if _select_one(connection, "PRAGMA user_version") != _FORMAT:
            _start_over(connection)
        return connection, _read_uses(connection)
    except BaseException:
        connection.close()
        raise


def _start_over(connection: sqlite3.Connection) -> None:
    if _select_one(connection, "SELECT count(*) FROM sqlite_master"):
        raise sqlite3.DatabaseError("a database of another kind")
    for table in _TABLES:
        connection.execute(table)
    connection.execute(f"PRAGMA user_version = {_FORMAT}")
    connection.commit()


def _read_uses(connection: sqlite3.Connection) -> dict[bytes, int]:
    """Return in which build of all each key was asked for last."""
    uses = dict(connection.execute("SELECT key, generation FROM uses"))
    for key, generation in uses.items():
        if not isinstance(key, bytes) or not isinstance(generation, int):
            raise sqlite3.DatabaseError("a damaged database")
    if not all(0 <= generation < 2**32 for generation in uses.values()):
        raise sqlite3.DatabaseError("a damaged database")
    return uses


def _select_one(connection: sqlite3.Connection, question: str) -> Any:  # noqa: ANN401 - whatever SQLite holds
    return connection.execute(question).fetchone()[0]


def _is_whole(row: tuple[Any, Any]) -> bool:
    checksum, value = row
    return isinstance(value, bytes) and bool(zlib.crc32(value) == checksum)


def _is_of_the_moment(error: sqlite3.Error | UnicodeDecodeError) -> bool:
    """Tell whether the file itself may be whole: locked, a full disk, no right to write."""
    code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_CORRUPT)
    return (code & 0xFF) in _MOMENTARY  # the higher bits only say where it came from


def _remove(path: Path) -> None:
    for suffix in ("", "-wal", "-shm"):
        path.with_name(path.name + suffix).unlink(missing_ok=True)
