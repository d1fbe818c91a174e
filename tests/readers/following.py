"""Compare what readers show with what happened to a site."""

from collections import Counter
from collections.abc import Iterator, Sequence

from tests.readers.life import Life
from tests.readers.loopback import Loopback
from tests.readers.programs import Follower


def follow(life: Life, host: Loopback, events: Iterator[str], followers: Sequence[Follower]) -> int:
    """Build and deploy after each event, and let the readers look; return how often that was.

    Fail where a reader shows an article twice or was not told of one.
    """
    first = life.base_url
    builds = 0
    for event in events:
        life.build()
        host.deploy(life.root / "output", life.base_url, life.now)
        builds += 1
        life.all += life.news
        for follower in followers:
            follower.news += life.news
            if builds % follower.rhythm == 0:
                follower.poll()
                for feed, new in follower.take_new().items():
                    where = f"build {builds}, {event}: {follower}, {feed}"
                    if "/" in feed.removeprefix(first):
                        _check_part(where, follower.told[feed], life)
                    else:
                        _check_main(where, new, follower, life.room)
                follower.news.clear()
        life.news.clear()
    return builds


def _check_main(where: str, new: Counter[str], follower: Follower, room: int) -> None:
    assert new <= follower.news, f"{where} shows as new {dict(new - follower.news)}"
    missed = follower.news - new
    # A reader that knows no archives can miss what was pushed out while it was away.
    if follower.is_thorough or follower.news.total() <= room:
        assert not missed, f"{where} was not told of {sorted(missed)}"
    else:
        assert room // 2 <= new.total()


def _check_part(where: str, told: Counter[str], life: Life) -> None:
    """Fail where the feed of a tag shows an article twice; what stands in it is not asked."""
    twice = {case: count for case, count in told.items() if life.all.get(case, 1) < count}
    assert not twice, f"{where} shows twice {twice}"
