import os
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from datetime import date, datetime
from pathlib import Path
from threading import Thread

import pytest

from sitegen.app.arguments import parse_arguments
from sitegen.app.build_report import BuildReport
from sitegen.app.ears import Ears
from sitegen.app.files import Mark
from sitegen.app.live import Live
from tests.unmeasured import leave_unmeasured

ROOT = Path(__file__).parents[2]
ARTICLE = """\
Well Number {0} Runs Dry in Solanza

The old well number {0} in the village of Pell ran dry on Tuesday, and {0} goats looked down
into it for a long time, the mayor of Pell told a reporter at the {0} mile stone.

The provincial water board of district {0} promised a pump by the autumn and a barrel of water
for each of the {0} houses on the upper road until then.
"""


@contextmanager
def watching(site: Path, *arguments: str) -> Iterator["subprocess.Popen[str]"]:
    """Run the watcher as a process of its own; its lines go to watch.log beside the site."""
    log = site.parent / "watch.log"
    with log.open("w", encoding="utf-8") as out:
        process = subprocess.Popen(
            [sys.executable, "-u", "-m", "sitegen", "watch", "-s", str(site), *arguments],
            cwd=ROOT,
            env=leave_unmeasured(PYTHONPATH=str(ROOT)),
            stdout=out,
            stderr=out,
            text=True,
        )
        try:
            wait_for(lambda: "Ctrl-C ends" in log.read_text(encoding="utf-8"))
            yield process
        finally:
            process.send_signal(signal.SIGINT)
            process.wait(timeout=30)


def wait_for(is_true: Callable[[], bool], seconds: float = 30) -> None:
    end = time.monotonic() + seconds
    while not is_true():
        assert time.monotonic() < end
        time.sleep(0.05)


def count_builds(site: Path) -> int:
    log = (site.parent / "watch.log").read_text(encoding="utf-8")
    return sum(" new, " in line for line in log.splitlines())


def list_pages(site: Path) -> list[str]:
    return sorted(path.parent.name for path in (site / "output" / "articles").glob("*/index.html"))


def test_bursts_and_slow_writers_end_in_whole_pages_and_few_builds(site: Path) -> None:
    seeds = site / "seeds"
    seen: set[bytes] = set()
    with watching(site) as process:
        time.sleep(1.0)
        assert count_builds(site) == 1, "its own writes made it build again"
        text = ARTICLE.format("seventy").encode()
        half = len(text) // 2
        with (seeds / "slow.txt").open("wb", buffering=0) as slow:
            slow.write(text[:half])
            for number in range(20):
                (seeds / f"burst-{number}.txt").write_text(
                    ARTICLE.format(number * 1117), encoding="utf-8"
                )
                time.sleep(0.02)
                slow.write(text[half + number : half + number + 1])
            slow.write(text[half + 20 :])
        slow_page = site / "output" / "articles" / "well-number-seventy-runs-dry-in-solanza"

        def has_slow_page() -> bool:
            if (slow_page / "index.html").exists():
                seen.add((slow_page / "index.html").read_bytes())
            return bool(seen)

        wait_for(has_slow_page)
        builds = count_builds(site)
        time.sleep(1.0)
        has_slow_page()

        assert process.poll() is None
        assert count_builds(site) <= builds + 1
        assert builds <= 4
    (page,) = seen
    assert b"until then" in page
    assert b"ran dry on Tuesday" in page


def test_a_failing_build_is_told_and_the_watch_goes_on_with_the_last_good_site(site: Path) -> None:
    log = site.parent / "watch.log"
    with watching(site):
        pages = list_pages(site)
        (site / "sitegen.toml").write_text("[site]\ntitel = 'x'", encoding="utf-8")
        wait_for(lambda: "did you mean 'title'?" in log.read_text(encoding="utf-8"))
        assert list_pages(site) == pages

        (site / "sitegen.toml").write_text("[site]\ntitle = 'The Orle Lantern'", encoding="utf-8")
        front = site / "output" / "index.html"
        wait_for(lambda: "The Orle Lantern" in front.read_text(encoding="utf-8"))


def test_a_configuration_that_disappears_leaves_the_last_good_site_until_it_is_back(
    site: Path,
) -> None:
    config = site / "sitegen.toml"
    config.write_text('[site]\ntitle = "The Ledger"\n', encoding="utf-8")
    with watching(site):
        config.rename(site / "away.toml")
        log = site.parent / "watch.log"
        wait_for(lambda: "sitegen.toml: is there no more; put it back" in log.read_text("utf-8"))
        assert "The Ledger" in (site / "output" / "index.html").read_text("utf-8")

        (site / "away.toml").write_text('[site]\ntitle = "The Journal"\n', encoding="utf-8")
        (site / "away.toml").rename(config)
        wait_for(lambda: "The Journal" in (site / "output" / "index.html").read_text("utf-8"))


def test_words_that_come_and_change_are_said_at_once(site: Path) -> None:
    path = site / "templates" / "locale" / "en.po"
    page = site / "output" / "index.html"
    with watching(site):
        for word in ("All days", "All the days"):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(f'msgid "Archive"\nmsgstr "{word}"\n', encoding="utf-8")
            wait_for(lambda: f">{word}<" in page.read_text(encoding="utf-8"))  # noqa: B023 - at once


def test_a_seeds_folder_that_is_made_anew_is_watched_again(site: Path) -> None:
    with watching(site):
        (site / "seeds").rename(site / "old-seeds")
        time.sleep(0.6)
        (site / "seeds").mkdir()
        time.sleep(0.6)
        (site / "seeds" / "well.txt").write_text(ARTICLE.format("nine"), encoding="utf-8")

        wait_for(lambda: "well-number-nine-runs-dry-in-solanza" in list_pages(site))
        assert len(list_pages(site)) == 3


def test_a_seed_that_was_touched_takes_part_in_the_next_build(site: Path) -> None:
    """Of new times or permissions a system may tell nothing; the file is as it was."""
    with watching(site):
        os.utime(site / "seeds" / "ferry.txt")
        (site / "seeds" / "wire" / "strike.txt").chmod(0o600)
        time.sleep(0.6)
        builds = count_builds(site)
        (site / "seeds" / "well.txt").write_text(ARTICLE.format("nine"), encoding="utf-8")
        wait_for(lambda: builds < count_builds(site))

        log = (site.parent / "watch.log").read_text(encoding="utf-8")
        assert re.findall(r"^(\d+) articles in (\d+) seeds: (\d+) new", log, re.MULTILINE)[-1] == (
            ("4", "4", "1")
        )


def test_seeds_that_came_just_before_the_watch_are_in_its_first_build(site: Path) -> None:
    (site / "sitegen.toml").write_text("", encoding="utf-8")
    os.utime(site / "sitegen.toml", (1_700_000_000, 1_700_000_000))
    for seed in (site / "seeds").rglob("*.txt"):
        os.utime(seed)

    with watching(site):
        log = (site.parent / "watch.log").read_text(encoding="utf-8")

    assert "3 articles in 3 seeds" in log.splitlines()[0] + log.splitlines()[1]


def test_an_interrupt_ends_the_watch_at_once_with_130(site: Path) -> None:
    with watching(site) as process:
        process.send_signal(signal.SIGINT)

        assert process.wait(timeout=5) == 130
        assert "Traceback" not in (site.parent / "watch.log").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "module",
    ["sitegen.app.arguments", "sitegen.app.config", "watchdog.events", "sitegen.app.watch"],
)
def test_an_interrupt_from_the_terminal_while_it_starts_shows_no_traceback(
    site: Path, module: str
) -> None:
    """Ctrl-C reaches every process that the terminal has in its foreground.

    Python names each module that it has imported, so that the interrupt comes where it should
    on a fast and on a slow machine.  A process that the signal ended counts as 130 in a shell.
    """
    with subprocess.Popen(
        [sys.executable, "-X", "importtime", "-m", "sitegen", "watch", "-s", str(site)],
        cwd=ROOT,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
        env=leave_unmeasured(),
    ) as process:
        assert process.stderr is not None
        is_imported = any(line.split()[-1:] == [module] for line in process.stderr)
        os.killpg(process.pid, signal.SIGINT)

        _, told = process.communicate(timeout=30)

    assert is_imported
    assert process.returncode in {130, -signal.SIGINT}
    assert "Traceback" not in told


def test_a_watcher_that_waits_has_imported_nothing_that_reads_or_draws() -> None:
    code = "import sys, sitegen.app.watch, sitegen.app.live; print(*sys.modules)"

    told = subprocess.check_output(
        [sys.executable, "-c", code], cwd=ROOT, text=True, env=leave_unmeasured()
    )

    imported = set(told.split())
    readers = {"sitegen.ingest.parse", "sitegen.pipeline", "sitegen.publish", "sitegen.corpus"}
    assert "sitegen.app.watch" in imported
    assert imported & {*readers, "jinja2", "markdown", "lxml", "msgspec", "yaml"} == set()


def test_a_seed_that_comes_in_slow_pieces_is_read_once_and_whole(site: Path) -> None:
    text = ARTICLE.format("ten")
    pieces = [text[start : start + 150] for start in range(0, len(text), 150)]
    with watching(site):
        builds = count_builds(site)
        with (site / "seeds" / "well.txt").open("w", encoding="utf-8") as seed:
            for piece in pieces:
                seed.write(piece)
                seed.flush()
                time.sleep(0.4)
        wait_for(lambda: builds < count_builds(site))

        assert count_builds(site) == builds + 1
        page = site / "content" / "articles" / "well-number-ten-runs-dry-in-solanza.md"
        assert text.splitlines()[-1] in page.read_text(encoding="utf-8")


def count_whole(site: Path) -> int:
    """Count the pages of content/; one that was read half has no end."""
    pages = list((site / "content" / "articles").glob("*.md"))
    wells = [page.read_text(encoding="utf-8") for page in pages if "well" in page.name]
    assert all("until then" in well for well in wells)
    return len(pages)


def test_nothing_is_lost_and_nothing_read_half_however_files_arrive(site: Path) -> None:
    """In place, moved in, copied with their folders, by a temporary name, piece by piece."""
    seeds, elsewhere = site / "seeds", site.parent / "elsewhere"
    (elsewhere / "deep" / "deeper").mkdir(parents=True)

    def make(folder: Path, number: int) -> Path:
        path = folder / f"well-{number}.txt"
        path.write_text(ARTICLE.format(number * 1117), encoding="utf-8")
        return path

    def write_slowly(number: int) -> None:
        text = ARTICLE.format(number * 1117).encode()
        with (seeds / f"slow-{number}.txt").open("wb", buffering=0) as file:
            for start in range(0, len(text), 100):
                file.write(text[start : start + 100])
                time.sleep(0.3)

    with watching(site):
        builds = count_builds(site)
        slow = [Thread(target=write_slowly, args=(number,)) for number in range(900, 904)]
        for thread in slow:
            thread.start()
        for number in range(100):
            make(seeds, number)
        for number in range(100, 200):
            make(elsewhere, number).rename(seeds / f"moved-{number}.txt")
        for number in range(200, 300):
            make(elsewhere / "deep" / "deeper", number)
        subprocess.run(["cp", "-r", elsewhere / "deep", seeds / "copied"], check=True)
        (elsewhere / "deep").rename(seeds / "carried")
        for number in range(300, 400):
            part = make(seeds, number)
            part.rename(seeds / f".well-{number}.tmp").rename(part)
        for thread in slow:
            thread.join()
        wait_for(lambda: count_whole(site) == 2 + 400 + 4, seconds=50)

        assert count_builds(site) <= builds + 2


def test_an_editor_that_saves_by_renaming_is_followed(site: Path) -> None:
    seed = site / "seeds" / "well.txt"
    seed.write_text(ARTICLE.format("nine"), encoding="utf-8")
    with watching(site):
        for word in ("ten", "twelve"):
            part = site / "seeds" / "well.txt~"
            part.write_text(ARTICLE.format("nine").replace("Tuesday", word), encoding="utf-8")
            part.replace(seed)
            page = site / "output" / "articles" / "well-number-nine-runs-dry-in-solanza"
            wait_for(lambda: word in (page / "index.html").read_text(encoding="utf-8"))  # noqa: B023


def find_builder(watcher: int) -> int:
    """Return the process that builds, 0 if none does: another one has forked it."""
    servers = [pid for pid in list_children(watcher) if list_children(pid)]
    return next((child for pid in servers for child in list_children(pid)), 0)


def list_children(process: int) -> list[int]:
    """Return the processes that one has started and that are still there."""
    threads = Path(f"/proc/{process}/task").glob("*/children")
    return [int(child) for thread in threads for child in thread.read_text("ascii").split()]


def wait_for_builder(site: Path, watcher: int) -> int:
    """Let articles arrive, and return the process that builds with them."""
    for number in range(60):
        text = ARTICLE.format(f"{number} and a half")
        (site / "seeds" / f"w{number}.txt").write_text(text, encoding="utf-8")
    found = 0

    def is_found() -> bool:
        nonlocal found
        found = find_builder(watcher)
        return found > 0

    wait_for(is_found)
    return found


@pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc")
def test_a_build_that_is_killed_is_told_and_the_watch_goes_on(site: Path) -> None:
    log = site.parent / "watch.log"
    with watching(site) as process:

        def kill_build() -> bool:  # one that is about to end may have given its answer
            with suppress(ProcessLookupError):
                os.kill(wait_for_builder(site, process.pid), signal.SIGKILL)
            time.sleep(0.2)
            return "was killed (signal 9)" in log.read_text(encoding="utf-8")

        wait_for(kill_build)

        (site / "seeds" / "last.txt").write_text(ARTICLE.format("ninety"), encoding="utf-8")

        wait_for(lambda: "well-number-ninety-runs-dry-in-solanza" in list_pages(site), 60)
        assert len(list_pages(site)) >= 61


@pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc")
def test_a_watcher_that_is_killed_takes_its_build_with_it(site: Path) -> None:
    with watching(site) as process:
        builder = wait_for_builder(site, process.pid)

        process.kill()
        process.wait()

        wait_for(lambda: not Path(f"/proc/{builder}").exists())
    command = [sys.executable, "-m", "sitegen", "build", "-q", "-s", str(site)]
    assert subprocess.run(command, cwd=ROOT, check=False).returncode == 0


def test_a_file_that_stays_open_is_named_and_read_when_it_is_closed(site: Path) -> None:
    log = site.parent / "watch.log"
    with watching(site):
        builds = count_builds(site)
        with (site / "seeds" / "well.txt").open("w", encoding="utf-8") as seed:
            seed.write(ARTICLE.format("ten"))
            seed.flush()
            wait_for(lambda: "seeds/well.txt: is still open" in log.read_text(encoding="utf-8"))
            assert count_builds(site) == builds
        wait_for(lambda: "well-number-ten-runs-dry-in-solanza" in list_pages(site))


def test_a_seeds_folder_that_is_removed_leaves_the_pages(site: Path) -> None:
    with watching(site):
        pages = list_pages(site)
        builds = count_builds(site)
        shutil.rmtree(site / "seeds")
        wait_for(lambda: builds < count_builds(site))

        assert list_pages(site) == pages


def test_who_cannot_be_told_of_changes_looks_for_them(site: Path) -> None:
    with watching(site, "--poll"):
        (site / "seeds" / "well.txt").write_text(ARTICLE.format("nine"), encoding="utf-8")

        wait_for(lambda: "well-number-nine-runs-dry-in-solanza" in list_pages(site))


def test_where_changes_cannot_be_heard_the_user_is_told_and_looks_go_on(
    site: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def refuse(*_: object) -> bool:
        raise OSError(28, "inotify watch limit reached")

    class EnoughError(Exception):
        pass

    def build(_: Live, __: object) -> None:
        raise EnoughError

    monkeypatch.setattr(Ears, "listen", refuse)
    arguments = parse_arguments(["watch", "-s", str(site)])
    assert arguments

    with pytest.raises(EnoughError):
        Live(arguments).go_on(build)

    assert capsys.readouterr().err == (
        f"sitegen: {site}: changes cannot be heard (inotify watch limit reached); "
        "looking every 2 seconds instead\n"
    )


def test_a_new_day_is_built_without_any_change(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A page that is dated tomorrow comes out at midnight of the site's zone."""
    (site / "sitegen.toml").write_text("[site]\ntimezone = 'Asia/Tokyo'", encoding="utf-8")
    now = "2024-06-14T14:59:59Z"
    days: list[object] = []

    class EnoughError(Exception):
        pass

    def build(live: Live, settled: Mapping[str, Mark]) -> BuildReport | None:
        nonlocal now
        days.append(live.find_day())
        if len(days) == 2:
            raise EnoughError
        report = live.build(settled)
        now = "2024-06-14T15:00:00Z"
        return report

    monkeypatch.setattr("sitegen.app.live.read_clock", lambda *_: datetime.fromisoformat(now))
    monkeypatch.setattr("sitegen.app.watch._SWEEP_SECONDS", 0.1)
    arguments = parse_arguments(["watch", "-q", "-s", str(site)])
    assert arguments

    with pytest.raises(EnoughError):
        Live(arguments).go_on(build)

    assert days == [date(2024, 6, 14), date(2024, 6, 15)]
