"""A site on this machine, served as GitHub Pages serves one, from address to address.

Seen of GitHub Pages: ``ETag`` and ``Last-Modified`` (the time of the deployment, for every file),
304 for who has the file, ``max-age=600``, and 301 from the addresses that a site had before.
"""

import threading
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from email.utils import format_datetime, parsedate_to_datetime
from hashlib import blake2b
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from tests.conformance.pages_host import Answer, PagesHost

# Two hosts that both lead here: a site can move from one to the other.
HOSTS = ("localhost", "127.0.0.1")


class Folder(Mapping[str, bytes]):
    """The files of a folder by their paths in it, read when they are asked for."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def __getitem__(self, name: str) -> bytes:
        try:
            return self.root.joinpath(name).read_bytes()
        except OSError:
            raise KeyError(name) from None

    def __contains__(self, name: object) -> bool:
        return self.root.joinpath(str(name)).is_file()

    def __iter__(self) -> Iterator[str]:
        files = (path for path in self.root.rglob("*") if path.is_file())
        return (path.relative_to(self.root).as_posix() for path in files)

    def __len__(self) -> int:
        return sum(1 for _ in self)


class Loopback:
    """Serves what was deployed last; ``base_urls`` are all that the site has had, newest last."""

    def __init__(self) -> None:
        site = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self) -> None:
                site.answer(self)

            def log_message(self, *_: object) -> None:
                pass

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = True
        self._thread = threading.Thread(target=self._server.serve_forever, daemon=True)
        self._thread.start()
        self.port = self._server.server_address[1]
        self.base_urls: list[str] = []
        self.statuses: list[tuple[str, int]] = []
        self._files = Folder(Path())
        self._deployed = datetime.fromtimestamp(0, UTC)

    def make_url(self, host: str, path: str) -> str:
        """Return an address at one of the hosts."""
        return f"http://{host}:{self.port}{path}"

    def deploy(self, output: Path, base_url: str, moment: datetime) -> None:
        """Serve a folder from now on at an address, to which the former ones lead."""
        if base_url in self.base_urls:
            self.base_urls.remove(base_url)
        self.base_urls.append(base_url)
        self._files, self._deployed = Folder(output), moment

    def close(self) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    def answer(self, request: BaseHTTPRequestHandler) -> None:
        """Answer a request and note its status."""
        url = f"http://{request.headers['Host']}{request.path}"
        answer = self._find(url, request.path)
        tag = f'"{blake2b(answer.data, digest_size=8).hexdigest()}"'
        if answer.status == 200 and self._is_known(request, tag):
            answer = Answer(304, answer.media_type, b"")
        self.statuses.append((url, answer.status))
        request.send_response(answer.status)
        if answer.location:
            request.send_header("Location", answer.location)
        if answer.status in {200, 304}:
            request.send_header("ETag", tag)
            request.send_header("Last-Modified", format_datetime(self._deployed, usegmt=True))
            request.send_header("Cache-Control", "max-age=600")
        if answer.status != 304:
            request.send_header("Content-Type", answer.media_type)
            request.send_header("Content-Length", str(len(answer.data)))
        request.end_headers()
        request.wfile.write(answer.data)

    def _find(self, url: str, path: str) -> Answer:
        """Return what stands at an address, or where the site has gone from it."""
        base = max((one for one in self.base_urls if url.startswith(one)), key=len, default="")
        if base and base != self.base_urls[-1]:
            return Answer(301, "text/html", b"", self.base_urls[-1] + url.removeprefix(base))
        base_path = "/" + self.base_urls[-1].split("/", 3)[3]
        return PagesHost(self._files, base_path).get(path)

    def _is_known(self, request: BaseHTTPRequestHandler, tag: str) -> bool:
        """Tell whether who asks has the file already (RFC 9110, 13.2.2: the tag goes first)."""
        if tags := request.headers["If-None-Match"]:
            return tag in tags
        since = request.headers["If-Modified-Since"]
        return bool(since) and self._deployed <= parsedate_to_datetime(since)
