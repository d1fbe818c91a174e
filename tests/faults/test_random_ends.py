"""A build, a watch and a server that are ended at random moments leave a whole site.

Here are a few of them; `make torture` ends a thousand.
"""

import sys

import pytest

from tests.faults.random_ends import end_at_random
from tests.faults.upheavals import open_workshop, prepare_upheavals

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="needs a process that can fork")

ENDS = 12


@pytest.mark.timeout(300)
def test_whatever_ends_a_command_at_any_moment_the_site_is_the_old_or_the_new_one() -> None:
    with open_workshop() as workshop:
        upheavals = prepare_upheavals(workshop)
        ended = list(end_at_random(upheavals, workshop, ENDS, seed=1))

    assert len(ended) == ENDS
    assert [line for _, damage in ended for line in damage] == []
