import json
import socket
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, closing
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path
from threading import Thread

import pytest

from sitegen.app.preview import connection as connection_module
from sitegen.app.preview.request import allow_hosts
from sitegen.app.preview.server import Server, open_socket, serve_site
from sitegen.app.preview.site import read_hashes
from sitegen.errors import UsageError

WriteSite = Callable[[Path, Mapping[str, bytes]], None]
BASE = "/news/"
PAGES = {
    "index.html": b"<body>front</body>",
    "404.html": b"<body>nowhere</body>",
    "articles/a/index.html": b"<body>article a</body>",
    "articles/b/index.html": b"<body>article b</body>",
    "tags/\xe5land/index.html": b"<body>islands</body>",
    "rss.xml": b"<rss/>",
    "feed.json": b"{}",
    "assets/site.css": b"p{}",
}


class Preview:
    """A running preview, and the folder that it shows."""

    def __init__(self, output: Path, server: Server, port: int, write_site: WriteSite) -> None:
        self.output, self.server, self.port = output, server, port
        self._write_site = write_site

    def publish(self, changes: dict[str, bytes], failure: str = "") -> None:
        self.server.begin_build()
        self.write(changes)
        self.server.end_build(BASE, read_hashes(self.output), failure)

    def write(self, changes: dict[str, bytes]) -> None:
        self._write_site(self.output, PAGES | changes)

    def ask(
        self, path: str, method: str = "GET", fields: dict[str, str] | None = None
    ) -> tuple[HTTPResponse, bytes]:
        with closing(HTTPConnection("127.0.0.1", self.port, timeout=20)) as connection:
            connection.request(method, path, headers=fields or {})
            response = connection.getresponse()
            return response, response.read()

    def listen(self, page: str) -> "Listener":
        return Listener(self.port, page, self.ask(page)[1].decode())


class Listener:
    """What a browser does that has a page open."""

    def __init__(self, port: int, page: str, html: str) -> None:
        stream, token, version = (
            html.partition(f'data-{name}="')[2].partition('"')[0]
            for name in ("stream", "token", "version")
        )
        self._connection = HTTPConnection("127.0.0.1", port, timeout=20)
        self._connection.request("GET", f"{stream}?page={page}&version={version}&token={token}")
        self._response = self._connection.getresponse()
        self.status = self._response.status

    def read_event(self) -> tuple[str, str]:
        """The next event's name and data; of a comment the name is empty."""
        lines = iter(lambda: self._response.readline().decode().rstrip("\n"), "")
        fields = dict(line.split(":", 1) for line in lines)
        return fields.get("event", "").strip(), fields.get("data", "").strip()

    def close(self) -> None:
        self._response.close()
        self._connection.close()


@pytest.fixture
def empty(tmp_path: Path, write_site: WriteSite) -> Iterator[Preview]:
    output = tmp_path / "output"
    listening = open_socket("127.0.0.1", 0)
    port = listening.getsockname()[1]
    with serve_site(listening, allow_hosts("127.0.0.1"), output, BASE, {}) as server:
        yield Preview(output, server, port, write_site)


@pytest.fixture
def preview(empty: Preview) -> Preview:
    empty.publish({})
    return empty


@pytest.mark.parametrize(
    ("path", "status", "kind", "text"),
    [
        ("/news/", 200, "text/html; charset=utf-8", b"front"),
        ("/news/index.html", 200, "text/html; charset=utf-8", b"front"),
        ("/news/articles/a/", 200, "text/html; charset=utf-8", b"article a"),
        ("/news/tags/%C3%A5land/?x=1", 200, "text/html; charset=utf-8", b"islands"),
        ("/news/rss.xml", 200, "application/xml", b"<rss/>"),
        ("/news/feed.json", 200, "application/json; charset=utf-8", b"{}"),
        ("/news/assets/site.css", 200, "text/css; charset=utf-8", b"p{}"),
        ("/news/nothing", 404, "text/html; charset=utf-8", b"nowhere"),
        ("/news/articles/", 404, "text/html; charset=utf-8", b"nowhere"),
        ("/elsewhere/", 404, "text/html; charset=utf-8", b"nowhere"),
    ],
)
def test_the_site_is_served_below_its_path(
    preview: Preview, path: str, status: int, kind: str, text: bytes
) -> None:
    response, body = preview.ask(path)

    assert (response.status, response.headers["Content-Type"]) == (status, kind)
    assert text in body
    assert response.headers["Content-Length"] == str(len(body))


@pytest.mark.parametrize(
    ("path", "location"),
    [
        ("/news", "/news/"),
        ("/", "/news/"),
        ("/news/articles/a", "/news/articles/a/"),
        ("/news/articles/a?x=1", "/news/articles/a/?x=1"),
        ("/news/tags/%C3%A5land", "/news/tags/%C3%A5land/"),
    ],
)
def test_a_folder_is_redirected_to_its_address(preview: Preview, path: str, location: str) -> None:
    response, _ = preview.ask(path)

    assert (response.status, response.headers["Location"]) == (301, location)


@pytest.mark.parametrize(
    "path",
    [
        "/news/.sitegen-manifest",
        "/news/../secret.txt",
        "/news/%2e%2e/secret.txt",
        "/news/..%2fsecret.txt",
        "/news/articles/..%5c..%5csecret.txt",
        "/news//etc/passwd",
        "/news/%00",
        "/news/secret.txt",
        "/news/link.txt",
        "/news/.git/config",
        "//evil.example/news/articles/a",
    ],
)
def test_nothing_but_the_site_can_be_reached(preview: Preview, path: str) -> None:
    (preview.output.parent / "secret.txt").write_text("secret", encoding="utf-8")
    (preview.output / "secret.txt").write_text("secret", encoding="utf-8")
    (preview.output / "link.txt").symlink_to(preview.output.parent / "secret.txt")
    (preview.output / ".git").mkdir()
    (preview.output / ".git" / "config").write_text("secret", encoding="utf-8")
    preview.publish({})

    response, body = preview.ask(path)

    assert response.status == 404
    assert b"secret" not in body


def test_the_page_for_wrong_addresses_leads_into_the_preview(preview: Preview) -> None:
    home = b"https://ledger.example/news/"
    page = b'<link rel="canonical" href="%s404.html"><link rel="stylesheet" href="%sa.css">'
    preview.publish({"404.html": page % (home, home)})

    body = preview.ask("/news/no/such/page")[1]

    assert b'rel="stylesheet" href="http://127.0.0.1:%d/news/a.css"' % preview.port in body
    assert home not in body


def test_only_the_head_is_sent_where_only_the_head_is_asked_for(preview: Preview) -> None:
    whole, body = preview.ask("/news/")
    response, nothing = preview.ask("/news/", "HEAD")

    assert response.headers["Content-Length"] == whole.headers["Content-Length"] == str(len(body))
    assert nothing == b""


def test_answers_are_kept_nowhere_and_open_to_nobody_else(preview: Preview) -> None:
    response, _ = preview.ask("/news/")

    assert response.headers["Cache-Control"] == "no-store"
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    assert response.headers["Cross-Origin-Resource-Policy"] == "same-origin"
    assert response.headers["Access-Control-Allow-Origin"] is None


@pytest.mark.parametrize(
    ("method", "fields", "status"),
    [
        ("POST", {}, 405),
        ("GET", {"Host": "evil.example"}, 421),
        ("GET", {"Origin": "http://evil.example"}, 403),
        ("GET", {"X-Long": "x" * 20_000}, 431),
    ],
)
def test_who_is_refused_is_told_why(
    preview: Preview, method: str, fields: dict[str, str], status: int
) -> None:
    response, body = preview.ask("/news/", method, fields)

    assert response.status == status
    assert body.endswith(b"\n")


def test_before_the_first_build_a_page_says_so_and_reloads(empty: Preview) -> None:
    response, body = empty.ask("/news/")
    listener = empty.listen("/news/")
    empty.publish({})

    assert response.status == 503
    assert b"for the first time" in body
    assert listener.read_event() == ("", "")
    assert listener.read_event()[0] == "reload"
    listener.close()


def test_where_the_first_build_fails_a_page_says_why(empty: Preview) -> None:
    empty.server.begin_build()
    empty.server.end_build(BASE, {}, "sitegen.toml: no title <b>")
    response, body = empty.ask("/news/")

    assert response.status == 500
    assert b"sitegen.toml: no title &lt;b&gt;" in body


def test_the_pages_concerned_reload_and_no_others(preview: Preview) -> None:
    with closing(preview.listen("/news/articles/a/")) as a, closing(preview.listen("/news/")) as b:
        assert (a.read_event(), b.read_event()) == (("", ""), ("", ""))

        preview.publish({"articles/a/index.html": b"<body>changed</body>"})
        assert a.read_event()[0] == "reload"
        assert b.read_event()[0] == ""

        preview.publish({"articles/a/index.html": b"<body>changed</body>", "index.html": b"new"})
        assert a.read_event()[0] == ""
        assert b.read_event()[0] == "reload"


def test_a_page_that_comes_into_being_or_goes_reloads_too(preview: Preview) -> None:
    with closing(preview.listen("/news/new/")) as listener:
        assert listener.read_event() == ("", "")
        preview.publish({"new/index.html": b"<body>new</body>"})
        assert listener.read_event()[0] == "reload"
        preview.publish({})
        assert listener.read_event()[0] == "reload"


def test_who_missed_a_build_reloads_at_once(preview: Preview) -> None:
    html = preview.ask("/news/articles/a/")[1].decode()
    preview.publish({"articles/a/index.html": b"<body>changed</body>"})

    with closing(Listener(preview.port, "/news/articles/a/", html)) as late:
        assert late.read_event()[0] == "reload"


def test_all_pages_show_why_a_build_failed_until_it_is_mended(preview: Preview) -> None:
    with closing(preview.listen("/news/")) as listener:
        assert listener.read_event() == ("", "")
        preview.publish({}, failure="templates/base.html:3: no such filter\nsecond line")

        name, data = listener.read_event()
        assert name == "problem"
        assert json.loads(data) == "templates/base.html:3: no such filter\nsecond line"
        with closing(preview.listen("/news/articles/a/")) as other:
            assert other.read_event()[0] == "problem"
        preview.publish({})
        assert listener.read_event()[0] == "mended"
    assert b"front" in preview.ask("/news/")[1]


@pytest.mark.parametrize(
    ("query", "fields"),
    [
        ("", {}),
        ("?page=/news/&version=", {}),
        ("?page=/news/&version=&token=wrong", {}),
        ("?page=/news/&version=&token={token}", {"Origin": "http://evil.example"}),
        ("?page=/news/&version=&token={token}", {"Sec-Fetch-Site": "cross-site"}),
        ("?page=/news/&version=&token={token}", {"Sec-Fetch-Site": "same-site"}),
    ],
)
def test_changes_are_told_to_pages_of_this_preview_only(
    preview: Preview, query: str, fields: dict[str, str]
) -> None:
    token = preview.ask("/news/")[1].decode().partition('data-token="')[2].partition('"')[0]

    response, _ = preview.ask(f"/news/.sitegen/changes{query.format(token=token)}", fields=fields)

    assert response.status == 403
    assert token


def test_a_script_of_another_page_learns_no_token(preview: Preview) -> None:
    response, script = preview.ask("/news/.sitegen/reload.js")
    token = preview.ask("/news/")[1].partition(b'data-token="')[2].partition(b'"')[0]

    assert response.status == 200
    assert token not in script


def test_a_reader_gets_no_page_of_a_build_that_is_not_whole_yet(preview: Preview) -> None:
    answers: list[bytes] = []
    preview.server.begin_build()
    preview.write({"articles/a/index.html": b"<body>changed</body>"})
    reader = Thread(target=lambda: answers.append(preview.ask("/news/articles/a/")[1]))
    reader.start()

    assert b"article b" in preview.ask("/news/articles/b/")[1]
    reader.join(timeout=0.2)
    assert answers == []
    preview.server.end_build(BASE, read_hashes(preview.output), "")
    reader.join()
    assert b"changed" in answers[0]


def test_a_site_that_moves_to_another_path_is_served_there(preview: Preview) -> None:
    preview.server.end_build("/", read_hashes(preview.output), "")

    assert b"article a" in preview.ask("/articles/a/")[1]


def test_hundreds_of_connections_are_answered_while_others_say_nothing(preview: Preview) -> None:
    address = ("127.0.0.1", preview.port)
    request = b"GET /news/ HTTP/1.1\r\nHost: localhost\r\n\r\n"
    with ExitStack() as stack:
        silent = [stack.enter_context(socket.create_connection(address)) for _ in range(200)]
        silent[0].sendall(request[:10])
        asking = [stack.enter_context(socket.create_connection(address)) for _ in range(500)]
        for _ in range(4):
            for one in asking:
                one.sendall(request)
            for one in asking:
                assert one.recv(100).startswith(b"HTTP/1.1 200 OK\r\n")
                while not one.recv(4096).endswith(b"</body>"):
                    pass


def test_one_connection_too_many_is_told_so(
    preview: Preview, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connection_module, "MOST_CONNECTIONS", 0)

    assert preview.ask("/news/")[0].status == 503


def test_who_says_nothing_makes_room(preview: Preview, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connection_module, "_PATIENCE_SECONDS", 0.05)

    with socket.create_connection(("127.0.0.1", preview.port), timeout=20) as silent:
        silent.sendall(b"GET / HT")
        assert silent.recv(10) == b""


def test_one_listener_too_many_comes_back_later(
    preview: Preview, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connection_module, "_MOST_STREAMS", 0)

    with closing(preview.listen("/news/")) as listener:
        assert listener.status == 200
        assert listener._response.read() == b"retry: 30000\n\n"


def test_a_port_that_is_taken_and_a_host_that_is_none_get_a_message() -> None:
    with closing(open_socket("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(UsageError, match=rf"^127\.0\.0\.1:{port}: .*in use; choose another"):
            open_socket("127.0.0.1", port)
    with pytest.raises(UsageError, match=r"^--host: 'no\.such\.host\.invalid' is no"):
        open_socket("no.such.host.invalid", 0)
