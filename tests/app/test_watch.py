import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Event

import pytest
from watchdog.events import FileModifiedEvent, FileOpenedEvent

from sitegen.app import watch as watch_module
from sitegen.app.site_folder import SiteFolder
from sitegen.app.watch import _Ears, look_at

ROOT = Path(__file__).parents[2]
ARTICLE = """\
Well Number {0} Runs Dry in Solanza

The old well number {0} in the village of Pell ran dry on Tuesday, and {0} goats looked down
into it for a long time, the mayor of Pell told a reporter at the {0} mile stone.

The provincial water board of district {0} promised a pump by the autumn and a barrel of water
for each of the {0} houses on the upper road until then.
"""


@contextmanager
def watching(site: Path) -> Iterator["subprocess.Popen[str]"]:
    """Run the watcher as a process of its own; its lines go to watch.log beside the site."""
    log = site.parent / "watch.log"
    with log.open("w", encoding="utf-8") as out:
        process = subprocess.Popen(
            [sys.executable, "-u", "-m", "sitegen", "watch", "-s", str(site)],
            cwd=ROOT,
            env=os.environ | {"PYTHONPATH": str(ROOT)},
            stdout=out,
            stderr=out,
            text=True,
        )
        try:
            wait_for(lambda: "new" in log.read_text(encoding="utf-8"))
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


def test_a_seeds_folder_that_is_made_anew_is_watched_again(site: Path) -> None:
    with watching(site):
        (site / "seeds").rename(site / "old-seeds")
        time.sleep(0.6)
        (site / "seeds").mkdir()
        time.sleep(0.6)
        (site / "seeds" / "well.txt").write_text(ARTICLE.format("nine"), encoding="utf-8")

        wait_for(lambda: "well-number-nine-runs-dry-in-solanza" in list_pages(site))
        assert len(list_pages(site)) == 3


def test_an_interrupt_ends_the_watch_at_once_with_130(site: Path) -> None:
    with watching(site) as process:
        process.send_signal(signal.SIGINT)

        assert process.wait(timeout=5) == 130
        assert "Traceback" not in (site.parent / "watch.log").read_text(encoding="utf-8")


def test_a_look_sees_seeds_content_templates_and_configuration(site: Path) -> None:
    for name in ("content/articles/a.md", "templates/base.html", "sitegen.toml", "output/a.html"):
        (site / name).parent.mkdir(parents=True, exist_ok=True)
        (site / name).touch()

    look = look_at(SiteFolder(site, site / "output"), None)

    assert sorted(look.marks) == [
        str(site / "sitegen.toml"),
        "content/articles/a.md",
        "seeds/ferry.txt",
        "seeds/wire/strike-again.txt",
        "seeds/wire/strike.txt",
        "templates/base.html",
    ]


def test_a_named_configuration_is_looked_at_in_place_of_the_usual_ones(site: Path) -> None:
    (site / "sitegen.toml").touch()
    (site / "other.toml").touch()

    look = look_at(SiteFolder(site, site / "output"), site / "other.toml")

    assert [path for path in look.marks if path.endswith(".toml")] == [str(site / "other.toml")]


def test_reading_a_file_is_no_hint_and_writing_one_is(site: Path) -> None:
    hint = Event()
    ears = _Ears(SiteFolder(site, site / "output"), hint)

    ears.dispatch(FileOpenedEvent("seeds/ferry.txt"))
    assert not hint.is_set()

    ears.dispatch(FileModifiedEvent("seeds/ferry.txt"))
    assert hint.is_set()


def test_where_changes_cannot_be_heard_the_user_is_told_and_looks_go_on(
    site: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    class Deaf(watch_module.Observer):  # type: ignore[misc, name-defined]
        def schedule(self, *_: object, **__: object) -> None:
            raise OSError(28, "inotify watch limit reached")

    monkeypatch.setattr(watch_module, "Observer", Deaf)
    ears = _Ears(SiteFolder(site, site / "output"), Event())

    ears.listen()
    ears.listen()
    ears.close()

    assert capsys.readouterr().err == (
        f"sitegen: {site}: changes cannot be heard (inotify watch limit reached); "
        "looking every 2 seconds instead\n"
    )


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
