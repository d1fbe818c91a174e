import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import urlopen

from tests.unmeasured import leave_unmeasured

ROOT = Path(__file__).parents[2]
CONFIG = '[site]\ntitle = "The Orle Lantern"\nbase_url = "https://example.org/news/"\n'


@contextmanager
def serving(site: Path, *arguments: str) -> Iterator[tuple["subprocess.Popen[str]", str]]:
    """Run the server as a process of its own; its lines go to serve.log beside the site."""
    log = site.parent / "serve.log"
    (site / "sitegen.toml").write_text(CONFIG, encoding="utf-8")
    with log.open("w", encoding="utf-8") as out:
        process = subprocess.Popen(
            [sys.executable, "-u", "-m", "sitegen", "serve", "-s", site, "--port", "0", *arguments],
            cwd=ROOT,
            stdout=out,
            stderr=out,
            text=True,
            env=leave_unmeasured(),
        )
        try:
            wait_for(lambda: "Ctrl-C ends" in read(log))
            url = read(log).partition("serving ")[2].partition("\n")[0]
            yield process, url
        finally:
            process.send_signal(signal.SIGINT)
            process.wait(timeout=30)


def read(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def wait_for(is_true: Callable[[], bool], seconds: float = 30) -> None:
    end = time.monotonic() + seconds
    while not is_true():
        assert time.monotonic() < end
        time.sleep(0.05)


def fetch(url: str) -> str:
    try:
        with urlopen(url, timeout=10) as response:  # noqa: S310 - our own server
            return str(response.read().decode())
    except HTTPError as error:
        return str(error.read().decode())


def test_the_site_is_served_below_the_path_of_its_base_url_and_follows_changes(site: Path) -> None:
    with serving(site) as (process, url):
        assert url.startswith("http://127.0.0.1:")
        assert url.endswith("/news/")
        assert "The Orle Lantern" in fetch(url)

        (site / "sitegen.toml").write_text(CONFIG + "description = 'New words'", encoding="utf-8")
        wait_for(lambda: "New words" in fetch(url))

        process.send_signal(signal.SIGINT)
        assert process.wait(timeout=5) == 130
    assert "Traceback" not in read(site.parent / "serve.log")


def test_the_script_that_reloads_is_no_part_of_the_site(site: Path) -> None:
    with serving(site) as (_, url):
        assert "/news/.sitegen/reload.js" in fetch(url)

    pages = list((site / "output").rglob("*.html"))
    assert pages
    assert not any("reload.js" in read(page) for page in pages)


def test_a_build_that_fails_leaves_the_last_good_site(site: Path) -> None:
    log = site.parent / "serve.log"
    with serving(site) as (_, url):
        (site / "sitegen.toml").write_text("[site]\ntitel = 'x'", encoding="utf-8")
        wait_for(lambda: "did you mean 'title'?" in read(log))
        assert "The Orle Lantern" in fetch(url)


def test_a_site_that_could_never_be_built_is_served_with_the_reason(site: Path) -> None:
    (site / "templates").mkdir()
    (site / "templates" / "base.html").write_text("{% broken %}", encoding="utf-8")
    with serving(site) as (_, url):
        assert "<h1>The build failed</h1>" in fetch(url)
        assert "templates/base.html" in fetch(url)

        (site / "templates" / "base.html").unlink()
        wait_for(lambda: "The Orle Lantern" in fetch(url))


def test_a_port_that_is_none_or_taken_is_a_wrong_usage(site: Path) -> None:
    def complain(port: str) -> tuple[int, str]:
        done = subprocess.run(
            [sys.executable, "-m", "sitegen", "serve", "-s", site, "--port", port],
            cwd=ROOT,
            env=os.environ,
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        return done.returncode, done.stderr

    with serving(site) as (_, url):
        port = url.removeprefix("http://127.0.0.1:").partition("/")[0]
        status, told = complain(port)
        assert status == 2
        assert told.startswith(f"sitegen: 127.0.0.1:{port}: address already in use; choose another")
    status, told = complain("70000")
    assert status == 2
    assert told == "sitegen: --port: 70000 is no port; write a number from 0 to 65535\n"
    status, told = complain("eight")
    assert status == 2
    assert told.startswith("sitegen: --port: 'eight' is no port; write a number from 0 to 65535")
