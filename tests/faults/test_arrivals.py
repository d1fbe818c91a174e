"""Whatever way files arrive while a site is watched, none is lost, and none is read half.

Here a few dozen arrive; `make torture` sends fifty thousand.
"""

from pathlib import Path

import pytest

from tests.faults.arrivals import arrive


@pytest.mark.timeout(180)
def test_files_that_arrive_in_any_way_are_published_whole(tmp_path: Path) -> None:
    arrived = list(arrive(80, tmp_path, seconds=120))

    assert len(arrived) == 81
    assert [line for _, damage in arrived for line in damage] == []
