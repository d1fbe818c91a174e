"""Sites that live at random, longer than ``make test`` has time for: ``make torture-feeds``.

LIVES in the environment says how many; each is told by its number and is the same every time.
"""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from benchmarks.dice import Dice
from tests.readers.following import follow
from tests.readers.life import Life
from tests.readers.loopback import HOSTS, Loopback
from tests.readers.programs import Historian, Library, Newsboat, Rss2Email

BUILDS = 150
LIVES = int(os.environ.get("LIVES", "3"))
_PATHS = ("/", "/ledger/", "/news/")


def publish(life: Life, dice: Dice, _: Loopback) -> str:
    count = dice.pick((0, 1, 1, 2, 3, 5, 8, 30, 60))
    life.publish(count)
    return f"{count} more"


def copy(life: Life, dice: Dice, _: Loopback) -> str:
    case = dice.pick(life.cases)
    life.copy(case)
    return f"a better copy of {case}"


def retitle(life: Life, dice: Dice, _: Loopback) -> str:
    case = dice.pick(life.cases)
    life.retitle(case)
    return f"another headline for {case}"


def rename(life: Life, dice: Dice, _: Loopback) -> str:
    case = dice.pick(life.cases)
    life.rename(case, f"name-{dice.below(1_000_000)}")
    return f"a new slug for {case}"


def move(life: Life, dice: Dice, host: Loopback) -> str:
    life.base_url = host.make_url(dice.pick(HOSTS), dice.pick(_PATHS))
    return f"a move to {life.base_url}"


def withdraw(life: Life, dice: Dice, _: Loopback) -> str:
    case = dice.pick(life.cases)
    state = dice.pick(("true", "false"))
    life.set_key(case, f"draft: {state}")
    return f"draft {state} for {case}"


def lose(life: Life, dice: Dice, _: Loopback) -> str:
    change = dice.pick((life.lose_cache, life.lose_output, life.clone))
    change()
    return change.__name__


def limit(life: Life, dice: Dice, _: Loopback) -> str:
    life.room = dice.pick((9, 30, 50))
    content = dice.pick(("full", "excerpt"))
    life.settings = f'[feeds]\nitems = {life.room}\ncontent = "{content}"\n'
    return f"other settings {life.settings!r}"


EVENTS: tuple[Callable[[Life, Dice, Loopback], str], ...] = (
    *(publish,) * 6,
    copy,
    retitle,
    rename,
    move,
    withdraw,
    lose,
    limit,
)


def live(life: Life, host: Loopback, dice: Dice) -> Iterator[str]:
    for _ in range(BUILDS):
        yield dice.pick(EVENTS)(life, dice, host)


@pytest.mark.timeout(3_600)
@pytest.mark.parametrize("number", range(LIVES))
def test_a_random_life_loses_nothing_and_shows_nothing_twice(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    monkeypatch.setenv("no_proxy", "*")
    host = Loopback()
    life = Life(tmp_path, host.make_url(HOSTS[0], "/ledger/"))
    life.publish(5)
    life.build()
    host.deploy(life.root / "output", life.base_url, life.now)
    feeds = [f"{life.base_url}{name}" for name in ("rss.xml", "atom.xml", "feed.json")]
    kinds = (Newsboat, Rss2Email, Library, Historian)
    followers = [kind(tmp_path / kind.__name__, feeds) for kind in kinds]

    try:
        assert follow(life, host, live(life, host, Dice("life", number)), followers) == BUILDS
    finally:
        host.close()
