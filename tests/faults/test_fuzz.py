"""No bytes break a door.

Here some hundred inputs are sent through each; `make torture` sends a hundred thousand.
"""

from pathlib import Path

import pytest

from tests.faults.doors import Door, list_doors
from tests.faults.fuzz import fuzz

DOORS = [door.name for door in list_doors(Path())]
INPUTS = 150


@pytest.fixture
def doors(tmp_path: Path) -> dict[str, Door]:
    return {door.name: door for door in list_doors(tmp_path)}


@pytest.mark.parametrize("name", DOORS)
def test_broken_bytes_break_no_door(doors: dict[str, Door], name: str) -> None:
    assert list(fuzz(doors[name], INPUTS)) == []


def test_a_door_that_breaks_is_noticed() -> None:
    def break_at_a_nul(data: bytes) -> None:
        assert b"\0" not in data

    (told,) = fuzz(Door("a weak door", break_at_a_nul, (b"whole",)), 300)
    assert told.startswith("a weak door: AssertionError")
