"""A hub is told of the feeds over HTTP, by a person's command only."""

import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from urllib.parse import parse_qsl

import pytest

from sitegen.app.cli import main


class Hub(BaseHTTPRequestHandler):
    """Notes what it is told; at /full it has no room."""

    told: list[tuple[str, str]] = []  # noqa: RUF012 - each test has its own

    def do_POST(self) -> None:
        data = self.rfile.read(int(self.headers["Content-Length"]))
        type(self).told += parse_qsl(data.decode())
        self.send_response(503 if self.path == "/full" else 204)
        self.end_headers()
        self.wfile.write(b"no\n room" if self.path == "/full" else b"")

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name is theirs
        """Say nothing."""


@pytest.fixture
def hub(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    monkeypatch.setenv("no_proxy", "127.0.0.1")
    monkeypatch.setattr(Hub, "told", [])
    with HTTPServer(("127.0.0.1", 0), Hub) as http:
        thread = threading.Thread(target=http.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{http.server_port}"
        http.shutdown()
        thread.join()


def make_site(folder: Path, hub: str) -> Path:
    (folder / "seeds").mkdir()
    text = f'[site]\nbase_url = "https://example.org/news"\n[feeds]\nhub = "{hub}"\n'
    (folder / "sitegen.toml").write_text(text, "utf-8")
    return folder


def test_the_hub_is_told_of_the_feeds_that_name_it(
    tmp_path: Path, hub: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["ping", "-s", str(make_site(tmp_path, f"{hub}/")), "--json"]) == 0

    feeds = [
        f"https://example.org/news/{folder}{name}"
        for folder in ("", "digest/")
        for name in ("rss.xml", "atom.xml", "feed.json")
    ]
    assert [("hub.mode", "publish"), *(("hub.url", feed) for feed in feeds)] == Hub.told
    told = json.loads(capsys.readouterr().out)
    assert (told["hub"], told["feeds"]) == (f"{hub}/", feeds)


def test_a_build_tells_nobody(tmp_path: Path, hub: str) -> None:
    assert main(["build", "-q", "-s", str(make_site(tmp_path, f"{hub}/"))]) == 0

    assert not Hub.told


@pytest.mark.parametrize(
    ("path", "message"),
    [("/full", "answers 503 (no room); try again later"), (":1/", "does not answer (")],
)
def test_a_hub_that_does_not_take_it_is_named(
    tmp_path: Path, hub: str, path: str, message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    address = hub.rpartition(":")[0] + path if path.startswith(":") else hub + path

    assert main(["ping", "-s", str(make_site(tmp_path, address))]) == 1
    assert f"sitegen: {address}: {message}" in capsys.readouterr().err


def test_without_a_hub_there_is_nobody_to_tell(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["ping", "-s", str(make_site(tmp_path, ""))]) == 2
    assert "name one as hub under [feeds]" in capsys.readouterr().err
