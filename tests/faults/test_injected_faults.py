"""Whatever fails or is killed, the site is the old one or the new one, and the next build is right.

Here a sample of all faults is tried, spread evenly over all calls; `make torture` tries every one.
"""

import sys
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path

import pytest

from tests.faults.upheavals import (
    Upheaval,
    find_damage,
    list_faults,
    open_workshop,
    prepare_upheavals,
    spread,
)

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="needs a process that can fork")

SHARE = Fraction(1, 80)
PARTS = range(6)


@pytest.fixture(scope="module")
def workshop() -> Iterator[Path]:
    with open_workshop() as folder:
        yield folder


@pytest.fixture(scope="module")
def upheavals(workshop: Path) -> list[Upheaval]:
    return prepare_upheavals(workshop)


@pytest.mark.timeout(300)
@pytest.mark.parametrize("part", PARTS)
def test_after_a_fault_at_any_call_nothing_is_lost_torn_or_mixed(
    upheavals: list[Upheaval], workshop: Path, part: int
) -> None:
    points = [(one, fault) for one in upheavals for fault in list_faults(one)]
    chosen = list(spread(points, SHARE, part * (len(PARTS) + 1)))
    sample = chosen[part :: len(PARTS)]

    damage = [line for point in sample for line in find_damage(*point, workshop)]

    assert len(sample) >= 20
    assert damage == []


def test_the_faults_cover_every_way_to_change_the_disk(upheavals: list[Upheaval]) -> None:
    calls = {call.split(" ")[0] for upheaval in upheavals for call in upheaval.calls}

    assert calls >= set("open write os.mkdir os.rename os.remove os.rmdir fsync syncfs".split())
    assert sum(1 for upheaval in upheavals for _ in list_faults(upheaval)) >= 5_000
