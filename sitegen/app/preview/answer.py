"""What the preview answers: pages, files, redirects and messages, as bytes for the wire."""

import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from http import HTTPStatus
from importlib.resources import files
from urllib.parse import parse_qsl, quote

from sitegen.app.manifest import digest_file
from sitegen.app.preview.page import Reloading, add_reloading, bring_home, write_message
from sitegen.app.preview.request import RefusedError, Request
from sitegen.app.preview.site import NOT_FOUND_NAME, Moved, find_type, read_published
from sitegen.app.preview.state import State

# Hidden names are never published, so these collide with no page.
_SCRIPT = ".sitegen/reload.js"
_STREAM = ".sitegen/changes"
_HTML = "text/html; charset=utf-8"
_FIELDS = (
    "Cache-Control: no-store\r\n"
    "Content-Security-Policy: frame-ancestors 'self'\r\n"
    "Cross-Origin-Resource-Policy: same-origin\r\n"
    "Referrer-Policy: no-referrer\r\n"
    "X-Content-Type-Options: nosniff\r\n"
)


@dataclass(frozen=True, slots=True)
class Answer:
    """A whole answer but for the fields that every one has."""

    status: int
    kind: str
    body: bytes
    fields: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Listening:
    """The answer to a page that wants to hear of its changes."""

    path: str
    version: str


class Answers:
    """Finds the answer to each request from the state of the preview."""

    def __init__(self, state: State) -> None:
        self._state = state
        self._token = secrets.token_urlsafe(16)
        self._script = files("sitegen.app.preview").joinpath("reload.js").read_bytes()

    async def find(self, request: Request) -> Answer | Listening:
        """Return the answer to a request. Raise RefusedError."""
        base = self._state.base
        if request.path == base + _SCRIPT:
            return Answer(200, find_type(_SCRIPT), self._script)
        if request.path == base + _STREAM:
            return self._listen(request)
        found = self._state.find(request.path)
        if isinstance(found, Moved):
            query = f"?{request.query}" if request.query else ""
            location = quote(base + found.address) + query
            return Answer(301, _HTML, write_message("Moved", location), {"Location": location})
        if found:
            answer = await self._send(request, found.name, 200)
            if answer:
                return answer
        return await self._send(request, NOT_FOUND_NAME, 404) or self._miss(request)

    def _listen(self, request: Request) -> Listening:
        """Return the stream for one of our own pages: only they were told the token."""
        asked = dict(parse_qsl(request.query, keep_blank_values=True))
        is_own = secrets.compare_digest(asked.get("token", "").encode(), self._token.encode())
        # Browsers say so of themselves where the request comes from; other programs say nothing.
        if not is_own or request.fields.get("sec-fetch-site", "same-origin") != "same-origin":
            raise RefusedError(403, "only the pages of this preview may listen to their changes")
        return Listening(asked.get("page", ""), asked.get("version", ""))

    async def _send(self, request: Request, name: str, status: int) -> Answer | None:
        """Return a published file, as one build made it: what is newer waits for the whole site."""
        data = read_published(self._state.output, name)
        if data is None or not self._is_published(name, data):
            await self._state.rest()
            data = read_published(self._state.output, name)
        if data is None or name not in self._state.hashes:
            return None
        kind = find_type(name)
        if name == NOT_FOUND_NAME:
            data = bring_home(data, f"{_find_origin(request)}{quote(self._state.base)}")
        if kind == _HTML:
            data = self._dress(request, data)
        return Answer(status, kind, data)

    def _is_published(self, name: str, data: bytes) -> bool:
        return self._state.hashes.get(name) == digest_file(data)

    def _miss(self, request: Request) -> Answer:
        """Return a page of our own, for a site that is not there yet or has no 404 page."""
        if self._state.hashes:
            return self._say(request, 404, "Not found", "There is no such page.")
        if self._state.failure:
            return self._say(request, 500, "The build failed", self._state.failure)
        return self._say(request, 503, "One moment", "The site is being built for the first time.")

    def _say(self, request: Request, status: int, title: str, text: str) -> Answer:
        return Answer(status, _HTML, self._dress(request, write_message(title, text)))

    def _dress(self, request: Request, html: bytes) -> bytes:
        base = quote(self._state.base)
        reloading = Reloading(_find_origin(request), base + _SCRIPT, base + _STREAM, self._token)
        return add_reloading(html, reloading, self._state.find_version(request.path))


def _find_origin(request: Request) -> str:
    return f"http://{request.fields['host']}"


def refuse(error: RefusedError) -> Answer:
    """Return the answer to a request that gets no page."""
    fields = {"Allow": "GET, HEAD"} if error.status == HTTPStatus.METHOD_NOT_ALLOWED else {}
    return Answer(error.status, "text/plain; charset=utf-8", f"{error.reason}\n".encode(), fields)


def write_answer(answer: Answer, *, with_body: bool, keeps_alive: bool) -> bytes:
    """Return an answer as it goes over the wire."""
    fields = "".join(f"{name}: {value}\r\n" for name, value in answer.fields.items())
    head = (
        f"HTTP/1.1 {answer.status} {HTTPStatus(answer.status).phrase}\r\n"
        f"Content-Type: {answer.kind}\r\n"
        f"Content-Length: {len(answer.body)}\r\n"
        f"{_FIELDS}{fields}"
        f"Connection: {'keep-alive' if keeps_alive else 'close'}\r\n\r\n"
    )
    return head.encode("latin-1") + (answer.body if with_body else b"")


STREAM_HEAD = (
    "HTTP/1.1 200 OK\r\n"
    "Content-Type: text/event-stream; charset=utf-8\r\n"
    f"{_FIELDS}Connection: close\r\n\r\n"
).encode("latin-1")
