"""A power cut leaves a whole site. Only root can cut the power, so most people leave this out."""

import pytest

from tests.faults.power_cuts import cut_at_random, list_kinds
from tests.faults.upheavals import open_workshop, prepare_upheavals

CUTS = 4


@pytest.mark.timeout(300)
def test_after_a_power_cut_the_site_is_the_old_or_the_new_one() -> None:
    with open_workshop() as workshop:
        kinds = list_kinds(workshop)
        if not kinds:
            pytest.skip("only root can mount an image and cut its power")
        upheavals = prepare_upheavals(workshop)
        cut = [
            line
            for kind in kinds
            for _, damage in cut_at_random(upheavals, kind, workshop, CUTS, seed=1)
            for line in damage
        ]

    assert cut == []
