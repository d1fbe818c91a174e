"""Serve the preview from a thread of its own, while builds run in the first one."""

import asyncio
import socket
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Thread
from typing import Any

from sitegen.app.preview.connection import LONGEST_HEAD, MOST_CONNECTIONS, Reception
from sitegen.app.preview.request import HostList
from sitegen.app.preview.site import Hashes
from sitegen.app.preview.state import State
from sitegen.errors import UsageError

try:
    import resource
except ImportError:  # Windows has no such limit
    _HAS_LIMITS = False
else:
    _HAS_LIMITS = True

_LARGEST_PORT = 65535
_SPARE_FILES = 200
_ANSWER_SECONDS = 10.0


class Server:
    """A running preview; its methods are for the thread that builds."""

    def __init__(self, loop: asyncio.AbstractEventLoop, state: State) -> None:
        self._loop = loop
        self._state = state

    def begin_build(self) -> None:
        """Let readers of what is being replaced wait from now on."""
        self._tell(self._state.begin_build)

    def end_build(self, base: str, hashes: Hashes, failure: str) -> None:
        """Show what a build left, and why it failed if it did."""
        self._tell(lambda: self._state.end_build(base, hashes, failure))

    def _tell(self, change: Callable[[], None]) -> None:
        """Return once the server's thread has made the change."""
        done: Future[None] = Future()

        def make_change() -> None:
            change()
            done.set_result(None)

        self._loop.call_soon_threadsafe(make_change)
        done.result(timeout=_ANSWER_SECONDS)


def open_socket(host: str, port: int) -> socket.socket:
    """Return a socket that listens; port 0 is any that is free. Raise UsageError."""
    if not 0 <= port <= _LARGEST_PORT:
        raise UsageError(f"--port: {port} is no port; write a number from 0 to {_LARGEST_PORT}")
    _allow_files()
    try:
        family, kind, *_, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        listening = socket.socket(family, kind)
    except (OSError, UnicodeError):
        raise UsageError(f"--host: {host!r} is no address of this machine") from None
    # A port that was used a moment ago may be used again.
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind(address)
        listening.listen(MOST_CONNECTIONS)
    except OSError as error:
        listening.close()
        reason = (error.strerror or "cannot be used").lower()
        raise UsageError(
            f"{host}:{port}: {reason}; choose another with --host and --port (0 is any free port)"
        ) from None
    return listening


@contextmanager
def serve_site(
    listening: socket.socket, hosts: HostList, output: Path, base: str, hashes: Hashes
) -> Iterator[Server]:
    """Serve the site of an output folder until the block ends."""
    loop = asyncio.new_event_loop()
    loop.set_exception_handler(_report)
    state = State(output, base, hashes)
    reception = Reception(state, hosts)

    async def answer() -> None:
        server = await asyncio.start_server(
            reception.welcome, sock=listening, limit=LONGEST_HEAD, backlog=MOST_CONNECTIONS
        )
        async with server:
            await server.serve_forever()

    def run() -> None:
        with asyncio.Runner(loop_factory=lambda: loop) as runner, suppress(asyncio.CancelledError):
            runner.run(answer())

    # A daemon, so that nothing that it waits for can hold up the end of the process.
    thread = Thread(target=run, daemon=True)
    thread.start()
    try:
        yield Server(loop, state)
    finally:
        loop.call_soon_threadsafe(_cancel_all, loop)
        thread.join(timeout=_ANSWER_SECONDS)


def _cancel_all(loop: asyncio.AbstractEventLoop) -> None:
    for task in asyncio.all_tasks(loop):
        task.cancel()


def _report(_: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
    """Say on one line what went wrong with one connection; the others go on."""
    problem = context.get("exception") or context["message"]
    print(f"sitegen: preview: {problem!r}", file=sys.stderr)


def _allow_files() -> None:
    """Let the process have as many connections as it may: some systems begin with 256 files."""
    if _HAS_LIMITS:
        soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
        wanted = MOST_CONNECTIONS + _SPARE_FILES
        if soft != resource.RLIM_INFINITY and soft < wanted:
            most = wanted if hard == resource.RLIM_INFINITY else min(wanted, hard)
            with suppress(ValueError, OSError):
                resource.setrlimit(resource.RLIMIT_NOFILE, (most, hard))
