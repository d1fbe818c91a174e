"""What the preview knows at a moment: the site, whether a build runs, and why the last one failed.

It lives in the server's own thread; nothing here blocks.
"""

import asyncio
from dataclasses import dataclass, field
from pathlib import Path

from sitegen.app.preview.site import NOT_FOUND_NAME, Found, Hashes, Moved, look_up


@dataclass(slots=True)
class State:
    """The site as the last good build left it.

    ``base`` is the path of the base URL, with a slash at both ends. ``failure`` is empty where the
    last build went well.
    """

    output: Path
    base: str
    hashes: Hashes
    failure: str = ""
    _at_rest: asyncio.Event = field(default_factory=asyncio.Event)
    _change: asyncio.Event = field(default_factory=asyncio.Event)

    def __post_init__(self) -> None:
        """Begin at rest."""
        self._at_rest.set()

    def begin_build(self) -> None:
        """Note that files of the site may be newer than ``hashes`` from now on."""
        self._at_rest.clear()

    def end_build(self, base: str, hashes: Hashes, failure: str) -> None:
        """Take over what a build left, and wake everybody who waits for news."""
        self.base, self.hashes, self.failure = base, hashes, failure
        self._at_rest.set()
        self._change.set()
        self._change = asyncio.Event()

    async def rest(self) -> None:
        """Wait until no build runs."""
        await self._at_rest.wait()

    async def change(self) -> None:
        """Wait until a build has ended."""
        await self._change.wait()

    def find(self, path: str) -> Found | Moved | None:
        """Return what answers for a path of this server."""
        if path.startswith(self.base):
            return look_up(self.hashes, path.removeprefix(self.base))
        if f"{path}/" == self.base or path == "/":
            return Moved("")
        return None

    def find_version(self, path: str) -> str:
        """Return what changes when a reader of the path would see another page."""
        found = self.find(path)
        if isinstance(found, Moved):
            return f"moved to {found.address}"
        name = found.name if found else NOT_FOUND_NAME
        return self.hashes.get(name, "")
