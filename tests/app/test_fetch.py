"""A site that is published is asked over HTTP, from a real server on this machine."""

import shutil
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from sitegen.app import fetch
from sitegen.app.cli import main
from sitegen.app.fetch import fetch_published
from sitegen.errors import SitegenError
from tests.check.planted import BASE_URL, FERRY, FINISHED, MOVED, TRAM

AS_OF = ("--as-of", "2024-06-20")


class Quiet(SimpleHTTPRequestHandler):
    """Serves a folder at /news/ as a host of static files does, and some odd answers."""

    def do_GET(self) -> None:
        if self.path == "/broken/":
            self.send_error(500)
        elif self.path.startswith("/elsewhere/"):
            self.send_response(302)
            self.send_header("Location", "ftp://files.example/")
            self.end_headers()
        elif self.path.startswith("/cut/"):
            self.send_response(200)
            self.send_header("Content-Length", "1000")
            self.end_headers()
            self.wfile.write(b"<!DOC")
        else:
            self.path = self.path.removeprefix("/news")
            super().do_GET()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name is theirs
        """Say nothing: the tests' own words are enough."""


@pytest.fixture
def published(tmp_path: Path) -> Path:
    return Path(shutil.copytree(FINISHED, tmp_path / "published"))


@pytest.fixture
def server(published: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """The address of a server that has the published site, without its last slash."""
    monkeypatch.setenv("no_proxy", "127.0.0.1")
    monkeypatch.setattr(Quiet, "protocol_version", "HTTP/1.0")
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(published))) as http:
        thread = threading.Thread(target=http.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{http.server_port}"
        http.shutdown()
        thread.join()


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A site whose output is the published one, not yet changed."""
    folder = tmp_path / "site"
    shutil.copytree(FINISHED, folder / "output")
    (folder / "seeds").mkdir()
    return folder


def check(site: Path, against: str) -> int:
    return main(["check", "-s", str(site), "-b", BASE_URL, *AS_OF, "--against", against])


def test_pages_feeds_and_ids_are_found_from_the_front_page_on(server: str) -> None:
    found = fetch_published(f"{server}/news")

    assert found
    assert found.base_url == BASE_URL
    assert found.paths == {"index.html", "atom.xml", FERRY, TRAM}
    assert [item.id for feed in found.feeds for item in feed.items] == [
        "tag:example.org,2024:2",
        "tag:example.org,2024:1",
    ]


def test_archives_and_parts_of_a_sitemap_are_followed_each_once(
    server: str, published: Path
) -> None:
    atom = (published / "atom.xml").read_text(encoding="utf-8")
    link = f'<link rel="prev-archive" href="{BASE_URL}feeds/archive/1.xml"/>'
    archive = atom.replace("2024:2", "2024:0").replace("</author>", f"</author>{link}")
    (published / "feeds" / "archive").mkdir(parents=True)
    (published / "feeds" / "archive" / "1.xml").write_text(archive, encoding="utf-8")
    (published / "atom.xml").write_text(
        atom.replace("</author>", f"</author>{link}"), encoding="utf-8"
    )
    (published / "sitemaps").mkdir()
    (published / "sitemap.xml").rename(published / "sitemaps" / "1.xml")
    (published / "sitemap.xml").write_text(
        '<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><sitemap>'
        f"<loc>{BASE_URL}sitemaps/1.xml</loc></sitemap></sitemapindex>",
        encoding="utf-8",
    )

    found = fetch_published(f"{server}/news/")

    assert found
    assert {FERRY, TRAM, "feeds/archive/1.xml"} <= found.paths
    assert {item.id for feed in found.feeds for item in feed.items} == {
        f"tag:example.org,2024:{number}" for number in range(3)
    }


def test_a_site_that_keeps_its_promises_passes(
    server: str, site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert check(site, f"{server}/news/") == 0
    assert capsys.readouterr().out.endswith(" files examined: 0 errors, 0 warnings\n")


def test_a_lost_page_fails_against_an_address_and_against_a_folder(
    server: str, site: Path, published: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.rmtree(site / "output" / MOVED.removesuffix("/index.html"))
    shutil.rmtree(site / "output" / TRAM.removesuffix("/index.html"))

    assert check(site, f"{server}/news/") == 1
    by_address = capsys.readouterr().out
    assert check(site, str(published)) == 1
    by_folder = capsys.readouterr().out

    lost = f"output/{TRAM}: error: was published and is not there any more; "
    assert lost in by_address
    assert lost in by_folder
    # What no sitemap names cannot be known from outside.
    assert f"output/{MOVED}: error: was published" in by_folder
    assert MOVED not in by_address


def test_before_the_first_publication_there_is_nothing_to_compare(
    server: str, site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert check(site, f"{server}/nothing/") == 0
    assert (
        f"{server}/nothing/: note: nothing is published there yet, so nothing was compared\n"
        in capsys.readouterr().out
    )


@pytest.mark.parametrize("name", ["", "seeds"])
def test_a_folder_without_a_front_page_is_no_site_that_anything_is_kept_of(
    name: str, site: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (site / "seeds").mkdir(exist_ok=True)
    (site / "seeds" / "ferry.txt").write_text("Ferry late", "utf-8")
    monkeypatch.chdir(site)

    assert check(site, name) == 2
    assert f"--against: {name or repr(name)}: there is no site there" in capsys.readouterr().err


def test_a_folder_without_a_site_is_a_wrong_argument(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert check(site, "nowhere") == 2
    assert capsys.readouterr().err == (
        "sitegen: --against: nowhere: there is no site there; name a folder or a web address\n"
    )


WAY_OUT = "try again later, or compare with a folder"


@pytest.mark.parametrize(
    ("place", "told"),
    [
        ("broken", f"answers 500; {WAY_OUT}"),
        ("elsewhere", f"does not answer (unknown url type: ftp); {WAY_OUT}"),
        ("cut", f"breaks off in the middle; {WAY_OUT}"),
    ],
)
def test_a_server_that_fails_is_told_in_one_line(
    server: str, site: Path, place: str, told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert check(site, f"{server}/{place}") == 1

    [line] = capsys.readouterr().err.splitlines()
    assert line.startswith(f"sitegen: {server}/{place}/: {told}")


def test_a_server_that_is_not_there_is_told(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert check(site, "http://127.0.0.1:9/news/") == 1
    assert "sitegen: http://127.0.0.1:9/news/: does not answer (" in capsys.readouterr().err


def test_an_answer_without_an_end_is_cut_off(server: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fetch, "LARGEST", 100)

    with pytest.raises(SitegenError, match="is larger than 0 MB; compare with a folder"):
        fetch_published(f"{server}/news/")
