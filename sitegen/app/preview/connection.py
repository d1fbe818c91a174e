"""Talk to browsers: one request after another, and the streams that tell of changes.

Nobody can hold the preview up: connections are counted, and each step has its time.
"""

import asyncio
import json
from asyncio import StreamReader, StreamWriter
from contextlib import suppress

from sitegen.app.preview.answer import (
    STREAM_HEAD,
    Answers,
    Listening,
    refuse,
    write_answer,
)
from sitegen.app.preview.request import HostList, RefusedError, Request, read_request
from sitegen.app.preview.state import State

MOST_CONNECTIONS = 1_000
LONGEST_HEAD = 16 * 2**10
_MOST_STREAMS = 200
# Whoever sends no whole request, or takes no answer, for this long makes room for others.
_PATIENCE_SECONDS = 15.0
_LINGER_SECONDS = 1.0
_HEAD_END = b"\r\n\r\n"
# A reader whom there is no room for asks again by itself.
_COME_BACK = b"retry: 30000\n\n"


class Reception:
    """Welcomes every connection of a preview."""

    def __init__(self, state: State, hosts: HostList) -> None:
        self._state = state
        self._hosts = hosts
        self._answers = Answers(state)
        self._connections = 0
        self._streams = 0

    async def welcome(self, reader: StreamReader, writer: StreamWriter) -> None:
        """Talk until either side has enough; what goes wrong ends this connection only."""
        self._connections += 1
        try:
            if self._connections <= MOST_CONNECTIONS:
                await self._converse(reader, writer)
            else:
                await _refuse(RefusedError(503, "too many connections"), reader, writer)
        except (OSError, asyncio.IncompleteReadError):
            pass  # whoever asked has gone, or was too slow
        finally:
            self._connections -= 1
            writer.close()

    async def _converse(self, reader: StreamReader, writer: StreamWriter) -> None:
        keeps_alive = True
        while keeps_alive:
            try:
                request = await self._read(reader)
                answer = await self._answers.find(request)
            except RefusedError as error:
                await _refuse(error, reader, writer)
                return
            if isinstance(answer, Listening):
                await self._tell_changes(answer, reader, writer)
                return
            keeps_alive = request.keeps_alive
            with_body = request.method == "GET"
            await _send(writer, write_answer(answer, with_body=with_body, keeps_alive=keeps_alive))

    async def _read(self, reader: StreamReader) -> Request:
        try:
            async with asyncio.timeout(_PATIENCE_SECONDS):
                head = await reader.readuntil(_HEAD_END)
        except asyncio.LimitOverrunError:
            raise RefusedError(431, "the head of the request is too long") from None
        return read_request(head, self._hosts)

    async def _tell_changes(
        self, listening: Listening, reader: StreamReader, writer: StreamWriter
    ) -> None:
        """Send an event whenever the reader's page is another one, until they leave."""
        await _send(writer, STREAM_HEAD)
        if self._streams == _MOST_STREAMS:
            await _send(writer, _COME_BACK)
            return
        self._streams += 1
        leaving = asyncio.ensure_future(reader.read())
        try:
            version, failure = listening.version, ""
            while not leaving.done():
                change = asyncio.ensure_future(self._state.change())
                now = self._state.find_version(listening.path)
                events = _list_events(failure, self._state.failure, is_other=now != version)
                version, failure = now, self._state.failure
                await _send(writer, events.encode())
                await asyncio.wait(
                    {leaving, change},
                    timeout=_PATIENCE_SECONDS,
                    return_when=asyncio.FIRST_COMPLETED,
                )
                change.cancel()
        finally:
            leaving.cancel()
            self._streams -= 1


def _list_events(before: str, failure: str, *, is_other: bool) -> str:
    r"""Return what a reader is to be told, as server-sent events; a comment where it is nothing.

    https://html.spec.whatwg.org/multipage/server-sent-events.html

    >>> _list_events("", "", is_other=False), _list_events("", "no title", is_other=False)
    (':\n\n', 'event: problem\ndata: "no title"\n\n')
    """
    events = ""
    if failure and failure != before:
        events += f"event: problem\ndata: {json.dumps(failure)}\n\n"
    if before and not failure:
        events += "event: mended\ndata:\n\n"
    if is_other:
        events += "event: reload\ndata:\n\n"
    return events or ":\n\n"


async def _refuse(error: RefusedError, reader: StreamReader, writer: StreamWriter) -> None:
    """Say why, and wait a little: closing while there is more to read would cost them the words."""
    await _send(writer, write_answer(refuse(error), with_body=True, keeps_alive=False))
    with suppress(TimeoutError):
        async with asyncio.timeout(_LINGER_SECONDS):
            writer.write_eof()
            while await reader.read(LONGEST_HEAD):
                pass


async def _send(writer: StreamWriter, data: bytes) -> None:
    writer.write(data)
    async with asyncio.timeout(_PATIENCE_SECONDS):
        await writer.drain()
