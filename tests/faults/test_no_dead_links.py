"""Whoever follows links while a build puts files in place finds none that is dead.

Followed are, after every step, all links from the addresses that the old site and the new one
share, and from wherever these lead; `make torture` does the same for a thousand edits.
"""

from pathlib import Path

import pytest

from sitegen.app import output
from tests.faults.moments import edit_at_random


@pytest.mark.timeout(300)
@pytest.mark.parametrize("seed", [1, 2])
def test_no_moment_of_a_build_shows_a_dead_link(tmp_path: Path, seed: int) -> None:
    builds = list(edit_at_random(seed, 12, tmp_path))

    assert [dead for seen in builds for dead in seen.dead] == []
    assert 500 <= sum(seen.moments for seen in builds)


def test_files_put_in_place_in_another_order_are_noticed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(output, "order_writes", lambda paths, **_: sorted(paths, reverse=True))

    assert any(seen.dead for seen in edit_at_random(1, 3, tmp_path))
